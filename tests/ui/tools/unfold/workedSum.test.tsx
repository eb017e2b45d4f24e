import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { compile, record, type Graph } from '../../../../src/engine';
import { formatNumber } from '../../../../src/scene/format';
import { frameAt } from '../../../../src/scene/frame';
import { timelineOf } from '../../../../src/scene/timeline';
import { isProduct, productOf, type ProductPart } from '../../../../src/study/unfold/product';
import { tensorsAt } from '../../../../src/study/unfold/tensors';
import { unfold } from '../../../../src/study/unfold/unfold';
import { WorkedSum } from '../../../../src/ui/tools/unfold/WorkedSum';

function written(inner: number, part: ProductPart): string {
  const graph: Graph = {
    nodes: [
      { id: 'X', role: 'data', value: [Array.from({ length: inner }, (_, c) => (c === 1 ? -c - 1 : c + 1))] },
      { id: 'W', role: 'parameter', value: Array.from({ length: inner }, (_, c) => [c === 0 ? -0.5 : 2]) },
      { id: 'b', role: 'parameter', value: [-10] },
      { id: 'Z', op: 'linear', inputs: ['X', 'W', 'b'] },
      { id: 'C', op: 'sum', inputs: ['Z'] },
    ],
    output: 'C',
  };
  const recording = record(compile(graph));
  const timeline = timelineOf(recording);
  const node = graph.nodes[3];
  const product = isProduct(node) ? productOf(node, timeline.shapes) : undefined;
  if (product === undefined) throw new Error('no product');
  const unfolding = unfold(product, part, tensorsAt(recording, frameAt(timeline, Infinity).state, product.node, part));
  const markup = renderToStaticMarkup(<WorkedSum unfolding={unfolding} place={{ row: 0, column: 0 }} cellName="Z" making="row 1 of X" format={(value) => formatNumber(value)} />);
  return markup.replaceAll(/<\/li>/g, ' | ').replaceAll(/<[^>]+>/g, '');
}

describe('WorkedSum', () => {
  test('writes products with their signs, the bias as it is, and the sum', () => {
    // 1 × (−0.5) − 2 × 2 + 3 × 2 − 10 = −8.5
    expect(written(3, 'value')).toBe('Z is row 1 of X1 × (−0.5) = −0.5 | − 2 × 2 = −4 | + 3 × 2 = 6 | − 10 | = −8.5 | ');
  });

  test('folds a long sum behind its first fifteen summands, and keeps the last', () => {
    const text = written(40, 'value');
    expect(text).toContain('+ 15 × 2 = 30 | … 25 more …− 10 | = ');
    expect(text).not.toContain('16 × 2');
    expect(written(15, 'value')).not.toContain('more');
  });

  test('writes a gradient of one row as one product', () => {
    expect(written(3, 1)).toBe('Z is row 1 of X1 × 1 = 1 | = 1 | ');
  });
});
