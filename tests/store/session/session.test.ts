import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSession, renumbered, sessionData, type SavedRun, type SavedSession } from '../../../src/store/session/session';
import { arbitraryRun } from '../../interchange/arbitraryRun';
import { savedRun } from './fakeHost';

const SESSION: SavedSession = {
  runs: [savedRun(1), savedRun(2, { parent: { id: 1, step: 40 }, shown: false }), savedRun(5, { parent: { id: 2, step: 41 } })],
  current: 2,
  step: 17,
};

const arbitrarySession: fc.Arbitrary<SavedSession> = fc
  .array(fc.record({ document: arbitraryRun, slot: fc.nat({ max: 7 }), shown: fc.boolean(), branch: fc.nat() }), { minLength: 1, maxLength: 5 })
  .chain((runs) => {
    const saved = runs.map(({ branch, ...run }, index): SavedRun => ({
      ...run,
      id: 3 * index + 1,
      parent: index === 0 ? undefined : { id: 3 * (branch % index) + 1, step: branch },
    }));
    const front = saved[saved.length >> 1] ?? savedRun(1);
    return fc.record({ runs: fc.constant(saved), current: fc.constant(front.id), step: fc.integer({ min: 1, max: front.document.history.steps + 1 }) });
  });

type Data = { runs: Record<string, unknown>[] } & Record<string, unknown>;

/** What is read once a hand has changed what was kept. */
function readAfter(change: (data: Data) => void): ReturnType<typeof readSession> {
  const data = structuredClone(sessionData(SESSION, 506)) as unknown as Data;
  change(data);
  return readSession(data, 506);
}

describe('readSession', () => {
  test('of what was kept gives the same session, for any', () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        expect(readSession(structuredClone(sessionData(session, 506)), 506)).toEqual({ session, problems: [] });
      }),
    );
  });

  test('of nothing is nothing, and no problem', () => {
    expect(readSession(undefined, 506)).toEqual({ session: undefined, problems: [] });
  });

  test('leaves out a run that does not fit, says why, and keeps the others', () => {
    const { session, problems } = readAfter(({ runs }) => Object.assign(runs[1] ?? {}, { steps: 40 }));
    expect(problems).toEqual([
      '“Run 2” of the last session could not be brought back: changes[1].step is 41, but only 40 steps have been taken.',
    ]);
    // The front was the one that is gone, and the last one its branch.
    expect(session).toEqual({ runs: [SESSION.runs[0], { ...SESSION.runs[2], parent: undefined }], current: 5, step: 101 });
  });

  test('leaves out a second run of the same number', () => {
    const { session, problems } = readAfter(({ runs }) => Object.assign(runs[2] ?? {}, { id: 1 }));
    expect(problems).toEqual(['“Run 5” of the last session could not be brought back: its number 1 is that of another run.']);
    expect(session?.runs.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('takes the end of the run for a step that it does not have', () => {
    for (const step of [0, 102, 1.5, '3', undefined, NaN]) expect(readAfter((data) => (data['step'] = step)).session?.step).toBe(101);
    expect(readAfter((data) => (data['step'] = 101)).session?.step).toBe(101);
  });

  test('mends what only concerns the drawing', () => {
    const { session, problems } = readAfter(({ runs }) => Object.assign(runs[2] ?? {}, { slot: 8, shown: 'no' }));
    expect([session?.runs[2], problems]).toEqual([{ ...SESSION.runs[2], slot: 2, shown: true }, []]);
  });

  test.each([
    [7, 'The last session could not be brought back: The session is 7; it must be an object with the fields version, rows, current, step and runs.'],
    [{ ...sessionData(SESSION, 506), version: 2 }, 'The last session could not be brought back: its version is 2, and this MiniFlow reads version 1.'],
    [sessionData(SESSION, 150), 'The last session could not be brought back: it was trained on 150 rows, and here there are 506.'],
    [{ ...sessionData(SESSION, 506), runs: 'none' }, 'The last session could not be brought back: runs is “none”; it must be a list.'],
  ])('says why there is none in what makes no sense', (saved, problem) => {
    expect(readSession(saved, 506)).toEqual({ session: undefined, problems: [problem] });
  });

  test('of anything at all never throws, and gives a session that makes sense or none', () => {
    const whole = sessionData(SESSION, 506);
    const part = fc.constantFrom(...Object.keys(whole));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), part, fc.nat({ max: 2 }), (value, run, name, index) => {
        readSession(value, 506);
        const data = { ...whole, runs: whole.runs.with(index, run as never), [name]: value };
        const { session } = readSession(data, 506);
        if (session !== undefined) expect(session.runs.map(({ id }) => id)).toContain(session.current);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('renumbered', () => {
  test('gives numbers from the first on, in order, and to parents the same', () => {
    expect(renumbered(SESSION, 10)).toEqual({
      runs: [
        { ...SESSION.runs[0], id: 10 },
        { ...SESSION.runs[1], id: 11, parent: { id: 10, step: 40 } },
        { ...SESSION.runs[2], id: 12, parent: { id: 11, step: 41 } },
      ],
      current: 11,
      step: 17,
    });
  });
});
