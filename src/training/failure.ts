import { GraphError } from '../engine';

/** What went wrong, as a sentence for the page: the engine's own, or one that says that nobody expected it. */
export function failureSentence(error: unknown): string {
  if (error instanceof GraphError) return error.message;
  return `Unexpected: ${error instanceof Error ? error.message : String(error)}`;
}
