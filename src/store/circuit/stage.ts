import type { Recording } from '../../engine';
import type { Expression } from '../../expression/expression';
import { createPlayback, shownIteration, type Arrival, type PlaybackStore } from '../playback';
import type { SettingsStore } from '../settings';
import { createTransport, type Transport } from '../transport';
import { createCircuitStore, type CircuitStore } from './circuitState';
import { createDescentRun, type DescentRun } from './descentRun';
import { fedInputs, type Input } from './inputs';
import { firstChoice, foldedLines, openingState } from './openingState';
import type { SavedCircuit } from './savedCircuit';
import { Workbench, type Loss } from './workbench';

/** What a circuit's actions are made of: its stores, its computation, the walk through it and the descent on it. */
export interface Stage {
  readonly state: CircuitStore;
  readonly playback: PlaybackStore;
  readonly transport: Transport;
  readonly run: DescentRun;
  readonly workbench: () => Workbench;
  /** Every input that there has been: a name that comes back finds its value. */
  readonly known: Map<string, Input>;
  /** Which lines the reader has folded or unfolded. */
  readonly folding: Map<string, boolean>;
  /** Whether a descent can take a step from the iteration on the screen. */
  readonly canAdvance: () => boolean;
  /** Inputs, whoever moves them. */
  readonly keepInputs: (inputs: readonly Input[]) => void;
  /** Inputs as set by hand: a descent that was under way is over. */
  readonly setInputs: (inputs: readonly Input[]) => void;
  /** Another graph, or the same with other things trained; a `turned` one keeps the moment. */
  readonly build: (expression: Expression, inputs: readonly Input[], arrival: 'complete' | 'turned') => void;
  /** Computes the iteration on the screen anew, at the same moment, and forgets all others: they belonged to other numbers. */
  readonly turn: () => void;
  /** Goes to where the descent is, from wherever the reader has walked back to. */
  readonly toLatest: () => void;
}

/** A circuit as it was left, computed and shown. */
export function createStage(settings: SettingsStore, saved: SavedCircuit | undefined, now: () => number): Stage {
  const playback = createPlayback();
  const known = new Map<string, Input>((saved?.inputs ?? []).map((input) => [input.name, input]));
  const folding = new Map<string, boolean>();
  const state = createCircuitStore(openingState(saved, known));
  let workbench = new Workbench(state.getState().expression.graph, state.getState().inputs);
  /** What was lost in which recording. */
  const losses = new WeakMap<Recording, Loss>();

  const run = createDescentRun({
    state,
    graph: () => workbench.graph,
    probe: (inputs) => workbench.probe(inputs),
    move: keepInputs,
    now,
  });

  const transport = createTransport({
    playback,
    settings,
    isTraining: () => state.getState().descent.running,
    canAdvance,
    advance: () => {
      const before = Math.max(1, state.getState().descent.path.count);
      const step = run.step();
      // It has ended right there, or its step was taken back: there is no other iteration to show.
      if (step === before) playback.setState({ waiting: false, playing: false });
      else transport.receive({ recording: compute(), step, taken: false, advance: true });
    },
    // Whoever takes hold of the transport wants to look: the descent waits.
    followingChanged: run.pause,
    isFollowing: () => true,
  });

  // Whoever walks to another iteration finds the inputs as they were fed to it, and what was lost in it.
  playback.subscribe((next, before) => {
    const iteration = shownIteration(next);
    if (iteration === undefined || iteration === shownIteration(before)) return;
    const { inputs, loss } = state.getState();
    const fed = fedInputs(inputs, iteration);
    if (fed !== inputs) keepInputs(fed);
    const found = losses.get(iteration.timeline.recording);
    if (found !== loss) state.setState({ loss: found });
  });

  function canAdvance(): boolean {
    const { inputs, loss, descent } = state.getState();
    const open = descent.outcome === undefined || descent.outcome.kind === 'iterations';
    return open && loss?.lost === undefined && inputs.some(({ trainable }) => trainable);
  }

  function compute(): Recording {
    const { inputs, settings: { learningRate } } = state.getState();
    const { recording, loss } = workbench.compute(inputs, learningRate);
    if (loss !== undefined) losses.set(recording, loss);
    return recording;
  }

  function show(arrival: Arrival): void {
    const { inputs, descent: { path } } = state.getState();
    transport.show(arrival, compute(), Math.max(1, path.count), !inputs.some(({ trainable }) => trainable));
  }

  function turn(): void {
    const { iterations, shown } = playback.getState();
    if (iterations.length > 1) playback.setState({ iterations: iterations.slice(shown, shown + 1), shown: 0 });
    playback.setState({ playing: false, waiting: false, held: false });
    show('turned');
  }

  function keepInputs(inputs: readonly Input[]): void {
    for (const input of inputs) known.set(input.name, input);
    state.setState({ inputs });
  }

  function setInputs(inputs: readonly Input[]): void {
    keepInputs(inputs);
    run.drop(inputs);
  }

  show('complete');
  return {
    state,
    playback,
    transport,
    run,
    workbench: () => workbench,
    known,
    folding,
    canAdvance,
    keepInputs,
    setInputs,
    build: (expression, inputs, arrival) => {
      workbench = new Workbench(expression.graph, inputs);
      const { chosen } = state.getState();
      state.setState({
        expression,
        folded: foldedLines(expression, folding),
        chosen: chosen !== undefined && inputs.some(({ name }) => name === chosen) ? chosen : firstChoice(inputs),
      });
      setInputs(inputs);
      if (arrival === 'turned') turn();
      else show(arrival);
    },
    turn,
    toLatest: () => {
      const { iterations, shown } = playback.getState();
      if (shown < iterations.length - 1) playback.setState({ shown: iterations.length - 1 });
    },
  };
}
