import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LESSONS } from '../../../../src/lessons/lessons';
import { stageName } from '../../../../src/store/lesson/lessonDesk';
import { questionOf } from '../../../../src/study/questions/questionOf';
import { isHeldBack, shownUntil, type Asked } from '../../../../src/ui/lessons/exercises/shownUntil';
import { timelineOfStage } from '../../../lessons/lessonTimeline';

const upper = { id: 'upper', before: 14, reveal: 15 } as const;
const lower = { id: 'lower', before: 20, reveal: 21 } as const;

const questions = fc.array(
  fc.record({ before: fc.nat(30), length: fc.integer({ min: 1, max: 5 }), state: fc.constantFrom<Asked['state']>('open', 'answered', 'done') }).map(({ before, length, state }) => ({ before, reveal: before + length, state })),
  { minLength: 1, maxLength: 5 },
).map((all): Asked[] => all.map((one, index) => ({ ...one, id: `q${index}` })));

describe('shownUntil', () => {
  test('shows the answer that has been given', () => {
    expect(shownUntil([{ ...upper, state: 'answered' }, { ...lower, state: 'open' }])).toBe(15);
    expect(shownUntil([{ ...upper, state: 'done' }, { ...lower, state: 'answered' }])).toBe(21);
  });

  test('shows nothing of a question above that is still open, and then both', () => {
    expect(shownUntil([{ ...upper, state: 'open' }, { ...lower, state: 'answered' }])).toBe(14);
    expect(shownUntil([{ ...upper, state: 'answered' }, { ...lower, state: 'answered' }])).toBe(21);
  });

  test('does not go to what was answered at another time', () => {
    expect(shownUntil([{ ...upper, state: 'answered' }, { ...lower, state: 'done' }])).toBe(15);
    expect(shownUntil([{ ...upper, state: 'done' }, { ...lower, state: 'open' }])).toBeUndefined();
  });

  test('never shows the whole of an open answer, nor any of one above an answered question', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const moment = shownUntil(asked) ?? -1;
        const open = asked.filter(({ state }) => state === 'open');
        for (const { reveal } of open) expect(moment).toBeLessThan(reveal);
        const last = asked.findLastIndex(({ state }) => state === 'answered');
        const isOnlyOne = asked.filter(({ state }) => state === 'answered').length === 1;
        if (isOnlyOne) for (const { before } of asked.slice(0, last).filter(({ state }) => state === 'open')) expect(moment).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('shows every answer in full once all are given', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const all = asked.map((one): Asked => ({ ...one, state: 'answered' }));
        expect(shownUntil(all)).toBe(Math.max(...all.map(({ reveal }) => reveal)));
        for (const { id } of all) expect(isHeldBack(all, id)).toBe(false);
      }),
    );
  });
});

describe('isHeldBack', () => {
  test('an answer waits as long as a question above it is open that it would give away', () => {
    expect(isHeldBack([{ ...upper, state: 'open' }, { ...lower, state: 'answered' }], 'lower')).toBe(true);
    expect(isHeldBack([{ ...upper, state: 'answered' }, { ...lower, state: 'answered' }], 'lower')).toBe(false);
    expect(isHeldBack([{ ...upper, state: 'answered' }, { ...lower, state: 'open' }], 'upper')).toBe(false);
  });

  test('a question that is open, or not asked at all, is not held back', () => {
    expect(isHeldBack([{ ...upper, state: 'open' }, { ...lower, state: 'open' }], 'lower')).toBe(false);
    expect(isHeldBack([{ ...upper, state: 'open' }], 'nowhere')).toBe(false);
  });
});

describe.each(LESSONS)('the questions of $id', (entry) => {
  test('show each answer at once to whoever answers from the top to the bottom', async () => {
    const { lesson } = await entry.load();
    for (const step of lesson.steps) {
      const stage = lesson.stages[stageName(lesson, step)];
      if (stage === undefined || stage.kind === 'network') continue;
      const timeline = timelineOfStage(stage);
      const asked = Object.entries(step.exercises ?? {}).flatMap(([id, exercise]): Asked[] => {
        const question = exercise.kind === 'question' ? questionOf(timeline, exercise.ask) : undefined;
        return question === undefined ? [] : [{ id, before: question.before, reveal: question.reveal, state: 'open' }];
      });
      asked.forEach((_, count) => {
        const given = asked.map((one, place): Asked => (place <= count ? { ...one, state: 'answered' } : one));
        for (const { id } of given) expect(isHeldBack(given, id), `${step.id}: ${id}`).toBe(false);
      });
    }
  });
});
