import type { Phase, Step } from '../engine/recording';
import type { EdgeState, NodeState } from './state';
import { stateAt, type Timeline } from './timeline';

/** Everything discrete at one moment: it only changes when a step completes. */
export interface SceneState {
  readonly completed: number;
  readonly nodes: ReadonlyMap<string, NodeState>;
  readonly edges: ReadonlyMap<string, EdgeState>;
  /** Whether the backward pass is complete, so that the gradients can be compared with one another. */
  readonly backwardDone: boolean;
}

/** All that is on the screen at one time. */
export interface Frame {
  /** Between 0 and the number of steps. */
  readonly time: number;
  /** How many steps are complete. */
  readonly completed: number;
  /** How far the step after those has come: from 0 to below 1. */
  readonly progress: number;
  /** The step that is moving or, if none is, the last one that completed; undefined at the very start. */
  readonly step: Step | undefined;
  /** The number of that step, from 0; −1 at the very start. */
  readonly index: number;
  readonly phase: Phase | undefined;
  /** The same object as long as only `progress` changes. */
  readonly state: SceneState;
}

/**
 * What is on the screen at a time: at t = k steps 0 … k − 1 are complete, and the fraction is how far step k has come.
 * Any t in any order takes time proportional to the graph. Times outside of the recording are drawn to its ends.
 */
export function frameAt(timeline: Timeline, t: number): Frame {
  const { steps } = timeline;
  const time = Number.isNaN(t) ? 0 : Math.min(Math.max(t, 0), steps.length);
  const completed = Math.floor(time);
  const progress = time - completed;
  const index = progress > 0 ? completed : completed - 1;
  const step = steps[index];
  return { time, completed, progress, step, index, phase: step?.phase, state: sceneStateAt(timeline, completed) };
}

// The last few states of each timeline. More would cost memory in proportion to steps × nodes.
const KEPT = 8;
const recent = new WeakMap<Timeline, SceneState[]>();

function sceneStateAt(timeline: Timeline, completed: number): SceneState {
  const kept = recent.get(timeline) ?? [];
  const known = kept.find((state) => state.completed === completed);
  if (known !== undefined) return known;
  const nodes = new Map<string, NodeState>();
  for (const [id, history] of timeline.nodes) nodes.set(id, stateAt(history, completed));
  const edges = new Map<string, EdgeState>();
  for (const [id, history] of timeline.edges) edges.set(id, stateAt(history, completed));
  const backward = timeline.phases.findLast(({ phase }) => phase === 'backward');
  const state = { completed, nodes, edges, backwardDone: backward !== undefined && completed >= backward.end };
  recent.set(timeline, [state, ...kept].slice(0, KEPT));
  return state;
}
