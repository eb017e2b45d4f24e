import { currentRun, type RunRecord } from '../../src/store/runs';
import { openDesk, type Desk } from './desk';
import { storageWith } from './memoryStorage';

/** A desk with 2 epochs trained: 92 steps. */
export async function trainedDesk(): Promise<Desk> {
  const desk = await openDesk({ storage: storageWith({ epochs: 2, pace: 'full', follow: false }) });
  desk.miniflow.train();
  desk.host.runAll();
  return desk;
}

/** The run at the front. @throws Error if there is none */
export function front({ miniflow }: Desk): RunRecord {
  const run = currentRun(miniflow.runs.getState());
  if (run === undefined) throw new Error('no run is at the front');
  return run;
}

/** The losses of a run, from step 1. */
export function lossesOf({ series: { losses } }: RunRecord): number[] {
  return Array.from({ length: losses.lastStep }, (_, index) => losses.at(index + 1));
}

/** Trains the run at the front to its end. */
export function train(desk: Desk): void {
  desk.miniflow.train();
  desk.host.runAll();
}
