import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/study/questions/judge';
import { SLIP_GUESSES, SLIP_NAMES } from '../../../src/study/questions/slipKinds';
import type { Graph } from '../../../src/engine';
import { scalars } from '../../engine/scalarGraphs';
import { golden } from '../../engine/golden';
import { ask, networkTimeline, SUM_TIMES_Z, timeOf } from './graphsOfQuestions';

describe('judge, of the gradient of (x + y) · z', () => {
  const { grads, inputs } = golden.lesson.f_xplusy_z;
  const timeline = timeOf(SUM_TIMES_Z);
  const byX = ask(timeline, { what: 'gradient', node: 'x', cell: 0 });

  it('takes what torch computed', () => {
    for (const [node, gradient] of Object.entries(grads)) {
      expect(judge(ask(timeline, { what: 'gradient', node, cell: 0 }), String(gradient)).verdict).toBe('right');
    }
    expect(judge(byX, '-4')).toEqual({ verdict: 'right', says: 'Right: −4.' });
    expect(inputs['x']).toBe(-2);
  });

  it('names the local derivative without upstream', () => {
    expect(judge(byX, '1')).toEqual({ verdict: 'slip', kind: 'local', says: 'That is the local derivative alone, 1: how fast q changes with x. It still has to be multiplied by what arrives from above, ∂f/∂q.' });
  });

  it('names the wrong sign', () => {
    expect(judge(byX, '4')).toEqual({ verdict: 'slip', kind: 'sign', says: 'The size is right, the sign is not. Look at the signs of 1 and −4.' });
  });

  it('names the value', () => {
    expect(judge(byX, '-2')).toEqual({ verdict: 'slip', kind: 'value', says: 'That is the value of x, −2, not its gradient.' });
  });

  it('names upstream without the local derivative', () => {
    const byQ = ask(timeline, { what: 'flow', edge: 'f:0', cell: 0 });
    expect(judge(byQ, '1')).toEqual({ verdict: 'slip', kind: 'upstream', says: 'That is what arrives from above, ∂f/∂f: 1. It still has to be multiplied by the local derivative, how fast f changes with q.' });
  });

  it('names a point in the wrong place', () => {
    expect(judge(byX, '-40')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: −40 is ten times too large; the point stands one place too far to the right.' });
    expect(judge(byX, '-0.4')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: −0.4 is ten times too small; the point stands one place too far to the left.' });
  });

  it('names the factor that is missing, unless it is the answer itself', () => {
    const byX = ask(timeOf(scalars('x = 3', 'y = 4', 'z = 5', 'q = mul(x, y)', 'f = mul(q, z)')), { what: 'gradient', node: 'x', cell: 0 });
    expect(judge(byX, '4')).toMatchObject({ kind: 'local', says: 'That is the local derivative alone, 4: how fast q changes with x. It still has to be multiplied by what arrives from above, ∂f/∂q: 5.' });
    expect(judge(byX, '5')).toMatchObject({ kind: 'upstream', says: 'That is what arrives from above, ∂f/∂q: 5. It still has to be multiplied by the local derivative, how fast q changes with x: 4.' });
  });

  it('names none where two would do', () => {
    // The local derivative is y, and what arrives from above is z: both are 4.
    const one = timeOf(scalars('x = 3', 'y = 4', 'z = 4', 'q = mul(x, y)', 'f = mul(q, z)'));
    const byX = ask(one, { what: 'gradient', node: 'x', cell: 0 });
    expect(judge(byX, '4')).toEqual({ verdict: 'unknown', says: 'Not that. It can come from more than one mistake: the local derivative without what arrives from above or what arrives from above without the local derivative.' });
  });

  it('says of any other number that it knows no more, and whether it is close', () => {
    expect(judge(byX, '7')).toEqual({ verdict: 'unknown', says: 'Not that, and it comes from none of the usual mistakes. A hint shows the way.' });
    expect(judge(byX, '-4.1')).toEqual({ verdict: 'unknown', says: 'Close, but off by more than half a percent. Keep more digits on the way.' });
  });

  it('takes half a percent, and no more', () => {
    expect(judge(byX, '-4.019').verdict).toBe('right');
    expect(judge(byX, '-4.021').verdict).toBe('unknown');
  });

  it('cannot read what is no number', () => {
    expect(judge(byX, 'minus four')).toEqual({ verdict: 'unreadable', says: '“minus four” is not a number. Type one, such as −0.25 or 1/3.' });
  });
});

describe('judge, of a node that is read twice', () => {
  // f = x · (x + y): ∂f/∂x = (x + y) + x.
  const timeline = timeOf(scalars('x = 3', 'y = 4', 'q = add(x, y)', 'f = mul(x, q)'));
  const byX = ask(timeline, { what: 'gradient', node: 'x', cell: 0 });

  it('wants the sum', () => {
    expect(byX.prompt).toBe('What is ∂f/∂x, once all of it has arrived?');
    expect(judge(byX, '10').verdict).toBe('right');
  });

  it('names the one path that was taken', () => {
    expect(judge(byX, '7')).toEqual({ verdict: 'slip', kind: 'path', says: 'That is what comes back over f alone, 7. x is read twice, and what comes back from every reading is added.' });
  });

  it('names the sum of the local derivatives, and of what arrives', () => {
    expect(judge(byX, '8')).toEqual({ verdict: 'slip', kind: 'local', says: 'That is the sum of the local derivatives alone, 8. Each of them still has to be multiplied by what arrives from above.' });
    // 1 at f and 3 at q.
    expect(judge(byX, '4').verdict).toBe('unknown');
    const other = timeOf(scalars('x = 3', 'y = 5', 'k = 6', 'q = add(x, y)', 'p = mul(x, q)', 'f = mul(p, k)'));
    const gradient = ask(other, { what: 'gradient', node: 'x', cell: 0 });
    expect(judge(gradient, '24')).toEqual({ verdict: 'slip', kind: 'upstream', says: 'That is the sum of what arrives from above, 24. Each part of it still has to be multiplied by its local derivative.' });
  });

  it('counts more readings than two', () => {
    const thrice = timeOf(scalars('x = 3', 'y = 4', 'a = mul(x, y)', 'b = mul(x, 11)', 'f = add(x, a, b)'));
    expect(judge(ask(thrice, { what: 'gradient', node: 'x', cell: 0 }), '11')).toMatchObject({ kind: 'path', says: 'That is what comes back over b alone, 11. x is read 3 times, and what comes back from every reading is added.' });
    // 1 + 4 + 11, without the 4.
    expect(judge(ask(thrice, { what: 'gradient', node: 'x', cell: 0 }), '12')).toEqual({ verdict: 'slip', kind: 'path', says: 'What comes back over a is missing, 4. x is read 3 times, and what comes back from every reading is added.' });
  });
});

describe('judge, of the share along one edge', () => {
  // f = x · (x + y): the edge from f brings x + y = 7, that from q brings x = 3.
  const timeline = timeOf(scalars('x = 3', 'y = 4', 'q = add(x, y)', 'f = mul(x, q)'));

  it('names the whole gradient', () => {
    const share = ask(timeline, { what: 'flow', edge: 'f:0', cell: 0 });
    expect(share.prompt).toBe('What travels back from f to x?');
    expect(judge(share, '7').verdict).toBe('right');
    expect(judge(share, '10')).toEqual({ verdict: 'slip', kind: 'whole', says: 'That is the whole gradient of x, 10, the shares of both edges added up. The question is about the share along one edge alone, from f.' });
    const one = ask(timeOf(scalars('x = 3', 'y = 4', 'a = mul(x, y)', 'b = mul(x, 11)', 'f = add(x, a, b)')), { what: 'flow', edge: 'b:0', cell: 0 });
    expect(judge(one, '16')).toEqual({ verdict: 'slip', kind: 'whole', says: 'That is the whole gradient of x, 16, the shares of all 3 edges added up. The question is about the share along one edge alone, from b.' });
  });

  it('takes the gradient for the share where there is one edge alone', () => {
    expect(judge(ask(timeline, { what: 'flow', edge: 'q:1', cell: 0 }), '3').verdict).toBe('right');
  });

  it('tells two edges between the same nodes apart', () => {
    const square = timeOf(scalars('x = 3', 'y = 5', 'f = sub(x, x)'));
    expect(ask(square, { what: 'flow', edge: 'f:1', cell: 0 }).prompt).toBe('What travels back from f to x along the second of their 2 edges?');
    expect(judge(ask(square, { what: 'flow', edge: 'f:1', cell: 0 }), '-1').verdict).toBe('right');
    const table = timeOf({
      nodes: [{ id: 'x', role: 'data', value: [1, 2] }, { id: 'p', op: 'mul', inputs: ['x', 'x'] }, { id: 'f', op: 'sum', inputs: ['p'] }],
      output: 'f',
    });
    expect(ask(table, { what: 'flow', edge: 'p:0', cell: 1 }).prompt).toBe('What travels back from p to x along the first of their 2 edges, at cell 2?');
  });

  it('has one name for it', () => {
    expect(SLIP_NAMES.whole).toBe('Whole gradient instead of one share');
    expect(SLIP_GUESSES.whole).toBe('the whole gradient instead of the share along one edge');
  });
});

describe('judge, of a shape', () => {
  const l1 = ask(networkTimeline(), { what: 'shape', node: 'l1' });

  it.each([
    ['4 x 2', { verdict: 'right', says: 'Right: 4 × 2.' }],
    ['2 x 4', { verdict: 'slip', kind: 'transpose', says: 'Rows and columns have been swapped: 2 × 4 is the shape of the transpose.' }],
    ['8', { verdict: 'unknown', says: 'The count of numbers is right, but they lie along other axes.' }],
    ['4 x 3', { verdict: 'unknown', says: 'Not that: 4 × 3 would hold 12 numbers.' }],
    ['9', { verdict: 'unknown', says: 'Not that: a vector of length 9 would hold 9 numbers.' }],
    ['0 x 2', { verdict: 'unknown', says: 'Not that: 0 × 2 would hold no numbers.' }],
    ['99999 x 99999', { verdict: 'unknown', says: 'Not that: 99999 × 99999 would hold more than 1,000,000,000 numbers.' }],
    ['scalar', { verdict: 'unknown', says: 'Not that: a scalar would hold 1 number.' }],
    ['many', { verdict: 'unreadable', says: '“many” is not a shape. Type one, such as 2 × 3, or scalar.' }],
  ])('takes %s for what it is', (typed, judgement) => {
    expect(judge(l1, typed)).toEqual(judgement);
  });

  it('takes a scalar under any of its names', () => {
    const cost = ask(networkTimeline(), { what: 'shape', node: 'C' });
    for (const typed of ['scalar', '()', '[]']) expect(judge(cost, typed)).toEqual({ verdict: 'right', says: 'Right: scalar.' });
    expect(judge(cost, '1')).toEqual({ verdict: 'unknown', says: 'The count of numbers is right, but they lie along other axes.' });
  });
});

describe('judge, of what is next', () => {
  const graph: Graph = scalars('x = 1', 'a = neg(x)', 'b = exp(x)', 'f = add(a, b)');
  const timeline = timeOf(graph);
  const fed = timeline.steps.findIndex(({ phase }) => phase === 'forward');
  const first = ask(timeline, { what: 'next', after: fed });

  it('takes every node that can be, and says which one is', () => {
    expect(first.prompt).toBe('Which node can be computed next?');
    expect(judge(first, 'a')).toEqual({ verdict: 'right', says: 'Right: a.' });
    expect(judge(first, 'b')).toEqual({ verdict: 'right', says: 'Right: b can come next. Here a is taken first; both orders do.' });
  });

  it('says what another waits for, or that it is there', () => {
    expect(judge(first, 'f')).toEqual({ verdict: 'unknown', says: 'Not yet: f reads a and b, which have no values yet.' });
    expect(judge(first, 'x')).toEqual({ verdict: 'unknown', says: 'x is given; nothing has to be computed for it.' });
    const second = ask(timeline, { what: 'next', after: fed + 2 });
    expect(judge(second, 'a')).toEqual({ verdict: 'unknown', says: 'a has its value already.' });
    expect(judge(second, 'f')).toEqual({ verdict: 'unknown', says: 'Not yet: f reads b, which has no value yet.' });
  });

  it('asks for the order while the graph is sorted', () => {
    const sorting = ask(timeline, { what: 'next', after: 0 });
    expect(sorting.prompt).toBe('Which node can come next in the order?');
    expect(judge(sorting, 'x').verdict).toBe('right');
    expect(judge(sorting, 'a')).toEqual({ verdict: 'unknown', says: 'Not yet: a reads x, which has no place yet.' });
    expect(judge(sorting, 'f')).toEqual({ verdict: 'unknown', says: 'Not yet: f reads a and b, which have no places yet.' });
    expect(judge(ask(timeline, { what: 'next', after: 2 }), 'x')).toEqual({ verdict: 'unknown', says: 'x has its place already.' });
  });

  it('cannot read the name of no node', () => {
    expect(judge(first, 'c')).toEqual({ verdict: 'unreadable', says: 'No node of this graph is called “c”. Type a name as it stands in the graph.' });
  });
});
