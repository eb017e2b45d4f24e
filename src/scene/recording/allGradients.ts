import { compile, isLeaf, type Graph, type Program, type Recording } from '../../engine';
import { feedFrom } from './feedFrom';

const programs = new WeakMap<Recording, Program>();

/**
 * The recorded iteration computed again with a gradient for every node that the output depends on: for data and constants
 * as well, which a backward pass leaves out where nothing behind them is trained. Made once per recording, on demand, and
 * shared: whoever writes into it puts back what was there.
 *
 * @throws GraphError if the recorded graph cannot be computed
 */
export function allGradients(recording: Recording): Program {
  const known = programs.get(recording);
  if (known !== undefined) return known;
  const program = compile(withoutConstants(recording.graph));
  feedFrom(program, recording);
  program.forward();
  program.backward();
  programs.set(recording, program);
  return program;
}

/** The same graph with data for constants, which get a gradient. */
function withoutConstants(graph: Graph): Graph {
  return { ...graph, nodes: graph.nodes.map((node) => (isLeaf(node) && node.role === 'constant' ? { ...node, role: 'data' } : node)) };
}
