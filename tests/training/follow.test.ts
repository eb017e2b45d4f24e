import { describe, expect, test } from 'vitest';
import { bostonTrainer, FLAT_OUT, openSession } from './bostonRun';
import type { FakeHost } from './fakeHost';

/** When every recorded step reached the page, in milliseconds from now on. */
function timesOfRecordings(host: FakeHost): number[] {
  const times: number[] = [];
  const begun = host.now();
  host.listener = (reply) => {
    if (reply.type === 'recorded') times.push(host.now() - begun);
  };
  return times;
}

describe('following', () => {
  test('shows a step at once, then one every 700 ms at most', () => {
    const { host, session } = openSession({ follow: true, pace: 100 });
    const times = timesOfRecordings(host);
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    host.pass(7_000);
    expect(times[0]).toBe(10);
    expect(times.length).toBeGreaterThanOrEqual(9);
    times.slice(1).forEach((time, index) => expect(time - (times[index] ?? NaN)).toBeGreaterThanOrEqual(700));
  });

  test('shows the steps that are really taken', () => {
    const { host, session } = openSession({ follow: true, pace: 100 });
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    host.pass(2_000);
    const trainer = bostonTrainer();
    const shown = host.all('recorded');
    expect(shown).toHaveLength(3);
    for (const { step, taken, advance, recording } of shown) {
      while (trainer.steps < step - 1) trainer.step();
      expect([taken, advance]).toEqual([true, false]);
      expect(recording).toEqual(trainer.recordStep());
    }
  });

  test('shows nothing while it is off, also when it is switched off in between', () => {
    const { host, session } = openSession({ pace: 100 });
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    host.pass(3_000);
    expect(host.all('recorded')).toEqual([]);
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, pace: 100, follow: true } });
    host.pass(3_000);
    const shown = host.all('recorded').length;
    expect(shown).toBeGreaterThanOrEqual(4);
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, pace: 100 } });
    host.pass(3_000);
    expect(host.all('recorded')).toHaveLength(shown);
  });

  test('shows no step twice at a pace slower than the eye', () => {
    const { host, session } = openSession({ follow: true, pace: 1 });
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    host.pass(5_500);
    expect(host.all('recorded').map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
  });
});
