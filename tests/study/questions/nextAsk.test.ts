import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, Random, record } from '../../../src/engine';
import { parseExpression } from '../../../src/expression/parseExpression';
import { frameAt } from '../../../src/scene/frame';
import { timelineOf } from '../../../src/scene/timeline';
import { DIFFICULTIES, type Difficulty } from '../../../src/study/questions/difficulty';
import { nextAsk, type NextAsk } from '../../../src/study/questions/nextAsk';
import { questionOf } from '../../../src/study/questions/questionOf';
import type { Timeline } from '../../../src/scene/timeline';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { scalars, wildGraph } from '../../engine/scalarGraphs';
import { networkTimeline, SUM_TIMES_Z, timeOf } from './graphsOfQuestions';

/** All questions of one walk through an iteration. */
function walkThrough(timeline: Timeline, difficulty: Difficulty, seed = 1): NextAsk[] {
  const random = new Random(seed);
  const asked: NextAsk[] = [];
  for (let t = 0; ; ) {
    const next = nextAsk(timeline, t, difficulty, random);
    if (next === undefined) return asked;
    asked.push(next);
    t = questionOf(timeline, next.ask)?.reveal ?? Infinity;
  }
}

/** Whether what is asked for can be seen at a moment. */
function isShown(timeline: Timeline, { ask }: NextAsk, t: number): boolean {
  const { nodes, edges } = frameAt(timeline, t).state;
  switch (ask.what) {
    case 'value':
      return nodes.get(ask.node)?.value !== undefined;
    case 'gradient':
    case 'shape':
      return nodes.get(ask.node)?.gradient !== undefined;
    case 'flow':
      return edges.get(ask.edge)?.flow !== undefined;
    case 'next': {
      const answer = questionOf(timeline, ask)?.answer;
      const kind = timeline.steps[ask.after]?.phase === 'sort' ? 'sort' : 'forward';
      // The queue of the sort is on the screen; nothing tells which node is computed next.
      return kind === 'sort' && answer?.kind === 'node' && [...answer.nodes].some((id) => nodes.get(id)?.sort !== 'waiting');
    }
  }
}

describe('nextAsk', () => {
  it.each(DIFFICULTIES)('asks, of random graphs and when it is %s, only what has an answer that is not shown yet', (difficulty) => {
    fc.assert(
      fc.property(fc.oneof(arbitraryGraph('any'), wildGraph), fc.nat(9), (graph, seed) => {
        const timeline = timeOf(graph);
        for (const next of walkThrough(timeline, difficulty, seed)) {
          const question = questionOf(timeline, next.ask);
          expect(question?.before).toBe(next.at);
          expect(isShown(timeline, next, next.at)).toBe(false);
          if (next.ask.what !== 'next') expect(isShown(timeline, next, question?.reveal ?? 0)).toBe(true);
          if (question?.answer.kind === 'number') {
            expect(question.answer.value).not.toBe(0);
            expect(question.answer.parts).toBeLessThanOrEqual({ easy: 3, medium: 4, hard: 30 }[difficulty]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('goes forward, and ends', () => {
    for (const difficulty of DIFFICULTIES) {
      const asked = walkThrough(networkTimeline(), difficulty);
      expect(asked.length).toBeGreaterThan(0);
      const times = asked.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('asks at every difficulty for its own kinds, over some walks', () => {
    const kinds = (difficulty: Difficulty): string[] => {
      const all = Array.from({ length: 8 }, (_, seed) => [networkTimeline(), timeOf(SUM_TIMES_Z)].flatMap((timeline) => walkThrough(timeline, difficulty, seed)));
      return [...new Set(all.flat().map(({ ask }) => ask.what))].toSorted();
    };
    expect(kinds('easy')).toEqual(['next', 'shape', 'value']);
    expect(kinds('medium')).toEqual(['gradient', 'value']);
    expect(kinds('hard')).toEqual(['gradient']);
  });

  it('asks for sums over paths, and for the paths, when it is hard', () => {
    const timeline = timeOf(scalars('x = 3', 'y = 4', 'a = mul(x, y)', 'b = mul(x, x)', 'f = add(a, b)'));
    const asked = Array.from({ length: 8 }, (_, seed) => walkThrough(timeline, 'hard', seed)).flat();
    expect(asked.some(({ ask }) => ask.what === 'gradient' && ask.node === 'x')).toBe(true);
    expect(asked.some(({ ask }) => ask.what === 'flow')).toBe(true);
  });

  it('asks, when it is hard, for sums, shares and cells alone where the graph has any', () => {
    const walks = [networkTimeline(), timeOf(scalars('x = 3', 'y = 4', 'a = mul(x, y)', 'b = mul(x, x)', 'f = add(a, b)'))];
    for (const timeline of walks) {
      const { recording, shapes } = timeline;
      const asked = Array.from({ length: 8 }, (_, seed) => walkThrough(timeline, 'hard', seed)).flat();
      expect(asked.length).toBeGreaterThan(8);
      for (const { ask, effort } of asked) {
        expect(effort).toBe('part');
        if (ask.what !== 'gradient' && ask.what !== 'flow') throw new Error(ask.what);
        const node = ask.what === 'gradient' ? ask.node : (recording.edges.find(({ id }) => id === ask.edge)?.from ?? '');
        const cells = shapes.get(node)?.reduce((product, length) => product * length, 1) ?? NaN;
        const comesOver = recording.steps.filter((step) => step.kind === 'flow' && step.edge.from === node);
        // A bias of one number is a sum over the examples.
        const reaches = comesOver.some((step) => step.kind === 'flow' && step.edge.port === 2);
        expect(cells > 1 || comesOver.length > 1 || reaches, JSON.stringify(ask)).toBe(true);
      }
    }
  });

  it('asks, when it is hard, for plain gradients where no other is to be had, and for values where none is', () => {
    const plain = Array.from({ length: 8 }, (_, seed) => walkThrough(timeOf(SUM_TIMES_Z), 'hard', seed)).flat();
    expect(plain.length).toBeGreaterThan(8);
    for (const { ask, effort } of plain) expect([ask.what, effort]).toEqual(['gradient', 'gradient']);
    // Nothing comes back through a ReLU that is closed.
    const shut = timeOf(scalars('x = -2', 'y = 5', 'a = mul(x, y)', 'f = relu(a)'));
    const values = Array.from({ length: 8 }, (_, seed) => walkThrough(shut, 'hard', seed)).flat();
    expect(values.length).toBeGreaterThan(0);
    for (const { ask, effort } of values) expect([ask.what, effort]).toEqual(['value', 'value']);
  });

  it('rather ends than asks for something easier, when it is hard', () => {
    const timeline = networkTimeline();
    const random = new Random(1);
    for (let t = 0; t <= timeline.steps.length; t++) {
      const next = nextAsk(timeline, t, 'hard', random);
      if (next !== undefined) expect(next.effort).toBe('part');
    }
    // The last that comes back is a share of x; after it there is only what is plain, and that is not asked for.
    const ends = timeOf(scalars('w = 2', 'x = 3', 'v = mul(w, 5)', 'a = mul(x, x)', 'f = mul(v, a)'));
    const last = ends.steps.findLastIndex((step) => step.kind === 'flow' && step.edge.from === 'x');
    expect(nextAsk(ends, last + 1, 'hard', random)).toBeUndefined();
    expect(nextAsk(ends, 0, 'hard', random)?.effort).toBe('part');
  });

  it('asks for anything but what was asked for last, and for nothing easier in its place', () => {
    const graphs = [SUM_TIMES_Z, scalars('x = 3', 'f = mul(x, x)'), scalars('x = 2', 'y = 3', 'a = add(x, y)', 'b = mul(a, x)', 'f = mul(b, x)')];
    for (const timeline of graphs.map(timeOf)) {
      for (const difficulty of DIFFICULTIES) {
        for (let seed = 0; seed < 8; seed++) {
          const random = new Random(seed);
          const last = nextAsk(timeline, 0, difficulty, random);
          if (last === undefined) continue;
          const next = nextAsk(timeline, 0, difficulty, random, last.ask);
          expect(next?.ask).not.toEqual(last.ask);
          if (next !== undefined) expect(next.effort).toBe(last.effort);
        }
      }
    }
    // x is far too large to be asked about: the gradient of a is the only one, and the value of a would be easier.
    const single = timeOf(scalars('x = 30000000', 'a = div(x, 10000000)', 'f = neg(a)'));
    const random = new Random(1);
    const only = nextAsk(single, 0, 'hard', random);
    expect(only).toMatchObject({ ask: { what: 'gradient', node: 'a' }, effort: 'gradient' });
    expect(nextAsk(single, 0, 'hard', random, only?.ask)).toBeUndefined();
    expect(nextAsk(single, 0, 'medium', random)?.ask).toMatchObject({ what: 'value', node: 'a' });
  });

  it('asks for no gradient for which something is still on its way', () => {
    // q's gradient arrives after the first of x has.
    const timeline = timeOf(scalars('x = 3', 'y = 4', 'q = add(x, y)', 'f = mul(x, q)'));
    const asked = Array.from({ length: 8 }, (_, seed) => walkThrough(timeline, 'hard', seed)).flat();
    expect(asked.some(({ ask }) => ask.what === 'gradient' && ask.node === 'x')).toBe(false);
  });

  it('asks for the order before the queue shows it', () => {
    const timeline = timeOf(scalars('x = 1', 'a = neg(x)', 'b = exp(a)', 'f = add(b, x)'));
    const asked = Array.from({ length: 8 }, (_, seed) => walkThrough(timeline, 'easy', seed)).flat();
    const sorting = asked.filter(({ ask, at }) => ask.what === 'next' && timeline.steps[at]?.phase === 'sort');
    expect(sorting.length).toBeGreaterThan(0);
    for (const { at } of sorting) expect(timeline.steps[at - 1]).toMatchObject({ kind: 'emit' });
  });

  it('never asks for the value of a circuit, which stands beside its graph', () => {
    const asked = Array.from({ length: 8 }, (_, seed) => DIFFICULTIES.flatMap((difficulty) => walkThrough(timeOf(SUM_TIMES_Z), difficulty, seed))).flat();
    expect(asked.some(({ ask }) => ask.what === 'value' && ask.node === 'f')).toBe(false);
    expect(asked.some(({ ask }) => ask.what === 'value' && ask.node === 'q')).toBe(true);
  });

  it('has nothing to ask once the iteration is over, nor of a single leaf', () => {
    const timeline = networkTimeline();
    expect(nextAsk(timeline, timeline.steps.length, 'hard', new Random(1))).toBeUndefined();
    expect(nextAsk(timeOf(scalars('x = 3')), 0, 'easy', new Random(1))).toBeUndefined();
  });

  it('finds a question in the largest expression at once', () => {
    const text = Array.from({ length: 120 }, (_, index) => `v${index + 1} = (v${index} * 0.9 + y) / 2`).join('\n');
    const parsed = parseExpression(`${text}\nv120`);
    if (!('expression' in parsed)) throw new Error(parsed.problem.message);
    const { graph } = parsed.expression;
    const program = compile({ ...graph, nodes: graph.nodes.map((node) => ('role' in node && node.value === undefined ? { ...node, value: 1.5 } : node)) });
    const timeline = timelineOf(record(program));
    const began = performance.now();
    for (const difficulty of DIFFICULTIES) expect(nextAsk(timeline, 0, difficulty, new Random(1))).toBeDefined();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
