import { Descent, stationaryKind, type Graph, type Probe } from '../../engine';
import { untouchedDescent, type CircuitStore, type DescentState } from './circuitState';
import type { DescentSettings } from './descentSettings';
import type { Input } from './inputs';

/** What a descent needs from the circuit that it runs on. */
interface Ground {
  readonly state: CircuitStore;
  /** The graph with the present choice of what is trainable. */
  readonly graph: () => Graph;
  readonly probe: (inputs: readonly Input[]) => Probe;
  /** Brings the inputs to where it has come. */
  readonly move: (inputs: readonly Input[]) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** A gradient descent on the trainable inputs, and where it has brought them. */
export interface DescentRun {
  /** Takes one step. @returns the number of the iteration that is next, from 1 */
  readonly step: () => number;
  /** Takes as many steps as the pace owes for so many milliseconds. @returns whether there were any */
  readonly tick: (elapsed: number) => boolean;
  readonly run: () => void;
  readonly pause: () => void;
  /** The inputs as they were when it started. */
  readonly start: () => readonly Input[];
  /** Forgets it: the next one starts from the inputs as they are. */
  readonly drop: (inputs: readonly Input[]) => void;
  /** Goes on with what has changed of the settings. */
  readonly adjust: (change: Partial<DescentSettings>) => void;
}

/** A running descent takes no more of a frame than this, in milliseconds. */
const SLICE_MS = 4;

/** A descent on `ground`, which begins with its first step. */
export function createDescentRun({ state, graph, probe, move, now }: Ground): DescentRun {
  let descent: Descent | undefined;
  let start: readonly Input[] = state.getState().inputs;
  /** Steps that are still owed. */
  let owed = 0;

  function begin(): Descent {
    if (descent !== undefined) return descent;
    const { inputs, settings, descent: before } = state.getState();
    const values = new Map(inputs.map(({ name, value }) => [name, value]));
    const { nodes, output } = graph();
    const fed = nodes.map((node) => {
      const value = values.get(node.id);
      return value === undefined ? node : { ...node, value };
    });
    descent = new Descent({ nodes: fed, output }, settings);
    start = inputs;
    const begun = untouchedDescent(inputs);
    begun.path.append(descent.parameters, descent.reached);
    state.setState({ descent: { ...begun, running: before.running } });
    return descent;
  }

  function takeSteps(more: () => boolean): number {
    const current = begin();
    const { path } = state.getState().descent;
    for (let goes = true, first = true; goes && (first || more()); first = false) {
      goes = current.step();
      if (current.iteration === path.count) path.append(current.parameters, current.reached);
    }
    const inputs = state.getState().inputs.map((input) => {
      const place = path.placesOf(input.name)?.at(-1);
      // Its slider stays: a descent that runs away must not take the range along.
      return place === undefined ? input : { ...input, value: place };
    });
    move(inputs);
    publish(current);
    return path.count;
  }

  /** Says how the descent stands. */
  function publish({ outcome }: Descent): void {
    const { descent: before, inputs } = state.getState();
    const running = before.running && outcome === undefined;
    state.setState({ descent: { ...before, running, version: before.path.version, outcome, place: placeOf(outcome, inputs) } });
  }

  /** A descent that has taken as many steps as it was to may take more. */
  function goOn(more: number): void {
    if (descent?.outcome?.kind === 'iterations') descent.iterations = descent.iteration + more;
  }

  function placeOf(outcome: DescentState['outcome'], inputs: readonly Input[]): DescentState['place'] {
    if (outcome?.kind !== 'flat') return undefined;
    // To look around takes time, and it stays the same place until the descent begins anew.
    const { outcome: before, place } = state.getState().descent;
    if (before === outcome && place !== undefined) return place;
    return stationaryKind(probe(inputs), inputs.filter(({ trainable }) => trainable).map(({ name }) => name));
  }

  return {
    step: () => {
      goOn(1);
      return takeSteps(() => false);
    },
    tick: (elapsed) => {
      const { descent: { running }, settings: { pace } } = state.getState();
      if (!running) return false;
      owed += pace === 'full' ? Infinity : (elapsed * pace) / 1000;
      let left = Math.floor(owed);
      if (left < 1) return false;
      // What a slow machine could not take is not made up for later; a part of a step is.
      owed = left === Infinity ? 0 : owed - left;
      const until = now() + SLICE_MS;
      takeSteps(() => --left >= 1 && now() < until);
      return true;
    },
    run: () => {
      owed = 0;
      const current = begin();
      goOn(state.getState().settings.iterations);
      state.setState({ descent: { ...state.getState().descent, running: true } });
      publish(current);
    },
    pause: () => {
      const { descent: before } = state.getState();
      if (before.running) state.setState({ descent: { ...before, running: false } });
    },
    start: () => (descent === undefined ? state.getState().inputs : start),
    drop: (inputs) => {
      descent = undefined;
      state.setState({ descent: untouchedDescent(inputs) });
    },
    adjust: ({ learningRate, threshold, iterations }) => {
      if (descent === undefined) return;
      if (learningRate !== undefined) descent.learningRate = learningRate;
      if (threshold !== undefined) descent.threshold = threshold;
      if (iterations !== undefined) descent.iterations = iterations;
      publish(descent);
    },
  };
}
