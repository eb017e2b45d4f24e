import { describe, expect, test } from 'vitest';
import { Course } from '../../../src/training/history/course';
import { parametersHash } from '../../../src/training/parametersHash';
import { cellsOf, documentOfCell, type Sweep, type SweepReply, type SweptCell } from '../../../src/training/sweep/sweep';
import { runSweep, type SweepHost } from '../../../src/training/sweep/sweepRun';
import { tablesOf } from '../../../src/training/tables';
import { bostonData } from '../bostonRun';
import { PLAN } from '../samples/bruteForce';

const SWEEP: Sweep = {
  plan: { ...PLAN, heldOut: 0.2 },
  order: 'shuffled',
  learningRates: [0.001, 0.01, 3],
  batchSizes: [50, 405],
  epochs: 20,
};

/** Where a sweep lives in a test: time goes on by a millisecond at every look, and turns come one after another. */
class TurnByTurn implements SweepHost {
  readonly replies: SweepReply[] = [];
  turns: (() => void)[] = [];
  #time = 0;

  now(): number {
    return this.#time++;
  }

  reply(reply: SweepReply): void {
    this.replies.push(reply);
  }

  later(callback: () => void): void {
    this.turns.push(callback);
  }

  runAll(): void {
    for (let turn = this.turns.shift(); turn !== undefined; turn = this.turns.shift()) turn();
  }

  get cells(): SweptCell[] {
    return this.replies.flatMap((reply) => (reply.type === 'cell' ? [reply.cell] : []));
  }
}

function sweptBy(sweep: Sweep): TurnByTurn {
  const host = new TurnByTurn();
  runSweep(host, { sweep, data: bostonData });
  host.runAll();
  return host;
}

/** The same run by hand: the losses of its steps until it has taken as many, and the loss of the held-out rows. */
function byHand(plan: Sweep['plan'], { learningRate, batchSize, order, steps }: SweptCell) {
  const tables = tablesOf(bostonData, plan);
  const { trainer } = new Course(tables, plan, { learningRate, batchSize, order });
  const losses = Array.from({ length: steps }, () => trainer.step());
  return { trainer, losses, test: tables.test && trainer.evaluator(tables.test).run('C').data[0] };
}

describe('runSweep', () => {
  const host = sweptBy(SWEEP);

  test('trains every learning rate with every batch size, batch size by batch size', () => {
    expect(host.cells.map(({ index, batchSize, learningRate }) => [index, batchSize, learningRate])).toEqual([
      [0, 50, 0.001],
      [1, 50, 0.01],
      [2, 50, 3],
      [3, 405, 0.001],
      [4, 405, 0.01],
      [5, 405, 3],
    ]);
    expect(host.replies.at(-1)).toEqual({ type: 'done' });
  });

  test('is, in every cell, the very run that its settings make', () => {
    for (const cell of host.cells) {
      const perEpoch = Math.floor(405 / cell.batchSize);
      const { trainer, losses, test: testLoss } = byHand(SWEEP.plan, cell);
      if (cell.divergedAt !== undefined) {
        expect(trainer.divergence?.step).toBe(cell.divergedAt - 1);
        expect(cell.steps).toBe(cell.divergedAt);
        expect(cell.trainLoss).toBeNaN();
        continue;
      }
      expect(cell.end).toEqual({ loss: losses.at(-1), parameters: parametersHash(trainer.parameters) });
      const means = Array.from({ length: 20 }, (_, epoch) =>
        losses.slice(epoch * perEpoch, (epoch + 1) * perEpoch).reduce((sum, loss) => sum + loss, 0) / perEpoch,
      );
      expect(losses).toHaveLength(20 * perEpoch);
      expect([...cell.means]).toEqual(means);
      expect([...cell.epochs]).toEqual(means.map((_, epoch) => epoch + 1));
      expect(cell.trainLoss).toBe(means[19]);
      expect(cell.testLoss).toBe(testLoss);
    }
    expect(host.cells.some(({ divergedAt }) => divergedAt !== undefined)).toBe(true);
    expect(host.cells.some(({ divergedAt }) => divergedAt === undefined)).toBe(true);
  });

  test('tells of its progress, which only grows, in slices', () => {
    const shares = host.replies.flatMap((reply) => (reply.type === 'progress' ? [reply.share] : []));
    expect(shares.length).toBeGreaterThanOrEqual(6);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 12);
  });

  test('says nothing any more once it is cancelled', () => {
    const cancelled = new TurnByTurn();
    const cancel = runSweep(cancelled, { sweep: SWEEP, data: bostonData });
    cancelled.turns.shift()?.();
    const said = cancelled.replies.length;
    expect(cancelled.turns).toHaveLength(1);
    cancel();
    cancelled.runAll();
    expect(cancelled.replies).toHaveLength(said);
  });

  test('keeps at most 200 points of a curve, the first and the last epoch among them', () => {
    const long = sweptBy({ ...SWEEP, learningRates: [0.001], batchSizes: [405], epochs: 501 });
    const [cell] = long.cells;
    expect(cell?.epochs).toHaveLength(200);
    expect([cell?.epochs[0], cell?.epochs[199]]).toEqual([1, 501]);
    if (cell === undefined) return;
    const { losses } = byHand(SWEEP.plan, cell);
    cell.epochs.forEach((epoch, place) => expect(cell.means[place]).toBe(losses[epoch - 1]));
  });

  test('says what is wrong with a batch that is larger than the data', () => {
    const wrong = sweptBy({ ...SWEEP, batchSizes: [506] });
    expect(wrong.replies).toEqual([{ type: 'failed', message: 'The batch size is 506; it must be a whole number from 1 to 405' }]);
  });
});

describe('cellsOf', () => {
  test('throws beyond 64 cells, with the count', () => {
    const rates = Array.from({ length: 13 }, (_, index) => 0.001 * (index + 1));
    expect(() => cellsOf({ ...SWEEP, learningRates: rates, batchSizes: [1, 2, 3, 4, 5] })).toThrow(
      '13 learning rates × 5 batch sizes make 65 runs; a sweep has from 1 to 64',
    );
    expect(() => cellsOf({ ...SWEEP, learningRates: [] })).toThrow('make 0 runs');
  });
});

describe('documentOfCell', () => {
  test('is a history of one change at step 1, and as many steps as were taken', () => {
    const [cell] = sweptBy({ ...SWEEP, epochs: 1 }).cells;
    if (cell === undefined) throw new Error('there is no cell');
    expect(documentOfCell(SWEEP.plan, cell)).toMatchObject({
      plan: SWEEP.plan,
      history: { changes: [{ step: 1, learningRate: 0.001, batchSize: 50, order: 'shuffled' }], steps: 8 },
      end: cell.end,
    });
  });
});
