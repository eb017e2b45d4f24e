/** One who trains. */
export interface Contestant {
  readonly name: string;
  /**
   * Trains so many steps from the initial weights.
   * @returns CPU seconds of all threads, and the mean loss of the last 46 steps
   */
  run(steps: number): Promise<Lap>;
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
  const entries: { readonly contestant: Contestant; readonly steps: number; readonly runs: number; readonly laps: Lap[] }[] = [];
  for (const contestant of contestants) {
    const perRun = steps ?? (await stepsOfOneLap(contestant));
    const warm = await contestant.run(perRun);
    entries.push({ contestant, steps: perRun, runs: Math.max(1, Math.round(LAP_SECONDS / warm.seconds)), laps: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contestant, steps: perRun, runs, laps } of entries) {
      let seconds = 0;
      let loss = NaN;
      for (let run = 0; run < runs; run++) {
        const lap = await contestant.run(perRun);
        seconds += lap.seconds;
        loss = lap.loss;
      }
      laps.push({ seconds: seconds / runs, loss });
    }
  }
  return entries.map(({ contestant, steps: perRun, laps }) => ({
    name: contestant.name,
    stepsPerSecond: perRun / median(laps.map(({ seconds }) => seconds)),
    loss: laps.at(-1)?.loss ?? NaN,
  }));
}

/** Doubles the steps until a run takes a lap's time: a warm-up, too. */
async function stepsOfOneLap(contestant: Contestant): Promise<number> {
  let steps = 8;
  for (;;) {
    const { seconds } = await contestant.run(steps);
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

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
