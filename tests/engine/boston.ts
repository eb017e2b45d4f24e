import { readFileSync } from 'node:fs';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { standardize } from '../../src/datasets/scaling';
import type { Graph, GraphNode, Tensor } from '../../src/engine';
import { buildNetwork } from '../../src/lessons/network';
import { asNested, golden } from './golden';

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));

/** Boston housing as a network is fed with it: scaled features and one price a row. */
export const bostonTables: Readonly<Record<'X' | 'y', Tensor>> = {
  X: { shape: [boston.rows, 13], data: standardize(boston.features, 13).values },
  y: { shape: [boston.rows, 1], data: boston.target },
};

/** The lesson's network 13-10-1 with the initial weights that the golden file stores. */
export function goldenNetwork(batchSize = 11): Graph {
  const stored = golden.training.net_13_10_1.initial_weights;
  const weights = new Map(Object.entries(stored).map(([id, value]) => [id, asNested(value)]));
  const graph = buildNetwork({ features: 13, hidden: 10, batchSize, seed: 1 });
  const nodes = graph.nodes.map((node): GraphNode => {
    const value = weights.get(node.id);
    return value === undefined ? node : { id: node.id, role: 'parameter', value };
  });
  return { ...graph, nodes };
}
