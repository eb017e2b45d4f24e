import type { Graph } from '../engine';
import { buildNetwork } from '../lessons/network';
import type { RunDocument } from '../training/plan';
import { Misfit, shown } from './misfit';

/** Batches of the lesson, for a run that has not drawn one. */
const LESSON_BATCH = 11;

/**
 * Weights are made of logarithms and cosines, whose last bit is the browser's own affair. Whoever changes a weight by
 * hand changes it by more.
 */
const CLOSE = 1e-12;

/** The graph that a run starts from, as plain data. */
export function initialGraph({ plan, history }: RunDocument, features: number): Graph {
  const { hidden, seed, activation, weights } = plan;
  return buildNetwork({ features, hidden, seed, activation, weights, batchSize: history.changes[0]?.batchSize ?? LESSON_BATCH });
}

/**
 * Holds a graph from a file against the one that its plan builds.
 * @throws Misfit at the first node, and in it the first place, that differs
 */
export function checkGraph(given: unknown, expected: Graph): void {
  const nodes = partOf(given, 'nodes');
  if (!Array.isArray(nodes)) throw new Misfit(`graph.nodes is ${shown(nodes)}; it must be a list.`);
  expected.nodes.forEach((node, index) => {
    const one: unknown = nodes[index];
    const id = partOf(one, 'id');
    if (id !== node.id) throw edited(`graph.nodes[${index}]`, typeof one === 'object' ? id : one, node.id);
    holdAgainst(one, node, `graph: node “${node.id}”`, '');
  });
  const more: unknown = nodes[expected.nodes.length];
  if (more !== undefined) throw edited(`graph.nodes[${expected.nodes.length}]`, partOf(more, 'id'), undefined);
  holdAgainst({ ...Object(given) as object, nodes: [] }, { ...expected, nodes: [] }, 'graph', '');
}

/** Compares two values of plain JSON, part by part. */
function holdAgainst(given: unknown, expected: unknown, where: string, path: string): void {
  const place = path === '' ? where : `${where}, ${path}`;
  if (typeof expected !== 'object' || expected === null) {
    if (!same(given, expected)) throw edited(place, given, expected);
    return;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given) !== Array.isArray(expected)) throw edited(place, given, expected);
  for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
    const inner = Array.isArray(expected) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    holdAgainst(partOf(given, key), partOf(expected, key), where, inner);
  }
}

function same(given: unknown, expected: unknown): boolean {
  if (typeof given !== 'number' || typeof expected !== 'number') return given === expected;
  return Math.abs(given - expected) <= CLOSE * Math.abs(expected);
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function edited(where: string, given: unknown, expected: unknown): Misfit {
  const instead = expected === undefined ? 'the plan builds nothing there' : `the plan builds ${shown(expected)} there`;
  return new Misfit(`${where} is ${shown(given)}, but ${instead}; the file was edited or damaged.`);
}
