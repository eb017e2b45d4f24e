import { Course } from '../history/course';
import { parametersHash } from '../parametersHash';
import type { StepSettings } from '../plan';
import type { RunTables } from '../tables';
import type { Sweep, SweptCell } from './sweep';

/** So many points a kept curve has at most. */
const MOST_POINTS = 200;

/** So many rows are gone through before others may have their turn: less than a millisecond. */
const ROWS_PER_TURN = 512;

/** Where a cell is in the sweep, with what it is trained with, and the clock in milliseconds. */
export interface CellTask {
  readonly index: number;
  readonly settings: StepSettings;
  readonly now: () => number;
}

/**
 * Trains one cell of a sweep, for the epochs that it asks for or until it diverges. After every few steps it yields how many
 * have been taken.
 *
 * @throws GraphError if a setting does not fit the data
 */
export function* sweptCell(sweep: Sweep, tables: RunTables, { index, settings, now }: CellTask): Generator<number, SweptCell> {
  const begun = now();
  const course = new Course(tables, sweep.plan, settings);
  const { trainer } = course;
  const perTurn = Math.max(1, Math.floor(ROWS_PER_TURN / settings.batchSize));
  const means: number[] = [];
  let diverged = false;
  while (means.length < sweep.epochs && !diverged) {
    const mean = course.step();
    diverged = trainer.divergence !== undefined;
    if (mean !== undefined && !diverged) means.push(mean);
    if (course.steps % perTurn === 0) yield course.steps;
  }
  return {
    index,
    ...settings,
    ...keptOf(means),
    steps: course.steps,
    trainLoss: diverged ? NaN : (means.at(-1) ?? NaN),
    testLoss: diverged ? undefined : testLossOf(course, tables),
    divergedAt: trainer.divergence === undefined ? undefined : trainer.divergence.step + 1,
    end: Number.isNaN(trainer.loss) ? undefined : { loss: trainer.loss, parameters: parametersHash(trainer.parameters) },
    seconds: (now() - begun) / 1000,
  };
}

function testLossOf({ trainer }: Course, { test }: RunTables): number | undefined {
  if (test === undefined) return undefined;
  return trainer.evaluator(test).run(trainer.program.graph.output).data[0];
}

/** Evenly spaced epochs, the first and the last among them. */
function keptOf(means: readonly number[]): Pick<SweptCell, 'epochs' | 'means'> {
  const count = Math.min(means.length, MOST_POINTS);
  const epochs = Float64Array.from({ length: count }, (_, place) =>
    count === 1 ? 1 : 1 + Math.round((place * (means.length - 1)) / (count - 1)),
  );
  return { epochs, means: epochs.map((epoch) => means[epoch - 1] ?? NaN) };
}
