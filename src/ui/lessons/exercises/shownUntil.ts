/** A question of the step that is open, with what has become of it. */
export interface Asked {
  readonly id: string;
  /** The last moment at which nothing of its answer is on the graph. */
  readonly before: number;
  /** The moment at which all of it is. */
  readonly reveal: number;
  /** Still to be answered, answered since the step was opened, or at another time. */
  readonly state: 'open' | 'answered' | 'done';
}

/**
 * How far the graph is shown, for the answers that have been given since the step was opened: whatever order they are
 * given in, no answer that is still asked for is on it. Of a question that stands above an answered one, nothing is; of
 * one below, the parts of a sum may be, but not the whole.
 *
 * @param asked in the order of the page
 * @returns undefined as long as nothing has been answered
 */
export function shownUntil(asked: readonly Asked[]): number | undefined {
  const moments = asked.flatMap(({ state, reveal }, place) => (state === 'answered' ? [Math.min(reveal, ...limitsOf(asked, place))] : []));
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** Whether the answer to a question has been given, but has to wait for those above it before the graph shows it. */
export function isHeldBack(asked: readonly Asked[], id: string): boolean {
  const place = asked.findIndex((one) => one.id === id);
  const one = asked[place];
  return one?.state === 'answered' && limitsOf(asked, place).some((limit) => limit < one.reveal);
}

/** The latest moment that each of the open questions allows, seen from one that has been answered. */
function limitsOf(asked: readonly Asked[], place: number): number[] {
  return asked.flatMap(({ state, before, reveal }, other) => (state !== 'open' ? [] : [other < place ? before : reveal - 1]));
}
