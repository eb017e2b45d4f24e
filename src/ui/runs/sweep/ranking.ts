import type { SweptCell } from '../../../training/sweep/sweep';

/** What the table of a sweep can be sorted by. */
export const SWEEP_COLUMNS = ['learningRate', 'batchSize', 'trainLoss', 'testLoss', 'steps', 'seconds'] as const;

export type SweepColumn = (typeof SWEEP_COLUMNS)[number];

/** A loss so many times as high as the best one, or as the cell's own in the beginning, grows without bound. */
const WITHOUT_BOUND = 1e6;

/**
 * What became of a cell: its numbers stopped being finite (`overflowed`), or are on their way there (`diverging`), or it is `sound`.
 *
 * @param least the least loss of all cells, as `rankedLoss` has it; NaN if there is none
 */
export function fateOf(cell: SweptCell, least: number): 'sound' | 'diverging' | 'overflowed' {
  if (cell.divergedAt !== undefined) return 'overflowed';
  const { means, trainLoss } = cell;
  const losses = [trainLoss, rankedLoss(cell)];
  return losses.some((loss) => loss > WITHOUT_BOUND * least || loss > WITHOUT_BOUND * (means[0] ?? NaN)) ? 'diverging' : 'sound';
}

/** By what cells are ranked: the loss of the held-out rows where there are any, else the mean of the last epoch. */
export function rankedLoss({ testLoss, trainLoss, divergedAt }: SweptCell): number {
  return divergedAt !== undefined ? NaN : (testLoss ?? trainLoss);
}

/** The cell with the least such loss, among those that have not grown beyond all bounds; undefined as long as there is none. */
export function bestOf(cells: readonly SweptCell[]): SweptCell | undefined {
  let best: SweptCell | undefined;
  for (const cell of cells) {
    const loss = rankedLoss(cell);
    if (Number.isFinite(loss) && fateOf(cell, NaN) === 'sound' && !(best !== undefined && rankedLoss(best) <= loss)) best = cell;
  }
  return best;
}

/** The cells in the order of a column; those without a number in it come last, either way. */
export function sortedBy(cells: readonly SweptCell[], column: SweepColumn, descending: boolean): SweptCell[] {
  const numberOf = (cell: SweptCell): number => cell[column] ?? NaN;
  return cells.toSorted((a, b) => {
    const [first, second] = [numberOf(a), numberOf(b)];
    if (Number.isNaN(first) || Number.isNaN(second)) return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    return descending ? second - first : first - second;
  });
}
