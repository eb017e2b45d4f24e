import * as fc from 'fast-check';
import { compile, GraphError, isLeaf, OPS, record, tensor, type Graph, type GraphNode, type Recording } from '../../../src/engine';
import { CIRCUIT_EXAMPLES, type ExampleInput } from '../../../src/lessons/circuits';
import type { Stage } from '../../../src/lessons/lesson';
import { LESSONS } from '../../../src/lessons/lessons';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { bostonTables, goldenNetwork } from '../../engine/boston';
import { golden } from '../../engine/golden';
import { edgeGraph, scalarGraph, tensorGraph } from '../../engine/goldenGraphOf';
import { casesOf, graphOf } from '../../engine/opCases';
import { wildGraph } from '../../engine/scalarGraphs';
import { expressionOf } from '../../scene/circuit/gradientRecording';

/** An iteration of which Python is written. */
export interface GeneratedCase {
  readonly name: string;
  readonly recording: Recording;
}

/** One iteration of a graph whose leaves have values; with a learning rate it ends with an update. */
export function recordingOf(graph: Graph, learningRate?: number): Recording {
  return record(compile(graph), learningRate === undefined ? {} : { learningRate });
}

/** An expression with the values of its inputs; what is trainable is a parameter. */
function circuitGraph(text: string, inputs: readonly ExampleInput[]): Graph {
  const { graph, defaults } = expressionOf(text);
  const given = new Map(inputs.map((input) => [input.name, input]));
  const nodes = graph.nodes.map((node): GraphNode => {
    if (!isLeaf(node) || node.role === 'constant') return node;
    const input = given.get(node.id);
    return { id: node.id, role: input?.trainable === true ? 'parameter' : 'data', value: input?.value ?? defaults.get(node.id) ?? 1 };
  });
  return { ...graph, nodes };
}

/** The lesson's network on the first rows of Boston housing. */
export function bostonRecording(rows: number): Recording {
  const program = compile(goldenNetwork(rows));
  const { X, y } = bostonTables;
  const first = Int32Array.from({ length: rows }, (_, row) => row);
  program.feedRows('X', X.data, first);
  program.feedRows('y', y.data, first);
  return record(program, { learningRate: 0.01 });
}

function stageRecording(stage: Stage): Recording | undefined {
  if (stage.kind === 'network') return undefined;
  const graph = stage.kind === 'graph' ? stage.graph : circuitGraph(stage.text, stage.inputs);
  try {
    return recordingOf(graph, stage.learningRate);
  } catch (error) {
    // Some stages are there to be refused.
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}

/** Every graph that a lesson shows. */
export async function lessonCases(): Promise<GeneratedCase[]> {
  const loaded = await Promise.all(LESSONS.map(async ({ id, load }) => ({ id, lesson: (await load()).lesson })));
  return loaded.flatMap(({ id, lesson }) =>
    Object.entries(lesson.stages).flatMap(([stage, what]) => {
      const recording = stageRecording(what);
      return recording === undefined ? [] : [{ name: `${id}, ${stage}`, recording }];
    }),
  );
}

/** The examples of the circuits page, and the network of the first page with two of its batches. */
export function pageCases(): GeneratedCase[] {
  return [
    ...CIRCUIT_EXAMPLES.map(({ name, text, inputs, learningRate }) => ({ name, recording: recordingOf(circuitGraph(text, inputs), learningRate) })),
    ...[1, 11].map((rows) => ({ name: `Boston housing, ${rows} rows`, recording: bostonRecording(rows) })),
  ];
}

/** The stored graphs, also those at kinks, ties and saturation. */
export function goldenCases(): GeneratedCase[] {
  const { scalar_graphs, tensor_graphs } = golden;
  return [
    ...scalar_graphs.graphs.map((graph) => ({ name: graph.name, recording: recordingOf(scalarGraph(graph), 0.1) })),
    ...tensor_graphs.graphs.map((graph) => ({ name: graph.name, recording: recordingOf(tensorGraph(graph), 0.1) })),
    ...Object.entries(scalar_graphs.edge_conventions_of_torch).map(([name, edge]) => ({ name, recording: recordingOf(edgeGraph(name, edge)) })),
  ];
}

/** Fifty random graphs of tensors. */
export function randomCases(): GeneratedCase[] {
  return fc.sample(arbitraryGraph('any'), { numRuns: 50, seed: 20_261_122 }).map((graph, index) => ({ name: `random graph ${index}`, recording: recordingOf(graph, 0.25) }));
}

/** Thirty random graphs of single numbers, many of which leave the finite numbers. */
export function wildCases(): GeneratedCase[] {
  return fc.sample(wildGraph, { numRuns: 30, seed: 7 }).map((graph, index) => ({ name: `wild graph ${index}`, recording: recordingOf(graph, 0.25) }));
}

/** Powers of every kind of double by every other, and of single numbers whose exponent is a constant or is not. */
export function powerCases(): GeneratedCase[] {
  const doubles = [1, -1, 0, 2, -2, 0.5, -0.5, 3, NaN, Infinity, -Infinity];
  const pairs = doubles.flatMap((a) => doubles.map((b) => [a, b] as const));
  const power = (id: string, base: GraphNode, exponent: GraphNode): GeneratedCase => {
    const graph: Graph = { nodes: [base, exponent, { id: 'f', op: 'pow', inputs: [base.id, exponent.id] }], output: 'f' };
    return { name: id, recording: recordingOf(graph, 0.25) };
  };
  return [
    power('every power', { id: 'a', role: 'parameter', value: pairs.map(([a]) => a) }, { id: 'b', role: 'parameter', value: pairs.map(([, b]) => b) }),
    power('1 ** nan', { id: 'a', role: 'parameter', value: 1 }, { id: 'b', role: 'parameter', value: NaN }),
    power('a node called power', { id: 'power', role: 'parameter', value: 1 }, { id: 'b', role: 'data', value: Infinity }),
    power('1 ** 2', { id: 'a', role: 'parameter', value: 1 }, { id: '2', role: 'constant', value: 2 }),
  ];
}

/** Every op with inputs of many shapes, vectors and broadcasts among them, and with its attributes. */
export function opCases(): GeneratedCase[] {
  return OPS.flatMap((op) =>
    fc.sample(casesOf(op), { numRuns: 12, seed: 3 }).map((made, index) => {
      const program = compile(graphOf(made));
      made.inputs.forEach((input, port) => program.feed(`x${port}`, tensor(input)));
      return { name: `${op.name} ${index}`, recording: record(program) };
    }),
  );
}
