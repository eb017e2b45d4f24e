import fc from 'fast-check';
import { isLeaf, type Graph } from '../../../src/engine';
import type { Ask } from '../../../src/lessons/ask';
import { scalars } from '../../engine/scalarGraphs';
import type { Known, Mistake } from './chainMistakes';
import { pointMistakes, roughly } from './layerMistakes';

/** Random sums, differences and products of single numbers, with much that is read more than once. */
export const someSums: fc.Arbitrary<Graph> = fc
  .record({
    leaves: fc.array(fc.oneof(fc.integer({ min: -5, max: 6 }), fc.integer({ min: -300, max: 300 }).map((x) => x / 100)), { minLength: 2, maxLength: 4 }),
    operations: fc.array(fc.record({ op: fc.constantFrom('add', 'sub', 'mul', 'neg'), inputs: fc.array(fc.nat(99), { minLength: 2, maxLength: 3 }) }), { minLength: 1, maxLength: 7 }),
  })
  .map(({ leaves, operations }) => {
    const lines = leaves.map((value, place) => `x${place} = ${value}`);
    const names = leaves.map((_, place) => `x${place}`);
    for (const { op, inputs } of operations) {
      const read = inputs.slice(0, op === 'neg' ? 1 : op === 'sub' ? 2 : 3).map((input) => names[input % names.length] ?? 'x0');
      lines.push(`f${names.length} = ${op}(${read.join(', ')})`);
      names.push(`f${names.length}`);
    }
    return scalars(...lines);
  });

/** Slips of arithmetic in such a graph, from its values and gradients by the rules of sums and products alone. */
export function sumMistakes({ recording, value, gradient }: Known, asked: Ask): Mistake[] {
  const number = (id: string): number => value(id).data[0] ?? NaN;
  const { nodes } = recording.graph;
  if (asked.what === 'value') {
    const node = nodes.find(({ id }) => id === asked.node);
    if (node === undefined || isLeaf(node)) return [];
    const numbers = node.inputs.map(number);
    const mistakes = pointMistakes(number(asked.node));
    if (node.op === 'neg') return mistakes;
    const reckon = (list: readonly number[]): number => (node.op === 'mul' ? list.reduce((product, x) => product * x, 1) : list.reduce((sum, x, place) => (node.op === 'sub' && place > 0 ? sum - x : sum + x), 0));
    mistakes.push(...roughly((round) => reckon(numbers.map(round))));
    if (node.op === 'mul') return [...mistakes, { kind: 'arithmetic', value: numbers.reduce((sum, x) => sum + x, 0) }];
    for (const place of numbers.keys()) for (const times of [0, -1]) mistakes.push({ kind: 'arithmetic', value: reckon(numbers.map((x, index) => (index === place ? times * x : x))) });
    return mistakes;
  }
  if (asked.what !== 'gradient' && asked.what !== 'flow') return [];
  const of = recording.edges.find(({ id }) => asked.what === 'flow' && id === asked.edge)?.from ?? (asked.what === 'gradient' ? asked.node : '');
  // Nothing is multiplied for the gradient of the output by itself.
  if (of === recording.graph.output) return [];
  const products = nodes.flatMap((node) =>
    isLeaf(node)
      ? []
      : node.inputs.flatMap((input, port) => {
          if (input !== of || (asked.what === 'flow' && asked.edge !== `${node.id}:${port}`)) return [];
          const others = node.inputs.filter((_, other) => other !== port).map(number);
          const local = node.op === 'mul' ? others.reduce((product, x) => product * x, 1) : node.op === 'neg' || (node.op === 'sub' && port === 1) ? -1 : 1;
          const upstream = gradient(node.id).data[0];
          return upstream === undefined ? [] : [{ local, upstream }];
        }),
  );
  const answer = products.reduce((sum, { local, upstream }) => sum + local * upstream, 0);
  const mistakes = [...pointMistakes(answer), ...roughly((round) => products.reduce((sum, { local, upstream }) => sum + round(local) * round(upstream), 0))];
  const [only, ...others] = products;
  if (only !== undefined && others.length === 0) return [...mistakes, { kind: 'arithmetic', value: only.local + only.upstream }];
  return [...mistakes, ...products.map(({ local, upstream }): Mistake => ({ kind: 'arithmetic', value: answer - 2 * local * upstream }))];
}
