/** The error that an action throws. @throws Error if it throws none */
export function thrownBy(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`something other than an error was thrown: ${String(error)}`, { cause: error });
  }
  throw new Error('nothing was thrown');
}
