import { describe, expect, test } from 'vitest';
import { openDesk } from './desk';
import { front, train, trainedDesk } from './trainedRuns';

describe('many runs', () => {
  test('are at most 24: the oldest that no chart shows goes, and the page says so', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 24; branch++) desk.miniflow.branch(10);
    const { runs } = desk.miniflow.runs.getState();
    expect(runs.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 2));
    expect(desk.miniflow.training.getState().notice).toMatch(/^Run 1 was let go of: at most 24 runs are kept\. Run \d+ is not drawn any more/);
  });

  test('have at most eight in the charts, each with a look of its own', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 20; branch++) {
      desk.miniflow.branch(10);
      const shown = desk.miniflow.runs.getState().runs.filter((run) => run.shown);
      expect(new Set(shown.map(({ slot }) => slot)).size).toBe(shown.length);
      expect(shown.length).toBeLessThanOrEqual(8);
      expect(shown.at(-1)?.id).toBe(front(desk).id);
    }
  });

  test('of which a hidden one is shown take another out of the charts, and say which', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 9; branch++) desk.miniflow.branch(10);
    const hidden = desk.miniflow.runs.getState().runs.find((run) => !run.shown);
    desk.miniflow.showRun(hidden?.id ?? NaN, true);
    const shown = desk.miniflow.runs.getState().runs.filter((run) => run.shown);
    expect(shown.map(({ id }) => id)).toContain(hidden?.id);
    expect(new Set(shown.map(({ slot }) => slot)).size).toBe(8);
    expect(desk.miniflow.training.getState().notice).toBe('Run 3 is not drawn any more: only 8 curves can be told apart. It is still among the runs.');
    desk.miniflow.showRun(hidden?.id ?? NaN, false);
    expect(desk.miniflow.runs.getState().runs.filter((run) => run.shown)).toHaveLength(7);
  });

  test('that never took a step use up no names', async () => {
    const desk = await openDesk();
    desk.miniflow.reset();
    desk.miniflow.set({ hidden: 5 });
    expect(front(desk).name).toBe('Run 1');
    train(desk);
    desk.miniflow.reset();
    expect(front(desk).name).toBe('Run 2');
  });
});
