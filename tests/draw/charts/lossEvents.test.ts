import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LossMark } from '../../../src/draw/charts/lossData';
import { eventLabel, eventWords, marksSummary, mergeMarks } from '../../../src/draw/charts/lossEvents';

const mark = (step: number, words: string, kind: LossMark['kind'] = 'change'): LossMark => ({ step, words, kind });
const identity = (step: number): number => step;

describe('mergeMarks', () => {
  test('keeps every mark, in the order of the steps, and events apart', () => {
    const marks = fc.array(fc.record({ step: fc.nat(1000), words: fc.string(), kind: fc.constantFrom<LossMark['kind']>('change', 'branch', 'health') }));
    fc.assert(
      fc.property(marks, fc.double({ min: 0.01, max: 2, noNaN: true }), (all, scale) => {
        const events = mergeMarks(all, (step) => step * scale, 20);
        const told = events.flatMap((event) => event.marks);
        expect(told).toHaveLength(all.length);
        expect(new Set(told)).toEqual(new Set(all));
        expect(told.map(({ step }) => step)).toEqual(all.map(({ step }) => step).sort((a, b) => a - b));
        const firsts = events.map((event) => (event.marks[0]?.step ?? 0) * scale);
        firsts.forEach((first, index) => {
          if (index > 0) expect(first - (firsts[index - 1] ?? 0)).toBeGreaterThanOrEqual(20);
        });
      }),
    );
  });

  test('shows the gravest of what it merges', () => {
    const kinds = (...marks: LossMark[]): string[] => mergeMarks(marks, identity, 20).map(({ kind }) => kind);
    expect(kinds(mark(1, 'a'), mark(2, 'b', 'branch'), mark(3, 'c', 'health'), mark(40, 'd'))).toEqual(['health', 'change']);
    expect(kinds(mark(1, 'a'), mark(2, 'b', 'branch'))).toEqual(['branch']);
  });
});

describe('the words of marks', () => {
  test('say what happened at a step, or how many things did where they are merged', () => {
    const words = (...marks: LossMark[]): string[] => mergeMarks(marks, identity, 20).map(eventWords);
    expect(words(mark(1200, 'learning rate 0.003'))).toEqual(['step 1,200: learning rate 0.003']);
    expect(words(mark(10, 'a'), mark(12, 'b'), mark(15, 'c'))).toEqual(['3 changes, steps 10 to 15']);
    expect(words(mark(10, 'a'), mark(10, 'b', 'branch'))).toEqual(['2 events, step 10']);
    expect(words(mark(10, 'a', 'branch'), mark(10, 'b', 'branch'))).toEqual(['2 branches, step 10']);
  });

  test('are short beside a sign, or count what it stands for', () => {
    const label = (...marks: LossMark[]): string[] => mergeMarks(marks, identity, 20).map(eventLabel);
    const rate: LossMark = { step: 10, kind: 'change', words: 'learning rate 0.003', short: 'rate 0.003' };
    expect(label(rate)).toEqual(['rate 0.003']);
    expect(label(mark(10, 'a', 'health'))).toEqual(['']);
    expect(label(rate, mark(12, 'b'))).toEqual(['2 changes']);
    expect(label(rate, mark(12, 'b', 'branch'), mark(13, 'c'))).toEqual(['3 events']);
  });

  test('sum up the first few, and count the others', () => {
    expect(marksSummary([])).toBe('');
    expect(marksSummary([mark(20, 'b'), mark(10, 'a')])).toBe('step 10: a; step 20: b');
    const many = Array.from({ length: 9 }, (_, index) => mark(index + 1, 'x'));
    expect(marksSummary(many)).toMatch(/step 6: x; and 3 more$/);
  });
});
