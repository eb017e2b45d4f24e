import { describe, expect, test } from 'vitest';
import { compile, edgesOf, record } from '../../../src/engine';
import { box, fixedPostage, order, orders } from '../../../src/lessons/graphOfNodes/graphs';
import { isCircuitGraph } from '../../../src/scene/figure';
import { computed, gradientOf, gradientRowsOf, rowsOf, valueOf } from '../computedStage';

describe('order', () => {
  const program = computed({ kind: 'graph', graph: order });

  test('costs 3 · 4 + 5 = 17', () => {
    expect(valueOf(program, 'goods')).toBe(12);
    expect(valueOf(program, 'total')).toBe(17);
  });

  test('has for gradients what one more of each would cost', () => {
    expect(['total', 'goods', 'postage', 'price', 'amount'].map((id) => gradientOf(program, id))).toEqual([1, 1, 1, 4, 3]);
    // The total is a straight line in each of them, so that one more is exact.
    const total = (price: number, amount: number, postage: number) => price * amount + postage;
    expect([total(4, 4, 5) - 17, total(3, 5, 5) - 17, total(3, 4, 6) - 17]).toEqual([4, 3, 1]);
  });
});

describe('fixedPostage', () => {
  test('comes to the same, and has no gradient for its constant', () => {
    const program = computed({ kind: 'graph', graph: fixedPostage });
    expect(valueOf(program, 'total')).toBe(17);
    const flows = record(compile(fixedPostage)).steps.flatMap((step) => (step.kind === 'flow' ? [step.edge.from] : []));
    expect(flows).not.toContain('5');
    expect(flows).toContain('price');
  });
});

describe('box', () => {
  test('is read on two ports, each with a share of its own: 15 + 15 = 30', () => {
    const program = computed({ kind: 'graph', graph: box });
    expect(valueOf(program, 'volume')).toBe(45);
    expect(edgesOf(box).map(({ id, from }) => [id, from])).toEqual([['volume:0', 'side'], ['volume:1', 'side'], ['volume:2', 'height']]);
    const flows = record(compile(box)).steps.flatMap((step) => (step.kind === 'flow' ? [step.flow.data[0]] : []));
    expect(flows).toEqual([15, 15, 9]);
    expect(gradientOf(program, 'side')).toBe(30);
  });
});

describe('orders', () => {
  const program = computed({ kind: 'graph', graph: orders });

  test('has a total for each order, and all of them for takings', () => {
    expect(rowsOf(program, 'totals')).toEqual([[4 * 3 + 0 * 2 + 1 * 7], [2 * 3 + 5 * 2 + 3 * 7]]);
    expect(valueOf(program, 'takings')).toBe(19 + 37);
  });

  test('has for the gradient of a price how often the good was ordered', () => {
    expect(gradientRowsOf(program, 'prices')).toEqual([[6], [5], [4]]);
  });

  test('is drawn as tables, and the others as circuits', () => {
    expect([order, fixedPostage, box, orders].map(isCircuitGraph)).toEqual([true, true, true, false]);
  });
});
