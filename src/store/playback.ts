import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Recording } from '../engine';
import type { ToolName } from '../lessons/lesson';
import { nextStop, previousStop, stopsOf, type Granularity } from '../scene/granularity';
import type { ChosenCell, Selection } from '../scene/selection';
import type { Spotlight } from '../scene/spotlight';
import { timelineOf, type Timeline } from '../scene/timeline';
import { batchAt, changeAt, completeAt, fedAt } from './iterationMoments';

/** An iteration that can be walked through. */
export interface Iteration {
  readonly timeline: Timeline;
  /** The SGD step, from 1. */
  readonly step: number;
  /** Whether it has been trained, or is the next to come. */
  readonly taken: boolean;
}

/** Which iteration is shown, at which moment, and whether time passes. */
export interface Playback {
  /** The iterations that can be walked back to, oldest first. */
  readonly iterations: readonly Iteration[];
  /** Which of them is shown; −1 while there is none. */
  readonly shown: number;
  /** The time within the iteration: from 0 to the number of its steps. */
  readonly t: number;
  readonly playing: boolean;
  /** Where playing is to end; null plays on. */
  readonly until: number | null;
  /** Whether the graph shows iterations of a running training, one sweep after the other. */
  readonly sweeping: boolean;
  /** Whether somebody walks through an iteration while training runs, so that the graph does not follow. */
  readonly held: boolean;
  /** Whether a step of the past is looked at, which stays on the screen whatever is to come next. */
  readonly away: boolean;
  /** Whether the next iteration has been asked for. */
  readonly waiting: boolean;
  readonly selection: Selection | null;
  /** A cell of a node, chosen in any of the places that show cells; until one is, each takes the one with most to say. */
  readonly chosen: ChosenCell | null;
  /** Which tool of understanding is open beside the graph. */
  readonly tool: ToolName | null;
  /** How many questions are open: as long as one is, what tells of later moments is covered, wherever it stands. */
  readonly asking: number;
  /** What a name points at that the reader points at; it goes before all else. */
  readonly pointed: Spotlight | null;
  /** What the open tool points at; it goes before what the lesson points at. */
  readonly spotlight: Spotlight | null;
  /** What the lesson's step points at. */
  readonly highlight: Spotlight | null;
}

export type PlaybackStore = StoreApi<Playback>;

/** How many iterations one can walk back; their tensors are kept whole. */
const KEPT_ITERATIONS = 24;

/** Strides per second at speed 1. */
const STRIDES_PER_SECOND = 2;

/** A followed iteration takes this long from the feed to the update, in milliseconds. */
const SWEEP_MS = 600;

/** A playback without an iteration. */
export function createPlayback(): PlaybackStore {
  return createStore<Playback>(() => ({
    iterations: [],
    shown: -1,
    t: 0,
    playing: false,
    until: null,
    sweeping: false,
    held: false,
    away: false,
    waiting: false,
    selection: null,
    chosen: null,
    tool: null,
    asking: 0,
    pointed: null,
    spotlight: null,
    highlight: null,
  }));
}

/** The iteration that is shown. */
export function shownIteration({ iterations, shown }: Playback): Iteration | undefined {
  return iterations[shown];
}

/** The moment at which an iteration out of the past is shown. */
function soughtAt(state: Playback, timeline: Timeline): number {
  const before = shownIteration(state)?.timeline;
  const nothingComputed = before === undefined || state.t <= fedAt(before);
  return nothingComputed ? completeAt(timeline) : Math.min(state.t, timeline.steps.length);
}

/** How a new iteration takes the place of the one that is shown. */
export type Arrival =
  /** A new run: it has its batch, and there is nothing to walk back to. */
  | 'first'
  /** The one after: walking on, from the moment before its batch arrives. */
  | 'next'
  /** The one after, at the same moment as before. */
  | 'same moment'
  /** The last iteration computed anew, because a setting changed. */
  | 'again'
  /** A graph by itself: everything about it is known at once, up to the last gradient. */
  | 'complete'
  /** The last iteration with other numbers, which the reader is turning: time stands still, or at the end of what was being played. */
  | 'turned'
  /** One that nobody asked to see now: it can be walked on to. */
  | 'ahead'
  /** One out of a running training: swept through. */
  | 'swept'
  /** One out of the past: at the same moment, or, if nothing had been computed at that, with all of its gradients. */
  | 'sought'
  /** One by itself, at its end: the last before training failed, or the one before an iteration that was walked back out of. */
  | 'final';

/** The playback with a new iteration. */
export function withIteration(state: Playback, recording: Recording, step: number, taken: boolean, arrival: Arrival): Partial<Playback> {
  const timeline = timelineOf(recording);
  const iteration: Iteration = { timeline, step, taken };
  const end = timeline.steps.length;
  if (arrival === 'ahead') {
    const all = [...state.iterations, iteration];
    const iterations = all.slice(-KEPT_ITERATIONS);
    return { iterations, shown: Math.max(0, state.shown - (all.length - iterations.length)) };
  }
  if (arrival === 'turned') {
    // What was to be played up to some moment is there at once: whoever turns a number wants to see it followed.
    const t = Math.min(Math.max(state.t, state.until ?? 0), end);
    return { iterations: state.iterations.with(-1, iteration), shown: state.iterations.length - 1, t, until: null };
  }
  if (arrival === 'again') {
    const last = state.iterations.length - 1;
    const before = state.iterations[last];
    // What the reader has watched is not rewritten under their eyes: time goes back to where the change sets in.
    const t = before !== undefined && state.shown === last ? { t: Math.min(state.t, changeAt(before.timeline, timeline)) } : {};
    return { iterations: state.iterations.with(-1, iteration), ...t };
  }
  // What came before has been trained by now, even if it was shown before it was.
  const walked = arrival === 'next' || arrival === 'same moment' ? state.iterations.slice(0, state.shown + 1) : [];
  const past = walked.map((before) => (before.taken ? before : { ...before, taken: true }));
  const iterations = [...past, iteration].slice(-KEPT_ITERATIONS);
  const t = {
    first: fedAt(timeline),
    complete: completeAt(timeline),
    next: batchAt(timeline),
    'same moment': Math.min(state.t, end),
    swept: fedAt(timeline),
    sought: soughtAt(state, timeline),
    final: end,
  }[arrival];
  return {
    iterations,
    shown: iterations.length - 1,
    t,
    waiting: false,
    sweeping: arrival === 'swept',
    away: taken && (arrival === 'sought' || arrival === 'final' || (state.away && (arrival === 'next' || arrival === 'same moment'))),
    playing: arrival === 'next' && state.playing,
  };
}

/** Where a stride forward leads: a time in this iteration, or out of it. */
export function strideForward(state: Playback, granularity: Granularity): number | 'beyond' {
  const iteration = shownIteration(state);
  if (iteration === undefined) return 0;
  return nextStop(stopsOf(iteration.timeline, granularity), state.t) ?? 'beyond';
}

/** Where a stride back leads. */
export interface StrideBack {
  /** Within this iteration, or to the end of the one before, if that is still there. */
  readonly change: Partial<Playback>;
  /** Whether it should lead to the end of an iteration that is not kept. */
  readonly leaves: boolean;
}

/** Where a stride back leads from the moment that is shown. */
export function strideBack(state: Playback, granularity: Granularity): StrideBack {
  const iteration = shownIteration(state);
  if (iteration === undefined) return { change: {}, leaves: false };
  const stop = previousStop(stopsOf(iteration.timeline, granularity), state.t);
  const earlier = state.iterations[state.shown - 1];
  const crosses = (stop ?? 0) <= batchAt(iteration.timeline);
  if (crosses && earlier !== undefined) return { change: { shown: state.shown - 1, t: earlier.timeline.steps.length }, leaves: false };
  return { change: stop === undefined ? {} : { t: stop }, leaves: crosses && iteration.step > 1 };
}

/** Whether time passes: something plays, or a sweep has not come to its end. */
export function isMoving(state: Playback): boolean {
  return state.playing || (state.sweeping && state.t < (shownIteration(state)?.timeline.steps.length ?? 0));
}

/** How far `elapsed` milliseconds of playing carry the time; `beyond` once the end has been reached before. */
export function played(state: Playback, elapsed: number, speed: number, granularity: Granularity, still: boolean): number | 'beyond' {
  const iteration = shownIteration(state);
  if (iteration === undefined) return state.t;
  const { timeline } = iteration;
  const end = timeline.steps.length;
  if (state.sweeping) return Math.min(end, state.t + ((end - fedAt(timeline)) * elapsed) / SWEEP_MS);
  if (state.t >= end) return 'beyond';
  let strides = (elapsed / 1000) * STRIDES_PER_SECOND * speed;
  const stops = stopsOf(timeline, granularity);
  if (still) return nextStop(stops, state.t) ?? end;
  let { t } = state;
  // Every stride takes the same time, however many steps it holds.
  while (strides > 0 && t < end) {
    const to = nextStop(stops, t) ?? end;
    const from = stops.findLast((stop) => stop <= t) ?? 0;
    const left = (to - t) / (to - from);
    if (strides < left) return t + strides * (to - from);
    strides -= left;
    t = to;
  }
  return t;
}

/** How long a stride takes, in milliseconds. */
export function strideDuration(speed: number): number {
  return 1000 / (STRIDES_PER_SECOND * speed);
}
