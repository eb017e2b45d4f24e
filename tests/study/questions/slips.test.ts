import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/lessons/ask';
import type { Timeline } from '../../../src/scene/timeline';
import { answerText } from '../../../src/study/questions/answerText';
import { judge } from '../../../src/study/questions/judge';
import type { Question } from '../../../src/study/questions/question';
import { questionOf } from '../../../src/study/questions/questionOf';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { wildGraph } from '../../engine/scalarGraphs';
import { chainMistakes, knownOf, type Mistake } from './chainMistakes';
import { everyAsk, timeOf } from './graphsOfQuestions';
import { graphOfLayers, someLayers } from './handLayers';
import { layerAnswer, layerMistakes } from './layerMistakes';
import { someSums, sumMistakes } from './sumMistakes';

function answerOf({ answer }: Question): number | undefined {
  return answer.kind === 'number' ? answer.value : undefined;
}

/** Right as it is typed. */
function written({ answer }: Question): string {
  if (answer.kind === 'number') return String(answer.value);
  if (answer.kind === 'node') return answer.taken;
  return answer.shape.length === 0 ? 'scalar' : answer.shape.join(' x ');
}

/** Judges all mistakes in the answers to all questions of a timeline, and counts what comes of each kind. */
function expectNamed(timeline: Timeline, mistakesOf: (ask: Ask, answer: number) => readonly Mistake[], seen: Map<string, number>): void {
  for (const one of everyAsk(timeline.recording)) {
    const question = questionOf(timeline, one);
    const answer = question && answerOf(question);
    if (question === undefined || answer === undefined) continue;
    for (const { kind, value } of mistakesOf(one, answer)) {
      if (!Number.isFinite(value)) continue;
      const judgement = judge(question, String(value));
      if (judgement.verdict === 'slip' && judgement.kind !== kind) expect(judgement.kind, `${question.prompt} ${value} in place of ${answer}`).toBe(kind);
      const key = `${kind} ${judgement.verdict}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
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
});

describe('judge, of a mistake that is made without it', () => {
  it('takes it for that mistake, for the right answer where it comes to that, or for none: of the chain rule, in random graphs', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryGraph('smooth'), (graph) => {
        const timeline = timeOf(graph);
        const known = knownOf(timeline.recording);
        expectNamed(timeline, (one, answer) => chainMistakes(known, one, answer), seen);
      }),
      { numRuns: 60 },
    );
    // It is no feat never to name one.
    for (const kind of ['sign', 'value', 'local', 'upstream', 'path', 'whole']) expect(seen.get(`${kind} slip`), kind).toBeGreaterThan(0);
  }, 60_000);

  it('does so of a factor 2/m and a transpose that are left out, in random layers with a mean squared error, whose right answers it takes', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(someLayers, (layers) => {
        const timeline = timeOf(graphOfLayers(layers));
        for (const one of everyAsk(timeline.recording)) {
          const [question, right] = [questionOf(timeline, one), layerAnswer(layers, one)];
          if (question !== undefined && right !== undefined) expect(judge(question, String(right)).verdict, question.prompt).toBe('right');
        }
        expectNamed(timeline, (one) => layerMistakes(layers, one), seen);
      }),
      { numRuns: 25 },
    );
    for (const kind of ['sign', 'value', 'local', 'upstream', 'path', 'whole', 'divisor', 'transpose', 'arithmetic']) expect(seen.get(`${kind} slip`), kind).toBeGreaterThan(0);
  }, 60_000);

  it('does so of slips of arithmetic, in random sums and products', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(someSums, (graph) => {
        const timeline = timeOf(graph);
        const known = knownOf(timeline.recording);
        expectNamed(timeline, (one) => sumMistakes(known, one), seen);
      }),
      { numRuns: 25 },
    );
    expect(seen.get('arithmetic slip')).toBeGreaterThan(0);
  }, 60_000);
});
