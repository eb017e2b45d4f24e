import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checkpoints } from '../../../src/training/history/checkpoints';
import { Rewinder } from '../../../src/training/history/rewinder';
import { aRun, courseOf, statesOf, type ArbitraryRun } from './arbitraryRuns';

/** The run as it is kept: its checkpoints, thinned down to those that `keep` lets stay. */
function pastOf(run: ArbitraryRun, capacity: number, keep: (step: number) => boolean = () => true): { readonly rewinder: Rewinder; readonly checkpoints: Checkpoints } {
  const checkpoints = new Checkpoints(courseOf(run).trainer.program.parameters.length, capacity);
  statesOf(run, (course) => {
    checkpoints.note(course);
  });
  checkpoints.thin(keep);
  return { checkpoints, rewinder: new Rewinder({ checkpoints, changes: run.changes, steps: run.steps }, courseOf(run)) };
}

describe('goTo', () => {
  test('stands where an uninterrupted run stood, bit for bit, whatever checkpoints are left and in whatever order the steps are sought', () => {
    fc.assert(
      fc.property(
        aRun,
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.boolean(), { minLength: 46, maxLength: 46 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        (run, capacity, kept, wishes) => {
          const states = statesOf(run);
          const { rewinder } = pastOf(run, capacity, (step) => kept[step] ?? false);
          for (const wish of wishes) {
            const step = 1 + (wish % (run.steps + 1));
            rewinder.goTo(step);
            expect(rewinder.course.state).toEqual(states[step - 1]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('records the step that an uninterrupted run took from there', () => {
    fc.assert(
      fc.property(aRun, fc.nat(), (run, wish) => {
        const step = 1 + (wish % run.steps);
        const live = courseOf(run);
        for (let taken = 1; taken < step; taken++) {
          live.apply(run.changes.findLast((change) => change.step <= taken) ?? run.changes[0] ?? live.trainer);
          live.step();
        }
        live.apply(run.changes.findLast((change) => change.step <= step) ?? live.trainer);
        const expected = live.trainer.recordStep();
        expect(pastOf(run, 7).rewinder.goTo(step).previewStep()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('takes no more steps again than lie between two checkpoints', () => {
    const [run] = fc.sample(aRun, { numRuns: 1, seed: 5 });
    if (run === undefined) throw new Error('there is a sample');
    const long = { ...run, steps: 400 };
    const { rewinder, checkpoints } = pastOf(long, 16);
    for (const step of [401, 1, 399, 57, 58, 200]) {
      rewinder.goTo(step);
      expect(rewinder.replayed).toBeLessThan(checkpoints.interval);
    }
    expect(checkpoints.interval).toBe(32);
  });

  test('goes on from where it stands if that is nearer than any checkpoint', () => {
    const [run] = fc.sample(aRun, { numRuns: 1, seed: 6 });
    if (run === undefined) throw new Error('there is a sample');
    const { rewinder } = pastOf({ ...run, steps: 40 }, 64, () => false);
    rewinder.goTo(20);
    expect(rewinder.replayed).toBe(19);
    rewinder.goTo(23);
    expect(rewinder.replayed).toBe(3);
    rewinder.goTo(22);
    expect(rewinder.replayed).toBe(21);
  });
});

describe('Checkpoints', () => {
  test('of any number of steps are at most as many as there is room for, evenly spread, and at least half of that once there are so many steps', () => {
    const [run] = fc.sample(aRun, { numRuns: 1, seed: 9 });
    if (run === undefined) throw new Error('there is a sample');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 300 }), (capacity, steps) => {
        const { checkpoints } = pastOf({ ...run, steps }, capacity);
        const expected = Array.from({ length: steps + 1 }, (_, step) => step).filter((step) => step % checkpoints.interval === 0);
        expect(expected.every((step) => checkpoints.nearestSteps(step) === step)).toBe(true);
        expect(checkpoints.count).toBe(expected.length);
        expect(checkpoints.count).toBeLessThanOrEqual(capacity);
        if (steps + 1 >= capacity) expect(checkpoints.count).toBeGreaterThanOrEqual(capacity / 2);
      }),
    );
  });

  test('up to a step are a copy that goes on by itself', () => {
    const [run] = fc.sample(aRun, { numRuns: 1, seed: 10 });
    if (run === undefined) throw new Error('there is a sample');
    const { checkpoints } = pastOf({ ...run, steps: 30 }, 64);
    const copy = checkpoints.until(12);
    expect([copy.count, checkpoints.count]).toEqual([13, 31]);
    const course = courseOf(run);
    const state = copy.nearest(Infinity);
    if (state === undefined) throw new Error('there is a checkpoint');
    course.restore(state);
    course.step();
    copy.note(course);
    expect(copy.nearest(Infinity)).toEqual(course.state);
    expect(checkpoints.nearest(13)).toEqual(statesOf({ ...run, steps: 13 })[13]);
  });

  test('without room for one are refused', () => {
    expect(() => new Checkpoints(3, 0)).toThrow('capacity is 0; it must be a whole number from 1');
  });
});
