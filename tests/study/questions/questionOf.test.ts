import { describe, expect, it } from 'vitest';
import { compile, record, type Tensor } from '../../../src/engine';
import type { Ask } from '../../../src/lessons/ask';
import { timelineOf, type Timeline } from '../../../src/scene/timeline';
import { answerText } from '../../../src/study/questions/answerText';
import { judge } from '../../../src/study/questions/judge';
import { questionOf } from '../../../src/study/questions/questionOf';
import { scalars } from '../../engine/scalarGraphs';
import { ask, networkTimeline, SQUARE_LAYER, timeOf } from './graphsOfQuestions';

describe('questionOf', () => {
  it('asks nothing that is given, that is not there, or that is no finite number', () => {
    const timeline = timeOf(scalars('x = 0', 'y = 2', 'k = 3', 'a = log(x)', 'f = mul(a, y)'));
    expect(questionOf(timeline, { what: 'value', node: 'x', cell: 0 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'value', node: 'a', cell: 0 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'value', node: 'f', cell: 1 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'value', node: 'none', cell: 0 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'gradient', node: 'k', cell: 0 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'flow', edge: 'none:0', cell: 0 })).toBeUndefined();
    expect(questionOf(timeline, { what: 'shape', node: 'none' })).toBeUndefined();
    expect(questionOf(timeline, { what: 'next', after: timeline.steps.length })).toBeUndefined();
    expect(questionOf(timeline, { what: 'next', after: 0.5 })).toBeUndefined();
  });

  it('asks before the first of a gradient arrives, and shows it once the last has', () => {
    const timeline = timeOf(scalars('x = 3', 'y = 4', 'q = add(x, y)', 'f = mul(x, q)'));
    const { before, reveal } = ask(timeline, { what: 'gradient', node: 'x', cell: 0 });
    const state = (t: number): Tensor | undefined => timeline.nodes.get('x')?.states.filter((_, index, states) => index === 0 || (timeline.nodes.get('x')?.at[index - 1] ?? 0) < t || states.length === 0).at(-1)?.gradient;
    expect(state(before)).toBeUndefined();
    expect(state(reveal)?.data[0]).toBe(10);
    expect(state(reveal - 1)?.data[0]).not.toBe(10);
  });

  it('asks of a value before it is computed, with the inputs there', () => {
    const timeline = timeOf(SQUARE_LAYER);
    const { before, reveal } = ask(timeline, { what: 'value', node: 'l1', cell: 0 });
    expect(timeline.steps[before]).toMatchObject({ kind: 'compute', node: 'l1' });
    expect(timeline.steps[before - 1]).toMatchObject({ kind: 'carry' });
    expect(reveal).toBe(before + 1);
  });

  it('gives the rule, the names and the numbers as hints, and not the result', () => {
    const timeline = timeOf(scalars('x = -2', 'y = 5', 'z = -4', 'q = add(x, y)', 'f = mul(q, z)'));
    expect(ask(timeline, { what: 'gradient', node: 'x', cell: 0 }).hints).toEqual([
      { text: 'Take two steps. How fast does q change as x grows? And how fast does f change with q: ∂f/∂q? Multiply the two.', tex: [] },
      { text: 'In this graph:', tex: ['\\frac{\\partial f}{\\partial x} = \\frac{\\partial f}{\\partial q}'] },
      { text: 'With the numbers of the graph: 1 × (−4) = ?', tex: [] },
    ]);
    expect(ask(timeline, { what: 'value', node: 'q', cell: 0 }).hints).toEqual([
      { text: 'q is an Add node. The sum of its inputs.', tex: [] },
      { text: 'It reads x, y:', tex: ['q = x + y'] },
      { text: 'With the numbers of the graph: −2 + 5 = ?', tex: [] },
    ]);
    const [, , numbers] = ask(networkTimeline(), { what: 'flow', edge: 's:0', cell: 0 }).hints;
    expect(numbers.text).toMatch(/^With the numbers of the graph: \(0\.\d+ × \(1 − 0\.\d+\)\) × .+ = \?$/);
    const matrix = ask(timeOf(SQUARE_LAYER), { what: 'gradient', node: 'W1', cell: 1 }).hints;
    expect(matrix[1].text).toBe('This cell has a part in 2 numbers, so there are 2 products to add. In this graph:');
    expect(matrix[2].text).toBe('With the numbers of the graph: 1 × (−0.15) + 3 × (−1.275) = ?');
    expect(ask(timeOf(SQUARE_LAYER), { what: 'value', node: 'l1', cell: 1 }).hints[2].text).toBe('With the numbers of the graph: 1 × (−1) + 2 × 0.25 + 0.2 = ?');
    expect(ask(timeOf(SQUARE_LAYER), { what: 'value', node: 'l1', cell: 1 }).tex).toBe('\\left(l_{1}\\right)_{1,2}');
  });

  it('begins with a hint that says of links and shares what is to be done, in no words but those of the question', () => {
    const first = (timeline: Timeline, what: Ask): string => ask(timeline, what).hints[0].text;
    const both = timeOf(scalars('a = 2', 'b = 3', 'c = 4', 'g = mul(a, b, c)', 'h = add(g, c)'));
    expect(first(both, { what: 'gradient', node: 'g', cell: 0 })).toBe('h reads g itself, and nothing lies between them: how fast does h change as g grows, if all else stays?');
    expect(first(both, { what: 'gradient', node: 'c', cell: 0 })).toBe(
      'c is read twice, and a share comes back from each reading: how fast the reader changes with c, times how fast h changes with the reader (∂h/∂g and ∂h/∂h). Add the shares.',
    );
    expect(first(both, { what: 'flow', edge: 'g:2', cell: 0 })).toBe('Take two steps. How fast does g change as c grows along this edge alone? And how fast does h change with g: ∂h/∂g? Multiply the two.');
    const box = timeOf(scalars('side = 3', 'height = 5', 'volume = mul(side, side, height)'));
    expect(first(box, { what: 'gradient', node: 'side', cell: 0 })).toBe('volume reads side twice, and a share comes back from each reading: how fast volume changes as side grows there alone. Add the shares.');
    const deeper = timeOf(scalars('side = 3', 'area = mul(side, side)', 'f = mul(area, 7)'));
    expect(first(deeper, { what: 'gradient', node: 'side', cell: 0 })).toBe(
      'area reads side twice, and a share comes back from each reading: how fast area changes as side grows there alone, times how fast f changes with area: ∂f/∂area. Add the shares.',
    );
    const layer = timeOf(SQUARE_LAYER);
    expect(first(layer, { what: 'gradient', node: 'l1', cell: 0 })).toBe('C reads l₁ itself, and nothing lies between them: how fast does C change as this number of l₁ grows, if all else stays?');
    expect(first(layer, { what: 'gradient', node: 'W1', cell: 1 })).toBe(
      'This number of W₁ reaches several numbers of l₁. For each of them: how fast it changes as this number of W₁ grows, times how fast C changes with it, which ∂C/∂l₁ says. Add the products.',
    );
  });

  it('asks for the gradient of the output by itself, which is 1', () => {
    const timeline = timeOf(scalars('x = 3', 'f = mul(x, 2)'));
    const seed = ask(timeline, { what: 'gradient', node: 'f', cell: 0 });
    expect(seed.prompt).toBe('What is ∂f/∂f, with which the backward pass begins?');
    expect(judge(seed, '1').verdict).toBe('right');
    expect(judge(seed, '6')).toEqual({ verdict: 'slip', kind: 'value', says: 'That is the value of f, not its gradient.' });
  });

  it('hints at a shape with the shapes of what is read', () => {
    const shape = ask(networkTimeline(), { what: 'shape', node: 'l1' });
    expect(shape.prompt).toBe('What shape does l₁ have?');
    expect(shape.hints.map(({ text }) => text)).toEqual([
      'A product has the rows of its left factor and the columns of its right one; the bias changes no shape.',
      'l₁ reads X as X, W₁ as W and b₁ as b:',
      'X is 4 × 3, W₁ is 3 × 2 and b₁ is 2.',
    ]);
    const gradient = ask(networkTimeline(), { what: 'shape', node: 'W1' });
    expect(gradient.prompt).toBe('Which shape will ∂C/∂W₁ have?');
    expect(gradient.hints).toEqual([
      { text: 'It holds one number for every number of W₁: how C changes with that one.', tex: [] },
      { text: 'In this graph:', tex: ['\\frac{\\partial C}{\\partial W_{1}} = X^{\\mathsf T}\\, \\frac{\\partial C}{\\partial l_{1}}'] },
      { text: 'X is 4 × 3, b₁ is 2 and ∂C/∂l₁ is 4 × 2.', tex: [] },
    ]);
    expect(judge(gradient, '3 x 2').verdict).toBe('right');
  });

  it('works through what a training records, updates and all', () => {
    const timeline = timelineOf(record(compile(SQUARE_LAYER), { learningRate: 0.1 }));
    expect(judge(ask(timeline, { what: 'gradient', node: 'W1', cell: 1 }), '-3.975').verdict).toBe('right');
  });
});

describe('answerText', () => {
  it('says the answer in a sentence', () => {
    const timeline = networkTimeline();
    expect(answerText(ask(timeline, { what: 'gradient', node: 'C', cell: 0 }).answer)).toBe('The answer is 1.');
    expect(answerText(ask(timeline, { what: 'shape', node: 'l1' }).answer)).toBe('The answer is 4 × 2.');
    expect(answerText(ask(timeline, { what: 'shape', node: 'C' }).answer)).toBe('The answer is a scalar: a single number.');
    const two = timeOf(scalars('x = 1', 'a = neg(x)', 'b = exp(x)', 'f = add(a, b)'));
    expect(answerText(ask(two, { what: 'next', after: two.steps.findIndex(({ phase }) => phase === 'forward') }).answer)).toBe('a is next. b could come next as well.');
  });
});
