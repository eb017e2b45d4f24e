import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { buildNetwork } from '../../../../src/lessons/network';
import { formatNumber } from '../../../../src/scene/format';
import { Nudger } from '../../../../src/study/nudge/nudger';
import { Comparison } from '../../../../src/ui/tools/nudge/Comparison';
import { epsilonOf } from '../../../../src/ui/tools/nudge/EpsilonControl';
import { candidates, selectedNode } from '../../../../src/ui/tools/nudge/subject';
import { toldApart } from '../../../../src/ui/tools/nudge/toldApart';
import { recorded, scalars } from '../../../engine/scalarGraphs';

const network = buildNetwork({ features: 2, hidden: 3, batchSize: 2, seed: 1 });

describe('selectedNode', () => {
  test('is the selected node, for an edge the node whose value it carries, and nothing for what is not of this graph', () => {
    expect(selectedNode(network, { kind: 'node', id: 's' })).toBe('s');
    expect(selectedNode(network, { kind: 'edge', id: 'l1:1' })).toBe('W1');
    expect(selectedNode(network, { kind: 'node', id: 'gone' })).toBeUndefined();
    expect(selectedNode(network, { kind: 'edge', id: 'gone:0' })).toBeUndefined();
    expect(selectedNode(network, null)).toBeUndefined();
  });
});

describe('candidates', () => {
  test('names parameters first, then data, then what is computed', () => {
    expect(candidates(network).map(([id]) => id)).toEqual(['W1', 'b1', 'W2', 'b2', 'X', 'y', 'l1', 's', 'l2', 'C']);
    expect(candidates(network)[0]).toEqual(['W1', 'W₁ · parameter']);
    expect(candidates(network).at(-1)?.[1]).toBe('C · MSE');
  });
});

describe('toldApart', () => {
  test.each([
    [2, 2.1, '2', '2.1'],
    [743.354123, 743.347868, '743.3541', '743.3479'],
    [2.4999498, 2.49995, '2.4999498', '2.4999500'],
    [9.998, 10.01, '9.998', '10.010'],
    [5, 5, '5', '5'],
    [0, 1e-13, '0', '1e−13'],
  ])('writes %d and %d with two digits of their difference', (before, after, from, to) => {
    expect(toldApart(before, after)).toEqual([from, to]);
  });

  test('gives up where that would take more than nine digits', () => {
    expect(toldApart(743.35, 743.35 + 1e-10)).toBeUndefined();
  });
});

describe('epsilonOf', () => {
  test.each([[-3, 0.001], [-16, 1e-16], [0, 1], [-12.75, 1.8e-13]])('is ten to the %d, to two digits', (exponent, epsilon) => {
    expect(epsilonOf(exponent)).toBe(epsilon);
  });
});

describe('Comparison', () => {
  test('shows the move, what came of it, both slopes and the gradient', () => {
    const nudge = new Nudger(recorded(scalars('x := 2', 'f = pow(x, 3)'))).nudge('x', 0, 0.5);
    const markup = renderToStaticMarkup(<Comparison nudge={nudge} output="f" place="x" format={(value) => formatNumber(value, 6)} />);
    const text = markup.replaceAll(/<\/(dt|dd|th|td|tr)>/g, ' ').replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    // (2.5³ − 8)/0.5 = 15.25 and (2.5³ − 1.5³)/1 = 12.25, against 12.
    expect(text).toContain('x 2 → 2.5 +0.5 f 8 → 15.63 +7.63 ');
    expect(text).toContain('forward slope 15.25 0.27 none central slope 12.25 0.021 1 digit gradient 12 by backpropagation');
  });
});
