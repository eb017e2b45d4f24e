import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ask } from '../../lessons/ask';
import type { Lesson, LessonStep } from '../../lessons/lesson';
import type { LessonEntry } from '../../lessons/lessons';
import { timeOf } from '../../scene/moments';
import { spotlightOn } from '../../scene/spotlight';
import type { Timeline } from '../../scene/timeline';
import type { Miniflow } from '../miniflow';
import { shownIteration } from '../playback';
import type { Walk } from '../walk';
import { openStage, type OpenStage } from './openStage';
import { mark, type ProgressStore } from './progress';

/** A stage of a lesson that is open; its key tells it from all others. */
export type KeyedStage = OpenStage & { readonly key: string };

/** A lesson that is open at one of its steps. */
export interface OpenLesson {
  readonly entry: LessonEntry;
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly stage: KeyedStage;
}

/** Where the reader is. */
export interface LessonState {
  readonly open: OpenLesson | null;
}

/** The lessons without their page: which one is open, on which graph, and what its step does to that graph. */
export interface LessonDesk {
  readonly state: StoreApi<LessonState>;
  readonly progress: ProgressStore;
  /** Opens a step of a lesson, or its first one. A stage that was open before is found as it was left. */
  readonly openStep: (entry: LessonEntry, lesson: Lesson, step: string | undefined) => void;
  /** Does once more what opening the step that is open does. */
  readonly restage: () => void;
  /** Marks an exercise of the step that is open as solved. */
  readonly solve: (exercise: string) => void;
  readonly close: () => void;
}

interface DeskOptions {
  readonly miniflow: Miniflow;
  readonly progress: ProgressStore;
  /** Goes to another step of the lesson that is open, by so many. */
  readonly turnPage: (by: number) => void;
  /** The time at which nothing of an answer is on the screen yet. */
  readonly timeBefore: (timeline: Timeline, ask: Ask) => number | undefined;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** A desk on which no lesson is open yet. */
export function createLessonDesk({ miniflow, progress, turnPage, timeBefore, now }: DeskOptions): LessonDesk {
  const state = createStore<LessonState>(() => ({ open: null }));
  /** What has been opened: of each lesson, its stages by name. */
  const stages = new Map<string, KeyedStage>();
  /** Ends the waiting for a network that is still being built. */
  let awaiting: (() => void) | undefined;

  function stageOf(entry: LessonEntry, lesson: Lesson, step: LessonStep): KeyedStage {
    const name = stageName(lesson, step);
    const key = `${entry.id}/${name}`;
    const known = stages.get(key);
    if (known !== undefined) return known;
    const stage = lesson.stages[name];
    if (stage === undefined) throw new Error(`Lesson "${entry.id}" has no stage "${name}"`);
    const opened = openStage(stage, miniflow, now);
    const turning = { ...opened, key, walk: { ...opened.walk, turnPage } };
    stages.set(key, turning);
    return turning;
  }

  function perform({ stage: { walk }, step }: OpenLesson): void {
    const timeline = shownIteration(walk.playback.getState())?.timeline;
    walk.openTool(step.tool ?? null);
    walk.select(step.select ?? null);
    walk.choose(step.select?.kind === 'node' && step.cell !== undefined ? { node: step.select.id, cell: step.cell } : null);
    const { nodes = [], edges = [] } = step.spotlight ?? {};
    walk.playback.setState({ highlight: nodes.length + edges.length === 0 ? null : spotlightOn(nodes, edges) });
    awaiting?.();
    if (timeline !== undefined) {
      setTime(walk, step, timeline);
      return;
    }
    // The network is still being built: time is set as soon as there is any.
    awaiting = walk.playback.subscribe((playback) => {
      const first = shownIteration(playback)?.timeline;
      if (first === undefined) return;
      awaiting?.();
      setTime(walk, step, first);
    });
  }

  function setTime(walk: Walk, step: LessonStep, timeline: Timeline): void {
    const from = step.from === undefined ? undefined : timeOf(timeline, step.from);
    const to = step.to === undefined ? undefined : timeOf(timeline, step.to);
    const befores = asksOf(step).flatMap((ask) => timeBefore(timeline, ask) ?? []);
    if (from !== undefined) walk.seek(from);
    if (to !== undefined) walk.playTo(to);
    // A question must not be answered by the picture beside it.
    if (from === undefined && to === undefined && befores.length > 0) walk.seek(Math.min(...befores));
  }

  function restage(): void {
    const { open } = state.getState();
    if (open !== null) perform(open);
  }

  function leave(open: OpenLesson | null): void {
    awaiting?.();
    if (open === null) return;
    open.stage.walk.pause();
    // The network goes on without the lesson: nothing of it stays pointed at.
    open.stage.walk.playback.setState({ highlight: null, ...(open.stage.kind === 'network' ? { tool: null } : {}) });
  }

  return {
    state,
    progress,
    openStep: (entry, lesson, id) => {
      const step = lesson.steps.find((one) => one.id === id) ?? lesson.steps[0];
      if (step === undefined) throw new Error(`Lesson "${entry.id}" has no steps`);
      const before = state.getState().open;
      if (before?.lesson === lesson && before.step === step) return;
      leave(before);
      const open: OpenLesson = { entry, lesson, step, stage: stageOf(entry, lesson, step) };
      state.setState({ open });
      mark(progress, 'seen', `${entry.id}/${step.id}`);
      perform(open);
    },
    restage,
    solve: (exercise) => {
      const { open } = state.getState();
      if (open !== null) mark(progress, 'solved', `${open.entry.id}/${open.step.id}/${exercise}`);
    },
    close: () => {
      leave(state.getState().open);
      state.setState({ open: null });
    },
  };
}

/** The stage of a step: its own, or that of the nearest step before it that names one, or the lesson's first. */
export function stageName({ stages, steps }: Lesson, step: LessonStep): string {
  const upTo = steps.slice(0, steps.indexOf(step) + 1);
  return upTo.findLast(({ stage }) => stage !== undefined)?.stage ?? Object.keys(stages)[0] ?? '';
}

/** What a step asks for, of numbers, shapes and nodes. */
function asksOf({ exercises = {} }: LessonStep): readonly Ask[] {
  return Object.values(exercises).flatMap((exercise) => (exercise.kind === 'question' ? [exercise.ask] : []));
}
