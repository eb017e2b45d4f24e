import type { Program, Recording } from '../../engine';
import { alongPath } from './alongPath';
import { pathsTo, type GradientPath, type Paths } from './paths';

/** What comes down one path to one cell of a node. */
export interface Share {
  readonly path: GradientPath;
  readonly contribution: number;
}

/** Where one cell of a gradient comes from, path by path. */
export interface Blame extends Paths {
  readonly shares: readonly Share[];
  /** What the paths that are not listed bring together; 0 if all are. */
  readonly rest: number;
  /** The cell's gradient: the sum of all. */
  readonly gradient: number;
}

/**
 * Shares the gradient of one cell out among the paths from the output to its node.
 *
 * @param program the recording's own, at the end of its backward pass
 * @param cell the cell's offset
 * @param most how many paths are listed at most
 */
export function blameOf(recording: Recording, program: Program, node: string, cell: number, most?: number): Blame {
  const paths = pathsTo(recording, node, most);
  const gradient = program.gradientView(node).data[cell] ?? NaN;
  const shares = paths.paths.map((path): Share => ({ path, contribution: alongPath(program, path).data[cell] ?? NaN }));
  const listed = shares.reduce((sum, { contribution }) => sum + contribution, 0);
  return { ...paths, shares, rest: paths.count > BigInt(shares.length) ? gradient - listed : 0, gradient };
}
