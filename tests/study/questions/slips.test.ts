import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, isLeaf, record, type Edge, type Recording, type Tensor } from '../../../src/engine';
import type { Ask } from '../../../src/lessons/ask';
import { timelineOf } from '../../../src/scene/timeline';
import { answerText } from '../../../src/study/questions/answerText';
import { judge } from '../../../src/study/questions/judge';
import type { Question } from '../../../src/study/questions/question';
import { questionOf } from '../../../src/study/questions/questionOf';
import type { SlipKind } from '../../../src/study/questions/slipKinds';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { scalars, wildGraph } from '../../engine/scalarGraphs';
import { ask, everyAsk, networkTimeline, SQUARE_LAYER, timeOf } from './graphsOfQuestions';

/** What somebody who makes one mistake comes to. */
interface Mistake {
  readonly kind: SlipKind;
  readonly value: number;
}

interface Known {
  readonly recording: Recording;
  readonly value: (id: string) => Tensor;
  readonly gradient: (id: string) => Tensor;
}

/** What the recording alone knows. */
function knownOf(recording: Recording): Known {
  const values = new Map<string, Tensor>();
  const gradients = new Map<string, Tensor>();
  for (const step of recording.steps) {
    if (step.kind === 'feed' || step.kind === 'compute') values.set(step.node, step.value);
    if (step.kind === 'seed') gradients.set(step.node, step.gradient);
    if (step.kind === 'flow') gradients.set(step.edge.from, step.total);
  }
  const nothing: Tensor = { shape: [], data: new Float64Array(0) };
  return { recording, value: (id) => values.get(id) ?? nothing, gradient: (id) => gradients.get(id) ?? nothing };
}

/**
 * Local derivatives by moving one cell and computing the reader again as a graph of its own: how much each cell of the
 * reader changes.
 */
function locals({ recording, value }: Known, edge: Edge, cell: number): number[] {
  const reader = recording.graph.nodes.find(({ id }) => id === edge.to);
  if (reader === undefined || isLeaf(reader)) return [];
  const step = 1e-6;
  const moved = (by: number): Float64Array => {
    const inputs = reader.inputs.map((_, port) => `p${port}`);
    const program = compile({
      nodes: [...reader.inputs.map((id, port) => ({ id: `p${port}`, role: 'data' as const, shape: value(id).shape })), { ...reader, inputs }],
      output: reader.id,
    });
    reader.inputs.forEach((id, port) => {
      const data = value(id).data.slice();
      if (port === edge.port) data[cell] = (data[cell] ?? NaN) + by;
      program.feed(`p${port}`, { shape: value(id).shape, data });
    });
    program.forward();
    return program.value(reader.id).data;
  };
  const [up, down] = [moved(step), moved(-step)];
  return Array.from(up, (x, index) => (x - (down[index] ?? NaN)) / (2 * step));
}

/** Wrong answers, worked out from the recording and by differences. */
function mistakesOf(known: Known, asked: Ask, answer: number): Mistake[] {
  if (asked.what === 'value') return [{ kind: 'sign', value: -answer }];
  if (asked.what !== 'gradient' && asked.what !== 'flow') return [];
  const flows = known.recording.steps.flatMap((step) => (step.kind === 'flow' ? [step] : []));
  const mine = flows.filter(({ edge }) => (asked.what === 'flow' ? edge.id === asked.edge : edge.from === asked.node));
  const node = asked.what === 'gradient' ? asked.node : (mine[0]?.edge.from ?? '');
  const mistakes: Mistake[] = [
    { kind: 'sign', value: -answer },
    { kind: 'value', value: known.value(node).data[asked.cell] ?? NaN },
  ];
  if (mine.length === 0) return mistakes;
  let local = 0;
  let upstream = 0;
  for (const { edge } of mine) {
    const gradient = known.gradient(edge.to).data;
    locals(known, edge, asked.cell).forEach((slope, cell) => {
      local += slope;
      // What a cell does not reach does not count.
      if (slope !== 0) upstream += gradient[cell] ?? NaN;
    });
  }
  mistakes.push({ kind: 'local', value: local }, { kind: 'upstream', value: upstream });
  if (mine.length > 1) for (const { flow } of mine) mistakes.push({ kind: 'path', value: flow.data[asked.cell] ?? NaN });
  return mistakes;
}

function answerOf({ answer }: Question): number | undefined {
  return answer.kind === 'number' ? answer.value : undefined;
}

/** Right as it is typed. */
function written({ answer }: Question): string {
  if (answer.kind === 'number') return String(answer.value);
  if (answer.kind === 'node') return answer.taken;
  return answer.shape.length === 0 ? 'scalar' : answer.shape.join(' x ');
}

describe('questionOf, of random graphs', () => {
  it.each([
    ['tensors', arbitraryGraph('any')],
    ['single numbers', wildGraph],
  ])('accepts its own answer, of %s, and has three hints and a time before it and after', (_, graphs) => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const timeline = timeOf(graph);
        for (const one of everyAsk(timeline.recording)) {
          const question = questionOf(timeline, one);
          if (question === undefined) continue;
          expect(judge(question, written(question)).verdict, question.prompt).toBe('right');
          expect(question.hints.every(({ text }) => text.length > 0)).toBe(true);
          expect(question.before).toBeLessThan(question.reveal);
          expect(question.reveal).toBeLessThanOrEqual(timeline.steps.length);
          const number = answerOf(question);
          expect(question.slips.filter(({ value }) => judge(question, String(value)).verdict === 'right')).toEqual([]);
          if (number !== undefined) expect(Number.isFinite(number)).toBe(true);
          expect(answerText(question.answer)).not.toBe('');
        }
      }),
      { numRuns: 12 },
    );
  });

  it('names each slip that it knows as that slip or as unknown, never as another', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const timeline = timeOf(graph);
        for (const one of everyAsk(timeline.recording)) {
          const question = questionOf(timeline, one);
          if (question === undefined) continue;
          const misnamed = question.slips.filter(({ kind, value }) => {
            const judgement = judge(question, String(value));
            return judgement.verdict === 'slip' && judgement.kind !== kind;
          });
          expect(misnamed, question.prompt).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('takes a mistake that is made from the recording for that mistake, for the right answer where it comes to that, or for none', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryGraph('smooth'), (graph) => {
        const timeline = timeOf(graph);
        const known = knownOf(timeline.recording);
        for (const one of everyAsk(timeline.recording)) {
          const question = questionOf(timeline, one);
          const answer = question && answerOf(question);
          if (question === undefined || answer === undefined) continue;
          for (const { kind, value } of mistakesOf(known, one, answer)) {
            if (!Number.isFinite(value)) continue;
            const judgement = judge(question, String(value));
            if (judgement.verdict === 'slip' && judgement.kind !== kind) expect(judgement.kind, `${question.prompt} ${value} in place of ${answer}`).toBe(kind);
            const key = `${kind} ${judgement.verdict}`;
            seen.set(key, (seen.get(key) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 25 },
    );
    // It is no feat never to name one.
    for (const kind of ['sign', 'value', 'local', 'upstream', 'path']) expect(seen.get(`${kind} slip`), kind).toBeGreaterThan(0);
  }, 20_000);
});

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
      { text: 'The chain rule: the local derivative of q by x × what arrives from above, ∂f/∂q.', tex: [] },
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
    expect(matrix[1].text).toBe('This cell has a part in 2 numbers, so that as many products are added. In this graph:');
    expect(matrix[2].text).toBe('With the numbers of the graph: 1 × (−0.15) + 3 × (−1.275) = ?');
    expect(ask(timeOf(SQUARE_LAYER), { what: 'value', node: 'l1', cell: 1 }).hints[2].text).toBe('With the numbers of the graph: 1 × (−1) + 2 × 0.25 + 0.2 = ?');
    expect(ask(timeOf(SQUARE_LAYER), { what: 'value', node: 'l1', cell: 1 }).tex).toBe('\\left(l_{1}\\right)_{1,2}');
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
