import { describe, expect, test } from 'vitest';
import { compile, record, type Graph } from '../../../src/engine';
import { buildNetwork } from '../../../src/lessons/network';
import { frameAt } from '../../../src/scene/frame';
import { timelineOf } from '../../../src/scene/timeline';
import type { Selection } from '../../../src/scene/selection';
import { isProduct, productOf, unfoldedBy } from '../../../src/study/unfold/product';
import { tensorsAt } from '../../../src/study/unfold/tensors';
import { unfold, type Matrix } from '../../../src/study/unfold/unfold';
import { absenceOf, makingOf, matrixName, originOf } from '../../../src/study/unfold/words';

const network = buildNetwork({ features: 2, hidden: 3, batchSize: 2, seed: 1 });

describe('unfoldedBy', () => {
  const unfolded = (selection: Selection | null, graph: Graph = network) => {
    const found = unfoldedBy(graph, selection);
    return found && [found.node.id, found.part];
  };

  test.each([
    ['l1', 'l1', 'value'],
    ['W1', 'l1', 1],
    ['b2', 'l2', 2],
    ['X', 'l1', 0],
    ['s', 'l2', 0],
    ['C', 'l2', 'value'],
    ['y', 'l1', 'value'],
    ['gone', 'l1', 'value'],
  ])('takes the node %s for %s, %s', (id, product, part) => {
    expect(unfolded({ kind: 'node', id })).toEqual([product, part]);
  });

  test('takes an edge for what comes back over it, and nothing for the first product', () => {
    expect(unfolded({ kind: 'edge', id: 'l2:1' })).toEqual(['l2', 1]);
    expect(unfolded({ kind: 'edge', id: 's:0' })).toEqual(['l1', 'value']);
    expect(unfolded(null)).toEqual(['l1', 'value']);
  });

  test('finds nothing in a graph without a product', () => {
    expect(unfolded(null, { nodes: [{ id: 'x', role: 'data', value: 1 }, { id: 'f', op: 'neg', inputs: ['x'] }], output: 'f' })).toBeUndefined();
  });
});

describe('the words', () => {
  const program = compile(network, { gradients: 'parameters' });
  program.feed('X', [[1, 2], [3, 4]]);
  program.feed('y', [[1], [2]]);
  const recording = record(program);
  const timeline = timelineOf(recording);
  const at = (id: string, part: 'value' | 0 | 1 | 2, t: number) => {
    const node = network.nodes.find((one) => one.id === id);
    const product = isProduct(node) ? productOf(node, timeline.shapes) : undefined;
    if (product === undefined) throw new Error(`${id} is no product`);
    return { product, unfolding: unfold(product, part, tensorsAt(recording, frameAt(timeline, t).state, product.node, part)) };
  };
  const absent = (id: string, part: 'value' | 0 | 1 | 2, t: number) => {
    const { product, unfolding } = at(id, part, t);
    return absenceOf(unfolding, product, recording);
  };

  test('absenceOf says what has not been reached, and what never will be', () => {
    expect(absent('l1', 'value', 0)).toBe('Not computed yet: the forward pass has not reached l₁.');
    expect(absent('l2', 1, 0)).toBe('Not computed yet: the backward pass has not gone from l₂ to W₂.');
    expect(absent('l1', 0, 0)).toBe('Not computed yet: the backward pass has not come to its end.');
    expect(absent('l1', 0, Infinity)).toBeUndefined();
    expect(absent('l1', 1, Infinity)).toBeUndefined();
    expect(absent('l2', 'value', Infinity)).toBeUndefined();
  });

  test('absenceOf says why nothing comes back where the output does not depend on the product', () => {
    const graph: Graph = {
      nodes: [
        { id: 'A', role: 'data', value: [[1, 2]] },
        { id: 'B', role: 'parameter', value: [[1], [2]] },
        { id: 'P', op: 'matmul', inputs: ['A', 'B'] },
        { id: 'g', op: 'sum', inputs: ['B'] },
      ],
      output: 'g',
    };
    const made = record(compile(graph));
    const line = timelineOf(made);
    const node = graph.nodes.find(({ id }) => id === 'P');
    const product = isProduct(node) ? productOf(node, line.shapes) : undefined;
    const unfolding = product && unfold(product, 1, tensorsAt(made, frameAt(line, Infinity).state, product.node, 1));
    expect(product && unfolding && absenceOf(unfolding, product, made)).toBe('g does not depend on P: nothing comes back here.');
  });

  test('originOf says so where no backward pass has computed the numbers', () => {
    const origin = (id: string, part: 'value' | 0 | 1 | 2, t: number) => {
      const { product, unfolding } = at(id, part, t);
      return originOf(unfolding, product, recording);
    };
    expect(origin('l1', 0, Infinity)).toBe('Nothing that X holds is trained, so that the backward pass leaves this gradient out. It has been computed for this picture alone.');
    expect([origin('l1', 0, 0), origin('l1', 1, Infinity), origin('l1', 'value', Infinity)]).toEqual([undefined, undefined, undefined]);
  });

  test('matrixName and makingOf write what stands in the formulas', () => {
    const place = { row: 1, column: 2 };
    const made = (part: 'value' | 0 | 1 | 2) => {
      const { product, unfolding } = at('l1', part, Infinity);
      return makingOf(unfolding, place, (matrix: Matrix) => matrixName(matrix, product, network));
    };
    expect(made('value')).toBe('row 2 of X times column 3 of W₁, plus b₁');
    expect(made(1)).toBe('row 2 of Xᵀ times column 3 of ∂C/∂l₁');
    expect(made(0)).toBe('row 2 of ∂C/∂l₁ times column 3 of W₁ᵀ');
    expect(made(2)).toBe('the sum of column 3 of ∂C/∂l₁');
  });
});
