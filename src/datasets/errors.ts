/** A data file that cannot be had or cannot be read. Its message says which file, where in it, and the likely cause. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
