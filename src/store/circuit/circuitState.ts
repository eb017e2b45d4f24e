import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DescentOutcome, StationaryKind } from '../../engine';
import type { Expression, Problem } from '../../expression/expression';
import { DescentPath } from '../../training/descentPath';
import type { DescentSettings } from './descentSettings';
import type { Input } from './inputs';
import type { Loss } from './workbench';

/** How a descent stands. */
export interface DescentState {
  readonly running: boolean;
  /** Where it has been. The object stays the same while it grows; its `version` tells. */
  readonly path: DescentPath;
  readonly version: number;
  /** Why it ended, if it did. */
  readonly outcome: DescentOutcome | undefined;
  /** What kind of place it is where the gradient is 0, if it ended at one. */
  readonly place: StationaryKind | undefined;
}

/** A circuit: the text, what it was understood as, and what the reader has chosen for it. */
export interface CircuitState {
  /** As it stands in the box. */
  readonly text: string;
  /** Why the text is no expression, if it is none; then the last good one stays. */
  readonly problem: Problem | undefined;
  readonly expression: Expression;
  readonly inputs: readonly Input[];
  /** The input that the symbolic derivative and the section are taken by; undefined if there is none. */
  readonly chosen: string | undefined;
  /** The lines that are drawn as one node each. */
  readonly folded: ReadonlySet<string>;
  /** What was lost in the iteration on the screen, if a number left the domain. */
  readonly loss: Loss | undefined;
  readonly settings: DescentSettings;
  readonly descent: DescentState;
}

export type CircuitStore = StoreApi<CircuitState>;

/** A descent that has not begun. */
export function untouchedDescent(inputs: readonly Input[]): DescentState {
  const names = inputs.filter(({ trainable }) => trainable).map(({ name }) => name);
  return { running: false, path: new DescentPath(names), version: 0, outcome: undefined, place: undefined };
}

/** The state of a circuit. */
export function createCircuitStore(initial: CircuitState): CircuitStore {
  return createStore<CircuitState>(() => initial);
}
