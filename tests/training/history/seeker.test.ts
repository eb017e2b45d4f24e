import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Evaluation } from '../../../src/training/evaluation';
import { Checkpoints } from '../../../src/training/history/checkpoints';
import { Rewinder } from '../../../src/training/history/rewinder';
import { Seeker } from '../../../src/training/history/seeker';
import { tablesOf } from '../../../src/training/tables';
import { FakeHost } from '../fakeHost';
import { aRun, courseOf } from './arbitraryRuns';

const [run] = fc.sample(aRun, { numRuns: 1, seed: 3 });

/** A seeker in a run of 400 steps with its first state alone, on a clock on which every eight steps are a slice. */
function slowSeeker(): { readonly host: FakeHost; readonly seeker: Seeker; readonly found: number[] } {
  if (run === undefined) throw new Error('there is a sample');
  const host = new FakeHost();
  host.lookCosts = 9;
  const checkpoints = new Checkpoints(courseOf(run).trainer.program.parameters.length, 1);
  checkpoints.note(courseOf(run));
  const rewinder = new Rewinder({ checkpoints, changes: run.changes, steps: 400 }, courseOf(run));
  const { trainer } = rewinder.course;
  return { host, seeker: new Seeker(host, rewinder, new Evaluation(trainer, tablesOf(run.data, run.plan), trainer.program.graph.output)), found: [] };
}

describe('seek', () => {
  test('comes back between slices, and says how many steps it took again', () => {
    const { host, seeker } = slowSeeker();
    let replayed = NaN;
    let slices = 0;
    seeker.seek(100, (sought) => (replayed = sought.replayed), () => undefined);
    while (host.runNext()) slices++;
    expect(replayed).toBe(99);
    expect(slices).toBe(12);
  });

  test('is given up for a newer one, and for nothing at all', () => {
    const { host, seeker, found } = slowSeeker();
    const note = ({ step }: { readonly step: number }): number => found.push(step);
    seeker.seek(300, note, () => undefined);
    for (let slice = 0; slice < 5; slice++) host.runNext();
    seeker.seek(60, note, () => undefined);
    host.runAll();
    expect(found).toEqual([60]);
    seeker.seek(300, note, () => undefined);
    host.runNext();
    seeker.cancel();
    host.runAll();
    expect(found).toEqual([60]);
  });

  test('tells what went wrong on the way', () => {
    const { host, seeker } = slowSeeker();
    host.later = () => {
      throw new RangeError('no more time');
    };
    let problem: unknown;
    seeker.seek(100, () => undefined, (error) => (problem = error));
    expect(problem).toEqual(new RangeError('no more time'));
  });
});
