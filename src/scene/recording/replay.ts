import { compile, isLeaf, type Program, type Recording } from '../../engine';
import { feedFrom } from './feedFrom';

const programs = new WeakMap<Recording, Program>();

/**
 * The recorded iteration computed again, up to the end of its backward pass, so that any cell can be asked how it
 * came about. The same kernels on the same values give the same bits as the recording. Made once per recording, on
 * demand.
 */
export function replay(recording: Recording): Program {
  const known = programs.get(recording);
  if (known !== undefined) return known;
  const program = compile(recording.graph, { gradients: reachesData(recording) ? 'all' : 'parameters' });
  feedFrom(program, recording);
  program.forward();
  program.backward();
  programs.set(recording, program);
  return program;
}

/** Whether the recorded program was compiled so that data receives a gradient as well. */
function reachesData({ graph, steps }: Recording): boolean {
  const data = new Set(graph.nodes.filter((node) => isLeaf(node) && node.role === 'data').map(({ id }) => id));
  return steps.some((step) => step.kind === 'flow' && data.has(step.edge.from));
}

/** The cell in which a node's gradient is largest; the first NaN if there is one, and the
 * first cell if all of it is zero. Where a reader looks first. */
export function strongestCell(program: Program, id: string): number {
  let strongest = 0;
  let largest = 0;
  const { data } = program.gradientView(id);
  for (const [cell, value] of data.entries()) {
    if (Number.isNaN(value)) return cell;
    if (Math.abs(value) <= largest) continue;
    largest = Math.abs(value);
    strongest = cell;
  }
  return strongest;
}
