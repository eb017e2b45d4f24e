import type { SweptCell } from '../../../training/sweep/sweep';

/** What the table of a sweep can be sorted by. */
export const SWEEP_COLUMNS = ['learningRate', 'batchSize', 'trainLoss', 'testLoss', 'steps', 'seconds'] as const;

export type SweepColumn = (typeof SWEEP_COLUMNS)[number];

/** By what cells are ranked: the loss of the held-out rows where there are any, else the mean of the last epoch. */
export function rankedLoss({ testLoss, trainLoss, divergedAt }: SweptCell): number {
  return divergedAt !== undefined ? NaN : (testLoss ?? trainLoss);
}

/** The cell with the least such loss; undefined as long as there is none. */
export function bestOf(cells: readonly SweptCell[]): SweptCell | undefined {
  let best: SweptCell | undefined;
  for (const cell of cells) {
    const loss = rankedLoss(cell);
    if (Number.isFinite(loss) && !(best !== undefined && rankedLoss(best) <= loss)) best = cell;
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
