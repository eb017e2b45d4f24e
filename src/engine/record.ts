/* eslint-disable @typescript-eslint/no-non-null-assertion -- nodes, edges and cells are those of the checked graph */
import { edgesOf, isLeaf, type Edge, type Graph } from './graph';
import type { ForwardCall } from './calls';
import type { Program } from './program';
import type { Recording, Step } from './recording';
import { sgdUpdate } from './sgd';
import { kahn, wiringOf } from './sort';
import { tensor, zeros } from './tensor';

export interface RecordOptions {
  /** If given, the iteration ends with an SGD update at this rate, which really moves the parameters. */
  readonly learningRate?: number;
}

/**
 * Runs one iteration of a program, by the same kernels as `forward`, `backward` and `sgdUpdate`, and records
 * everything that happens. Leaves the program in exactly the state that the unrecorded run leaves it in.
 *
 * @throws GraphError as `forward` does
 */
export function record(program: Program, options: RecordOptions = {}): Recording {
  program.assertFed();
  const steps: Step[] = [
    ...recordSort(program.graph),
    ...recordFeed(program),
    ...recordForward(program),
    ...recordBackward(program),
  ];
  if (options.learningRate !== undefined) steps.push(...recordUpdate(program, options.learningRate));
  return { graph: program.graph, order: program.order, edges: program.edges, steps };
}

/** The steps of the topological sort alone. @throws GraphError for a graph that cannot be sorted */
export function recordSort(graph: Graph): Step[] {
  const positions = new Map(graph.nodes.map((node, position) => [node.id, position]));
  const edges = edgesOf(graph);
  const idOf = (node: number): string => graph.nodes[node]!.id;
  const steps: Step[] = [];
  kahn(wiringOf(graph, positions), {
    ready: (node) => steps.push({ phase: 'sort', kind: 'ready', node: idOf(node) }),
    emit: (node, position) => steps.push({ phase: 'sort', kind: 'emit', node: idOf(node), position }),
    release: (edge, waiting) => steps.push({ phase: 'sort', kind: 'release', edge: edges[edge]!, waiting }),
  });
  return steps;
}

/** What stays from one iteration to the next comes first, the batch last. */
function recordFeed(program: Program): Step[] {
  const leaves = program.graph.nodes.filter(isLeaf);
  const staying = leaves.filter(({ role }) => role !== 'data');
  const batch = leaves.filter(({ role }) => role === 'data');
  return [...staying, ...batch].map(({ id }) => ({ phase: 'feed', kind: 'feed', node: id, value: program.value(id) }));
}

function recordForward(program: Program): Step[] {
  // The program's edges stand sorted by reader, in the order of the graph.
  const firstEdge = new Map<string, number>();
  program.edges.forEach((edge, index) => {
    if (edge.port === 0) firstEdge.set(edge.to, index);
  });
  const edgesInto = (call: ForwardCall): Edge[] => {
    const first = firstEdge.get(call.node.id)!;
    return program.edges.slice(first, first + call.node.inputs.length);
  };
  return program.forwardCalls.flatMap((call): Step[] => {
    const id = call.node.id;
    const carries: Step[] = edgesInto(call).map((edge) => ({
      phase: 'forward',
      kind: 'carry',
      edge,
      value: program.value(edge.from),
    }));
    call.run();
    return [...carries, { phase: 'forward', kind: 'compute', node: id, value: program.value(id) }];
  });
}

function recordBackward(program: Program): Step[] {
  program.seedGradients();
  const { output } = program.graph;
  const seed: Step = { phase: 'seed', kind: 'seed', node: output, gradient: program.gradient(output) };
  const flows = program.backwardCalls.map((call): Step => {
    const { target } = call;
    const flow = zeros(target.shape);
    call.run(flow.data);
    for (let i = 0; i < flow.data.length; i++) target.data[i]! += flow.data[i]!;
    return { phase: 'backward', kind: 'flow', edge: call.edge, flow, total: tensor(target) };
  });
  return [seed, ...flows];
}

function recordUpdate(program: Program, learningRate: number): Step[] {
  const parameters = program.graph.nodes.filter((node) => isLeaf(node) && node.role === 'parameter');
  const before = parameters.map(({ id }) => program.value(id));
  sgdUpdate(program, learningRate);
  return parameters.map(({ id }, index): Step => ({
    phase: 'update',
    kind: 'update',
    node: id,
    before: before[index]!,
    gradient: program.gradient(id),
    after: program.value(id),
    learningRate,
  }));
}
