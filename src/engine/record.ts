/* eslint-disable @typescript-eslint/no-non-null-assertion -- nodes, edges and cells are those of the checked graph */
import { edgesOf, isLeaf, type Edge, type Graph } from './graph';
import type { Program } from './program';
import type { Recording, Step } from './recording';
import { sgdUpdate } from './sgd';
import { kahn, wiringOf } from './sort';
import { zeros, type Tensor } from './tensor';

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
  const values = new Map<string, Tensor>();
  const steps: Step[] = [
    ...recordSort(program.graph),
    ...recordFeed(program, values),
    ...recordForward(program, values),
    ...recordBackward(program),
  ];
  if (options.learningRate !== undefined) steps.push(...recordUpdate(program, options.learningRate));
  return { graph: program.graph, order: program.order, edges: program.edges, steps };
}

const sorts = new WeakMap<Graph, readonly Step[]>();

/** The steps of the topological sort alone; made once for a graph. @throws GraphError for a graph that cannot be sorted */
export function recordSort(graph: Graph): readonly Step[] {
  const known = sorts.get(graph);
  if (known !== undefined) return known;
  const positions = new Map(graph.nodes.map((node, position) => [node.id, position]));
  const edges = edgesOf(graph);
  const idOf = (node: number): string => graph.nodes[node]!.id;
  const steps: Step[] = [];
  kahn(wiringOf(graph, positions), {
    ready: (node) => steps.push({ phase: 'sort', kind: 'ready', node: idOf(node) }),
    emit: (node, position) => steps.push({ phase: 'sort', kind: 'emit', node: idOf(node), position }),
    release: (edge, waiting) => steps.push({ phase: 'sort', kind: 'release', edge: edges[edge]!, waiting }),
  });
  sorts.set(graph, steps);
  return steps;
}

/** What stays from one iteration to the next comes first, the batch last. */
function recordFeed(program: Program, values: Map<string, Tensor>): Step[] {
  const leaves = program.graph.nodes.filter(isLeaf);
  const staying = leaves.filter(({ role }) => role !== 'data');
  const batch = leaves.filter(({ role }) => role === 'data');
  return [...staying, ...batch].map(({ id }) => {
    const value = copyOf(program.view(id));
    values.set(id, value);
    return { phase: 'feed', kind: 'feed', node: id, value };
  });
}

const edgesIntoCalls = new WeakMap<Program, readonly (readonly Edge[])[]>();

/** The edges that each forward call reads, in the order of its ports; found once for a program. */
function edgesInto(program: Program): readonly (readonly Edge[])[] {
  const known = edgesIntoCalls.get(program);
  if (known !== undefined) return known;
  // The program's edges stand sorted by reader, in the order of the graph.
  const firstEdge = new Map<string, number>();
  program.edges.forEach((edge, index) => {
    if (edge.port === 0) firstEdge.set(edge.to, index);
  });
  const found = program.forwardCalls.map(({ node }) => {
    const first = firstEdge.get(node.id)!;
    return program.edges.slice(first, first + node.inputs.length);
  });
  edgesIntoCalls.set(program, found);
  return found;
}

/** What an edge carries is the very tensor that its node was given or has computed. */
function recordForward(program: Program, values: Map<string, Tensor>): Step[] {
  const steps: Step[] = [];
  const edges = edgesInto(program);
  program.forwardCalls.forEach((call, index) => {
    for (const edge of edges[index]!) steps.push({ phase: 'forward', kind: 'carry', edge, value: values.get(edge.from)! });
    call.run();
    const value = copyOf(call.call.output);
    values.set(call.node.id, value);
    steps.push({ phase: 'forward', kind: 'compute', node: call.node.id, value });
  });
  return steps;
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
    return { phase: 'backward', kind: 'flow', edge: call.edge, flow, total: copyOf(target) };
  });
  return [seed, ...flows];
}

/** A copy that is quick to make: a frame of a reader's drag may need thousands. */
function copyOf({ shape, data }: Tensor): Tensor {
  return { shape: [...shape], data: data.slice() };
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
