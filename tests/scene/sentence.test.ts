import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, faultOf, maskUnknown, record } from '../../src/engine';
import type { Step } from '../../src/engine/recording';
import { frameAt } from '../../src/scene/frame';
import { GRANULARITIES, stopsOf, type Granularity } from '../../src/scene/granularity';
import { sentenceOf, sentenceText, spokenSentence } from '../../src/scene/sentence';
import { timelineOf } from '../../src/scene/timeline';
import { graphs, NETWORK, recordingOf, scalar } from './recordings';

const edge = { id: 's:0', from: 'l1', to: 's', port: 0 };
const matrix = { shape: [1, 2], data: Float64Array.of(0.3, -0.4) };

function saying(step: Step): [string, string] {
  const other: Step = { phase: 'sort', kind: 'ready', node: 'X' };
  const timeline = timelineOf({ graph: NETWORK, order: [], edges: [edge], steps: [other, step, other] });
  const frame = frameAt(timeline, 1.5);
  return [sentenceText(sentenceOf(timeline, frame)), spokenSentence(timeline, frame)];
}

describe('sentenceOf and spokenSentence', () => {
  it.each<[Step, string, string]>([
    [{ phase: 'sort', kind: 'ready', node: 'l1' }, 'sort · l₁ is ready', 'Sort: l1 is ready'],
    [{ phase: 'sort', kind: 'emit', node: 'l1', position: 6 }, 'sort · l₁ is number 7', 'Sort: l1 is number 7'],
    [
      { phase: 'sort', kind: 'release', edge, waiting: 2 },
      'sort · l₁ → s',
      'Sort: the edge from l1 to s goes, s still waits for 2',
    ],
    [
      { phase: 'sort', kind: 'release', edge, waiting: 0 },
      'sort · l₁ → s',
      'Sort: the edge from l1 to s goes, s waits for nothing more',
    ],
    [{ phase: 'feed', kind: 'feed', node: 'X', value: matrix }, 'feed · X', 'Feed: X, value norm 0.5'],
    [{ phase: 'forward', kind: 'carry', edge, value: matrix }, 'forward · l₁ → s', 'Forward: from l1 to s, value norm 0.5'],
    [{ phase: 'forward', kind: 'compute', node: 'C', value: scalar(-8.4123) }, 'forward · C', 'Forward: C computes, value −8.41'],
    [{ phase: 'seed', kind: 'seed', node: 'C', gradient: scalar(1) }, 'seed · ∂C/∂C = 1', 'Seed: the gradient of C with respect to itself is 1'],
    [
      { phase: 'backward', kind: 'flow', edge, flow: matrix, total: matrix },
      'backward · s → l₁',
      'Backward: from s to l1, gradient norm 0.5',
    ],
    [
      { phase: 'update', kind: 'update', node: 'b2', before: scalar(2), gradient: scalar(1), after: scalar(1.99), learningRate: 0.01 },
      'update · b₂',
      'Update: b2 moves by 0.01, against its gradient',
    ],
  ])('say what %o does', (step, written, spoken) => {
    expect(saying(step)).toEqual([`${written} · step 2 of 3`, `${spoken}. Step 2 of 3.`]);
  });

  it('say so at the start and at the end', () => {
    const timeline = timelineOf({ graph: NETWORK, order: [], edges: [], steps: [{ phase: 'feed', kind: 'feed', node: 'X', value: scalar(3) }] });
    const [start, end] = [frameAt(timeline, 0), frameAt(timeline, 1)];
    expect(sentenceText(sentenceOf(timeline, start))).toBe('start · nothing computed yet · step 0 of 1');
    expect(spokenSentence(timeline, start)).toBe('Start of the iteration: nothing is computed yet. 1 step.');
    expect(sentenceText(sentenceOf(timeline, end))).toBe('feed · X · step 1 of 1');
    expect(spokenSentence(timeline, end)).toBe('Feed: X, value 3. Step 1 of 1. End of the iteration.');
  });
});

describe('sentenceOf and spokenSentence of longer strides', () => {
  const timeline = timelineOf(recordingOf(NETWORK));
  const told = (granularity: Granularity): string[] =>
    stopsOf(timeline, granularity).slice(1).map((stop) => sentenceOf(timeline, frameAt(timeline, stop), granularity).what);
  const spoken = (granularity: Granularity): string[] =>
    stopsOf(timeline, granularity).slice(1).map((stop) => spokenSentence(timeline, frameAt(timeline, stop), granularity).replace(/ Step .*/, ''));

  it('tell all that a node does, node by node', () => {
    const words = told('node');
    expect(words).toEqual(expect.arrayContaining(['X, W₁, b₁ → l₁', 'l₁ → s', 'y, l₂ → C', 'l₂ → s, W₂, b₂', '∂C/∂C = 1', 'b₂']));
    expect(words.slice(0, 2)).toEqual(['X, y, W₁, b₁ and 2 more are ready', 'X is number 1']);
    expect(words).toContain('b₁ is number 4, l₁ is ready');
  });

  it('tell what a phase came to, phase by phase', () => {
    expect(told('phase')).toEqual([
      'order settled', 'batch and parameters fed', 'all values computed', '∂C/∂C = 1', 'all gradients known', 'parameters moved',
    ]);
  });

  it('tell of a phase that is not over what is happening in it', () => {
    const { start } = timeline.phases.find(({ phase }) => phase === 'backward') ?? { start: 0 };
    expect(sentenceOf(timeline, frameAt(timeline, start + 0.5), 'phase').what).toBe('C → y');
  });

  it('speak of every value of a node’s stride', () => {
    expect(spoken('node')).toEqual(expect.arrayContaining([
      'Forward: l1 computes from X, W1 and b1, value 7.',
      'Backward: from l2 to s, gradient 13, to W2, gradient 14, to b2, gradient 15.',
      'Sort: b1 is number 4, l1 is ready.',
    ]));
  });

  it('speak of the cost when the forward pass is over', () => {
    expect(spoken('phase')).toContain('Forward: all values computed, C has the value 10.');
  });

  it('have words for every stop of every graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const any = timelineOf(recordingOf(graph));
        for (const granularity of GRANULARITIES) {
          for (const stop of stopsOf(any, granularity)) {
            const frame = frameAt(any, stop);
            const text = `${sentenceOf(any, frame, granularity).what} ${spokenSentence(any, frame, granularity)}`;
            expect(text).not.toMatch(/undefined|NaN|^ /);
          }
        }
      }),
    );
  });
});

describe('sentenceOf and spokenSentence, where a number of a circuit does not exist', () => {
  const recording = record(compile({
    nodes: [{ id: 'x', role: 'parameter', value: -2 }, { id: 'v1', op: 'log', inputs: ['x'] }, { id: 'f', op: 'exp', inputs: ['v1'] }],
    output: 'f',
  }), { learningRate: 0.1 });
  const timeline = timelineOf(maskUnknown(recording, faultOf(recording)));

  it('say at every moment that it is unknown, and never NaN', () => {
    for (const granularity of GRANULARITIES) {
      for (let t = 0; t <= timeline.steps.length; t += 0.5) {
        const frame = frameAt(timeline, t);
        expect(sentenceText(sentenceOf(timeline, frame, granularity))).not.toMatch(/NaN|∞/);
        expect(spokenSentence(timeline, frame, granularity)).not.toMatch(/NaN|∞/);
      }
    }
  });

  it('write the seed as ?, and say how far an input moves that nobody knows', () => {
    const at = (kind: Step['kind']): [string, string] => {
      const frame = frameAt(timeline, timeline.steps.findIndex((step) => step.kind === kind) + 1);
      return [sentenceOf(timeline, frame).what, spokenSentence(timeline, frame)];
    };
    expect(at('seed')[0]).toBe('∂f/∂f = ?');
    expect(at('compute')[1]).toContain('v1 computes, value unknown');
    expect(at('update')[1]).toContain('x moves by an unknown amount');
  });
});
