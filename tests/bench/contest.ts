/** One who trains. */
export interface Contestant {
  readonly name: string;
  /**
   * Trains so many steps from the initial weights.
   * @param listed whether to take the batches that are listed in the job, so that losses can be compared; or to draw
   *   them, as training does
   * @returns CPU seconds of all threads, and the mean loss of the last 46 steps
   */
  run(steps: number, listed: boolean): Promise<Lap>;
  close(): void;
}

export interface Lap {
  readonly seconds: number;
  readonly loss: number;
}

export interface Result {
  readonly name: string;
  readonly stepsPerSecond: number;
  readonly loss: number;
}

/** How many steps at the end of a run its loss is the mean of. */
export const LAST = 46;
const ROUNDS = 7;
const LAP_SECONDS = 0.25;

/**
 * The median speed of each over several rounds, in which they take turns, so that a slow moment of the machine
 * hits all of them alike. Everybody warms up first.
 *
 * @param steps as many as a run shall take, or nothing if it shall take as many as fit a lap
 */
export async function contest(contestants: readonly Contestant[], steps?: number): Promise<Result[]> {
  const entries: { readonly contestant: Contestant; readonly steps: number; readonly runs: number; readonly loss: number; readonly laps: number[] }[] = [];
  for (const contestant of contestants) {
    const perRun = steps ?? (await stepsOfOneLap(contestant));
    for (let warm = 0; warm < LAP_SECONDS; ) warm += (await contestant.run(perRun, false)).seconds;
    const { seconds, loss } = await contestant.run(perRun, true);
    entries.push({ contestant, steps: perRun, runs: Math.max(1, Math.round(LAP_SECONDS / seconds)), loss, laps: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contestant, steps: perRun, runs, laps } of entries) {
      let seconds = 0;
      for (let run = 0; run < runs; run++) seconds += (await contestant.run(perRun, false)).seconds;
      laps.push(seconds / runs);
    }
  }
  return entries.map(({ contestant, steps: perRun, loss, laps }) => ({
    name: contestant.name,
    stepsPerSecond: perRun / median(laps),
    loss,
  }));
}

/** Doubles the steps until a run takes a lap's time: a warm-up, too. */
async function stepsOfOneLap(contestant: Contestant): Promise<number> {
  let steps = 8;
  for (;;) {
    const { seconds } = await contestant.run(steps, false);
    if (seconds >= LAP_SECONDS / 2) return steps;
    steps *= 2;
  }
}

/** CPU seconds, of all threads of this process, that an action takes. */
export function cpuSeconds(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** CPU milliseconds of an action: the median over rounds of as many runs as make a tenth of a second, since the system counts coarsely. */
export function milliseconds(action: () => unknown): number {
  let runs = 1;
  const round = (): number =>
    cpuSeconds(() => {
      for (let run = 0; run < runs; run++) action();
    });
  while (round() < 0.1) runs *= 2;
  return (1000 * median(Array.from({ length: 9 }, round))) / runs;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
