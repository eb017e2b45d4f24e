/** At most so many steps of a run are looked at for one answer. */
const MOST_SAMPLES = 64;

/**
 * Evenly spaced step numbers from 1 to `last`, both included, in order and each once.
 *
 * @param count how many are wanted; there are fewer if there are not as many steps, and never more than 64
 */
export function sampledSteps(last: number, count: number): Float64Array {
  const many = Math.max(1, Math.min(count, last, MOST_SAMPLES));
  return Float64Array.from({ length: many }, (_, index) => (many === 1 ? last : 1 + Math.round((index * (last - 1)) / (many - 1))));
}
