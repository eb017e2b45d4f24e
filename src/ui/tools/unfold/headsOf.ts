import type { AxisNames } from '../../../scene/places';
import type { Matrix } from '../../../study/unfold/unfold';
import type { Heads } from './MatrixGrid';

/** What the rows and columns of a matrix are called: as those of the node that it is the value of, or swapped where it is transposed. */
export function headsOf({ of, transposed }: Pick<Matrix, 'of' | 'transposed'>, inputs: readonly string[], names: ReadonlyMap<string, AxisNames>): Heads {
  const id = typeof of === 'number' ? inputs[of] : undefined;
  const { rows, columns } = (id === undefined ? undefined : names.get(id)) ?? {};
  return transposed ? { rows: columns, columns: rows } : { rows, columns };
}
