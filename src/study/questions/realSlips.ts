import type { Slip } from './question';
import { isTakenFor } from './tolerance';

/** Those of some slips that lead to another number than the right one. */
export function realSlips(answer: number, scale: number, slips: readonly Slip[]): Slip[] {
  return slips.filter(({ value }) => Number.isFinite(value) && !isTakenFor(value, answer, scale));
}
