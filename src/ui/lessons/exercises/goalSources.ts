import type { DescentOutcome } from '../../../engine';
import { finalValue } from '../../../scene/final';
import type { Circuit } from '../../../store/circuit/circuit';
import type { CircuitState } from '../../../store/circuit/circuitState';
import type { Miniflow } from '../../../store/miniflow';
import { shownIteration } from '../../../store/playback';
import type { TrainingState } from '../../../store/training';
import type { Walk } from '../../../store/walk';
import type { DescentEnd, DescentFacts, GoalFacts, TrainingFacts } from '../../../study/goals/goalFacts';

/** Where a goal's facts come from: the graph that the page is about, and what moves it. */
interface Sources {
  readonly miniflow: Pick<Miniflow, 'training' | 'playback'>;
  readonly walk: Pick<Walk, 'playback'>;
  /** The circuit, if the graph is one. */
  readonly circuit: Pick<Circuit, 'state'> | null;
}

/** The facts as they are, and as they change. */
export interface Facts {
  readonly now: () => GoalFacts;
  /** @returns what ends it */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The facts of a graph: of the network with its training, of a circuit with its descent, of any other by its values alone. */
export function createFacts({ miniflow, walk, circuit }: Sources): Facts {
  const isNetwork = walk.playback === miniflow.playback;
  return {
    now: () => ({
      training: isNetwork ? trainingFacts(miniflow.training.getState()) : undefined,
      descent: circuit === null ? undefined : descentFacts(circuit.state.getState()),
      value: (node) => {
        const timeline = shownIteration(walk.playback.getState())?.timeline;
        const value = timeline === undefined ? NaN : finalValue(timeline, node);
        return Number.isNaN(value) ? undefined : value;
      },
    }),
    subscribe: (listener) => {
      const ends = [
        // Time that passes within an iteration changes nothing about it.
        walk.playback.subscribe((next, before) => {
          if (shownIteration(next) !== shownIteration(before)) listener();
        }),
        ...(isNetwork ? [miniflow.training.subscribe(listener)] : []),
        ...(circuit === null ? [] : [circuit.state.subscribe(listener)]),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function trainingFacts({ run, status, progress, losses, divergence }: TrainingState): TrainingFacts {
  return {
    run,
    steps: progress.steps,
    returning: status === 'loading' || status === 'opening' || status === 'restoring',
    epochs: losses.epochCount,
    epochLoss: (index) => losses.epochMean(index),
    divergedAt: divergence === undefined ? undefined : divergence.step + 1,
  };
}

const ENDS: Readonly<Record<DescentOutcome['kind'], DescentEnd>> = {
  'small step': 'at rest',
  flat: 'at rest',
  iterations: 'out of steps',
  'not finite': 'run away',
};

function descentFacts({ descent: { path, outcome }, inputs }: CircuitState): DescentFacts {
  return {
    which: path,
    iteration: path.count - 1,
    end: outcome === undefined ? undefined : ENDS[outcome.kind],
    place: (input) => inputs.find(({ name }) => name === input)?.value,
  };
}
