import { describe, expect, test, vi } from 'vitest';
import type { Graph } from '../../../src/engine';
import type { Lesson } from '../../../src/lessons/lesson';
import type { LessonEntry } from '../../../src/lessons/lessons';
import { createLessonDesk, stageName, type LessonDesk } from '../../../src/store/lesson/lessonDesk';
import { createProgress } from '../../../src/store/lesson/progress';
import { shownIteration, type Playback } from '../../../src/store/playback';
import { Desk, openDesk } from '../desk';
import { MemoryStorage } from '../memoryStorage';

const SUM: Graph = {
  nodes: [
    { id: 'x', role: 'data', value: 4 },
    { id: 'y', role: 'data', value: 5 },
    { id: 'f', op: 'add', inputs: ['x', 'y'] },
  ],
  output: 'f',
};

const LESSON: Lesson = {
  stages: { sum: { kind: 'graph', graph: SUM }, line: { kind: 'circuit', text: 'x^2', inputs: [{ name: 'x', value: 3 }] }, boston: { kind: 'network' } },
  steps: [
    { id: 'first', title: 'First', from: { endOf: 'feed' }, to: { node: 'f', has: 'compute' }, spotlight: { nodes: ['f'] } },
    { id: 'second', title: 'Second', select: { kind: 'node', id: 'x' }, cell: 0, tool: 'blame' },
    { id: 'ask', title: 'Ask', exercises: { it: { kind: 'question', ask: { what: 'value', node: 'f', cell: 0 } } } },
    { id: 'line', title: 'Line', stage: 'line' },
    { id: 'more', title: 'More' },
    { id: 'net', title: 'Net', stage: 'boston', spotlight: { nodes: ['W1'] }, tool: 'trace' },
  ],
  Prose: () => null,
};

const ENTRY: LessonEntry = { id: 'lesson', title: 'A lesson', aim: 'To learn.', minutes: 3, load: () => Promise.resolve({ lesson: LESSON }) };

interface Opened {
  readonly desk: Desk;
  readonly lessons: LessonDesk;
  readonly turnPage: ReturnType<typeof vi.fn>;
}

async function open(step?: string): Promise<Opened> {
  const desk = await openDesk();
  const turnPage = vi.fn();
  const lessons = createLessonDesk({ miniflow: desk.miniflow, progress: createProgress(() => new MemoryStorage()), turnPage, timeBefore: () => 2, now: () => 0 });
  lessons.openStep(ENTRY, LESSON, step);
  return { desk, lessons, turnPage };
}

function playbackOf(lessons: LessonDesk): Playback {
  const open = lessons.state.getState().open;
  if (open === null) throw new Error('no lesson is open');
  return open.stage.walk.playback.getState();
}

describe('createLessonDesk', () => {
  test('opens the first step where the address names none, or none that there is', async () => {
    for (const step of [undefined, 'nowhere']) expect((await open(step)).lessons.state.getState().open?.step.id).toBe('first');
  });

  test('sets the time of a step and plays to where it ends', async () => {
    const { lessons } = await open('first');
    const playback = playbackOf(lessons);
    const fed = shownIteration(playback)?.timeline.phases.find(({ phase }) => phase === 'feed')?.end;
    expect(playback).toMatchObject({ t: fed, playing: true });
    expect(playback.until).toBeGreaterThan(fed ?? NaN);
    expect([...(playback.highlight?.nodes ?? [])]).toEqual(['f']);
  });

  test('selects, chooses a cell and opens the tool of a step, and takes back what the one before had', async () => {
    const { lessons } = await open('first');
    lessons.openStep(ENTRY, LESSON, 'second');
    expect(playbackOf(lessons)).toMatchObject({ selection: { kind: 'node', id: 'x' }, chosen: { node: 'x', cell: 0 }, tool: 'blame', highlight: null, playing: false });
  });

  test('goes to before the answer where a step asks and names no moment', async () => {
    const { lessons } = await open('ask');
    expect(playbackOf(lessons).t).toBe(2);
  });

  test('keeps a stage as it was left', async () => {
    const { lessons } = await open('first');
    const before = lessons.state.getState().open?.stage;
    if (before?.kind !== 'graph') throw new Error('not a graph');
    before.sandbox.setCell('x', 0, 40);
    lessons.openStep(ENTRY, LESSON, 'line');
    lessons.openStep(ENTRY, LESSON, 'second');
    expect(lessons.state.getState().open?.stage).toBe(before);
  });

  test('does once more what opening a step does', async () => {
    const { lessons } = await open('second');
    const { walk } = lessons.state.getState().open?.stage ?? {};
    walk?.select(null);
    walk?.openTool(null);
    lessons.restage();
    expect(playbackOf(lessons)).toMatchObject({ selection: { id: 'x' }, tool: 'blame' });
  });

  test('does nothing to a step that is open already', async () => {
    const { lessons } = await open('second');
    lessons.state.getState().open?.stage.walk.select(null);
    lessons.openStep(ENTRY, LESSON, 'second');
    expect(playbackOf(lessons).selection).toBeNull();
  });

  test('marks steps as seen and exercises as solved, by their places', async () => {
    const { lessons } = await open('ask');
    lessons.solve('it');
    expect(lessons.progress.getState()).toEqual({ seen: ['lesson/ask'], solved: ['lesson/ask/it'] });
  });

  test('turns pages by the keys of the graph', async () => {
    const { lessons, turnPage } = await open('first');
    lessons.state.getState().open?.stage.walk.turnPage?.(1);
    expect(turnPage).toHaveBeenCalledWith(1);
  });

  test('runs on the reader’s own network, and leaves nothing pointed at there', async () => {
    const { desk, lessons } = await open('net');
    expect(desk.miniflow.playback.getState()).toMatchObject({ tool: 'trace' });
    expect([...(desk.miniflow.playback.getState().highlight?.nodes ?? [])]).toEqual(['W1']);
    lessons.close();
    expect(desk.miniflow.playback.getState()).toMatchObject({ tool: null, highlight: null });
    expect(lessons.state.getState().open).toBeNull();
  });

  test('sets the time of the network once that is built, and leaves alone what the reader has chosen meanwhile', async () => {
    const desk = new Desk();
    const timed: Lesson = { ...LESSON, steps: [{ id: 'net', title: 'Net', stage: 'boston', from: { endOf: 'forward' }, tool: 'trace' }] };
    const lessons = createLessonDesk({ miniflow: desk.miniflow, progress: createProgress(() => new MemoryStorage()), turnPage: vi.fn(), timeBefore: () => undefined, now: () => 0 });
    lessons.openStep(ENTRY, timed, 'net');
    lessons.restage();
    desk.miniflow.openTool('code');
    await desk.miniflow.load();
    desk.deliver();
    expect(desk.miniflow.playback.getState()).toMatchObject({ t: desk.endOf('forward'), tool: 'code' });
    desk.miniflow.seek(3);
    desk.miniflow.select(null);
    expect(desk.miniflow.playback.getState().t).toBe(3);
  });

  test('leaves the network alone once the lesson is left before that is built', async () => {
    const desk = new Desk();
    const timed: Lesson = { ...LESSON, steps: [{ id: 'net', title: 'Net', stage: 'boston', from: 'end' }] };
    const lessons = createLessonDesk({ miniflow: desk.miniflow, progress: createProgress(() => new MemoryStorage()), turnPage: vi.fn(), timeBefore: () => undefined, now: () => 0 });
    lessons.openStep(ENTRY, timed, 'net');
    lessons.close();
    await desk.miniflow.load();
    desk.deliver();
    expect(desk.miniflow.playback.getState().t).not.toBe(desk.length);
  });

  test('leads out of an error in the lesson with a sentence', async () => {
    const { lessons } = await open('first');
    const broken: Lesson = { ...LESSON, steps: [{ id: 'a', title: 'A', stage: 'nowhere' }] };
    expect(() => lessons.openStep(ENTRY, broken, 'a')).toThrow('Lesson "lesson" has no stage "nowhere"');
    expect(() => lessons.openStep(ENTRY, { ...LESSON, steps: [] }, undefined)).toThrow('Lesson "lesson" has no steps');
  });
});

describe('stageName', () => {
  test('is that of the nearest step before that names one, and else the first', () => {
    const names = LESSON.steps.map((step) => stageName(LESSON, step));
    expect(names).toEqual(['sum', 'sum', 'sum', 'line', 'line', 'boston']);
  });
});
