import { standardize } from '../../datasets/scaling';
import { compile, record, type Graph, type GraphNode, type NestedNumbers, type Tensor } from '../../engine';
import { buildNetwork } from '../network';

/** A row of Boston housing, with two of its features. */
export interface Neighbourhood {
  /** Its place in the data set, from 0. */
  readonly row: number;
  /** Average number of rooms of a home (`rm`). */
  readonly rooms: number;
  /** Pupils per teacher (`ptratio`). */
  readonly pupils: number;
  /** Median price of a home in $1,000 (`medv`). */
  readonly price: number;
}

/** Four rows that differ in all three numbers. */
export const NEIGHBOURHOODS: readonly Neighbourhood[] = [
  { row: 0, rooms: 6.575, pupils: 15.3, price: 24 },
  { row: 2, rooms: 7.185, pupils: 17.8, price: 34.7 },
  { row: 8, rooms: 5.631, pupils: 15.2, price: 16.5 },
  { row: 14, rooms: 6.096, pupils: 21, price: 18.2 },
];

const FEATURES = 2;

const measured = NEIGHBOURHOODS.map(({ rooms, pupils }) => [rooms, pupils]);
const target = NEIGHBOURHOODS.map(({ price }) => [price]);

/** Every column with mean 0 and deviation 1, over these rows alone. */
function scaledRows(): number[][] {
  const { values } = standardize(Float64Array.from(measured.flat()), FEATURES);
  return measured.map((_, row) => Array.from(values.subarray(row * FEATURES, (row + 1) * FEATURES)));
}

function networkOn(X: readonly (readonly number[])[]): Graph {
  const network = buildNetwork({ features: FEATURES, hidden: 3, batchSize: X.length, seed: 1 });
  const fed = (node: GraphNode): GraphNode => {
    if (node.id === 'X') return { id: 'X', role: 'data', value: X };
    return node.id === 'y' ? { id: 'y', role: 'data', value: target } : node;
  };
  return { ...network, nodes: network.nodes.map(fed) };
}

/** The lesson's network with three hidden units, on the four rows as they were measured. */
export const measuredNetwork: Graph = networkOn(measured);

/** The same on the four rows with both features scaled. */
export const scaledNetwork: Graph = networkOn(scaledRows());

/** How far the parameters move in an update. */
export const LEARNING_RATE = 0.1;

/** The network as one iteration on these rows leaves it. */
function afterOneIteration(graph: Graph): Graph {
  const program = compile(graph);
  const { steps } = record(program, { learningRate: LEARNING_RATE });
  const moved = new Map(steps.flatMap((step) => (step.kind === 'update' ? [[step.node, step.after] as const] : [])));
  const nodes = graph.nodes.map((node): GraphNode => {
    const after = moved.get(node.id);
    return after === undefined ? node : { id: node.id, role: 'parameter', value: nested(after) };
  });
  return { ...graph, nodes };
}

function nested({ shape: [rows = 0, columns], data }: Tensor): NestedNumbers {
  if (columns === undefined) return Array.from(data);
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)));
}

/** The same network, round the circle once: its parameters have moved. */
export const improvedNetwork: Graph = afterOneIteration(scaledNetwork);
