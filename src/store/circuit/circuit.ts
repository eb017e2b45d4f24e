import type { Probe } from '../../engine';
import { parseExpression } from '../../expression/parseExpression';
import type { Expression } from '../../expression/expression';
import type { CircuitExample } from '../../lessons/circuits';
import type { Selection } from '../../scene/selection';
import { createPlayback, shownIteration, type Arrival } from '../playback';
import type { SettingsStore } from '../settings';
import { createTransport } from '../transport';
import { createWalk, type Walk } from '../walk';
import { createCircuitStore, type CircuitStore } from './circuitState';
import { createDescentRun } from './descentRun';
import { DESCENT_DEFAULTS, type DescentSettings } from './descentSettings';
import { firstChoice, foldedLines, openingState, withPlainLineEnds } from './openingState';
import { fedInputs, inputsOf, inputsOfExample, movedTo, type Input } from './inputs';
import type { SavedCircuit } from './savedCircuit';
import { Workbench, type Computed } from './workbench';

/** A circuit without its page: its state, the walk through it, and everything that a reader can do to it. */
export interface Circuit {
  readonly walk: Walk;
  readonly state: CircuitStore;
  /** What has been typed. A text that is no expression changes nothing but the problem. */
  readonly setText: (text: string) => void;
  readonly openExample: (example: CircuitExample) => void;
  /** Sets an input by hand; a descent begins anew from there. */
  readonly setValue: (name: string, value: number) => void;
  /** Sets several inputs at once. */
  readonly setValues: (values: ReadonlyMap<string, number>) => void;
  readonly setRange: (name: string, min: number, max: number) => void;
  readonly setTrainable: (name: string, trainable: boolean) => void;
  /** Chooses the input that the symbolic derivative and the section are taken by. */
  readonly choose: (name: string) => void;
  readonly setFolded: (line: string, folded: boolean) => void;
  readonly setDescent: (change: Partial<DescentSettings>) => void;
  /** Descends until something ends it, as fast as the pace says. */
  readonly descend: () => void;
  readonly pauseDescent: () => void;
  /** Takes one step, and shows the one after it at the same moment. */
  readonly stepDescent: () => void;
  /** Goes back to where the descent started. */
  readonly resetDescent: () => void;
  /** Lets so many milliseconds of a running descent pass. */
  readonly tickDescent: (elapsed: number) => void;
  /** f as a function of its inputs, at their present values; to be used at once, since the next call sets it anew. */
  readonly probe: () => Probe;
}

/**
 * @param saved what was found from the last time
 * @param now milliseconds on a clock that only goes forward
 */
export function createCircuit(settings: SettingsStore, saved: SavedCircuit | undefined, now: () => number): Circuit {
  const playback = createPlayback();
  /** Every input that there has been: a name that comes back finds its value. */
  const known = new Map<string, Input>((saved?.inputs ?? []).map((input) => [input.name, input]));
  /** Which lines the reader has folded or unfolded. */
  const folding = new Map<string, boolean>();
  const state = createCircuitStore(openingState(saved, known));
  let workbench = new Workbench(state.getState().expression.graph, state.getState().inputs);
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
      const step = run.step();
      const { recording } = refresh();
      transport.receive({ recording, step, taken: false, advance: true });
    },
    // Whoever takes hold of the transport wants to look: the descent waits.
    followingChanged: run.pause,
    isFollowing: () => true,
  });
  const walk: Walk = { ...createWalk(playback, settings, transport), select };

  function select(selection: Selection | null): void {
    playback.setState({ selection });
    const { inputs } = state.getState();
    if (selection?.kind === 'node' && inputs.some(({ name }) => name === selection.id)) state.setState({ chosen: selection.id });
  }

  function canAdvance(): boolean {
    const { inputs, fault, descent } = state.getState();
    const open = descent.outcome === undefined || descent.outcome.kind === 'iterations';
    return open && fault === undefined && inputs.some(({ trainable }) => trainable);
  }

  /** Computes everything anew. */
  function refresh(): Computed {
    const { inputs, settings: descentSettings } = state.getState();
    const computed = workbench.compute(inputs, descentSettings.learningRate);
    if (computed.fault !== state.getState().fault) state.setState({ fault: computed.fault });
    return computed;
  }

  function show(arrival: Arrival): void {
    const { recording } = refresh();
    const { inputs, descent: { path } } = state.getState();
    const trainable = inputs.some((input) => input.trainable);
    transport.show(arrival, recording, Math.max(1, path.count), !trainable);
  }

  /** Numbers change, the graph does not: time stands still. What was walked besides belonged to other numbers. */
  function turn(): void {
    const { iterations, shown } = playback.getState();
    if (iterations.length > 1) playback.setState({ iterations: iterations.slice(shown, shown + 1), shown: 0 });
    playback.setState({ playing: false, waiting: false, held: false });
    show('turned');
  }

  /** Goes to where the descent is, from wherever the reader has walked back to. */
  function toLatest(): void {
    const { iterations, shown } = playback.getState();
    if (shown < iterations.length - 1) playback.setState({ shown: iterations.length - 1 });
  }

  // Whoever walks to another iteration finds the inputs as they were fed to it.
  playback.subscribe((now, before) => {
    const iteration = shownIteration(now);
    if (iteration !== undefined && iteration !== shownIteration(before)) keepInputs(fedInputs(state.getState().inputs, iteration));
  });

  function keepInputs(inputs: readonly Input[]): void {
    for (const input of inputs) known.set(input.name, input);
    state.setState({ inputs });
  }

  function setInputs(inputs: readonly Input[]): void {
    keepInputs(inputs);
    run.drop(inputs);
  }

  function changeInput(name: string, change: (input: Input) => Input): readonly Input[] {
    return state.getState().inputs.map((input) => (input.name === name ? change(input) : input));
  }

  function setValues(values: ReadonlyMap<string, number>): void {
    setInputs(
      state.getState().inputs.map((input) => {
        const value = values.get(input.name);
        return value === undefined ? input : movedTo(input, value);
      }),
    );
    turn();
  }

  function build(expression: Expression, inputs: readonly Input[], arrival: Arrival): void {
    workbench = new Workbench(expression.graph, inputs);
    const { chosen } = state.getState();
    state.setState({
      expression,
      folded: foldedLines(expression, folding),
      chosen: chosen !== undefined && inputs.some(({ name }) => name === chosen) ? chosen : firstChoice(inputs),
    });
    setInputs(inputs);
    show(arrival);
  }

  show('complete');
  return {
    walk,
    state,
    setText: (typed) => {
      const text = withPlainLineEnds(typed);
      const before = state.getState();
      const { expression, problem } = parseExpression(text);
      state.setState({ text, problem });
      if (expression === undefined) return;
      // Another way of writing the same graph, such as a space more, moves nothing.
      if (JSON.stringify(expression.graph) === JSON.stringify(before.expression.graph) && sameEntries(expression.defaults, before.expression.defaults)) {
        state.setState({ expression: { ...expression, graph: before.expression.graph } });
        return;
      }
      playback.setState({ selection: null });
      build(expression, inputsOf(expression, known, before.expression.defaults), 'complete');
    },
    openExample: (example) => {
      const { expression } = parseExpression(example.text);
      if (expression === undefined) return;
      for (const input of inputsOfExample(example)) known.set(input.name, input);
      folding.clear();
      const { settings: given } = state.getState();
      state.setState({ text: example.text, problem: undefined, settings: { ...given, learningRate: example.learningRate ?? DESCENT_DEFAULTS.learningRate } });
      playback.setState({ selection: null });
      build(expression, inputsOf(expression, known, expression.defaults), 'complete');
    },
    setValue: (name, value) => {
      setValues(new Map([[name, value]]));
    },
    setValues,
    setRange: (name, min, max) => {
      keepInputs(changeInput(name, (input) => ({ ...input, min, max })));
    },
    setTrainable: (name, trainable) => {
      const inputs = changeInput(name, (input) => ({ ...input, trainable }));
      build(state.getState().expression, inputs, 'turned');
    },
    choose: (name) => {
      state.setState({ chosen: name });
    },
    setFolded: (line, folded) => {
      folding.set(line, folded);
      state.setState({ folded: foldedLines(state.getState().expression, folding) });
    },
    setDescent: (change) => {
      const before = state.getState().settings;
      const next = { ...before, ...change };
      state.setState({ settings: next });
      run.adjust(next);
      if (next.learningRate === before.learningRate) return;
      toLatest();
      turn();
    },
    descend: () => {
      if (!canAdvance()) return;
      playback.setState({ playing: false, waiting: false });
      run.run();
    },
    pauseDescent: run.pause,
    stepDescent: () => {
      run.pause();
      if (canAdvance()) transport.stepOnce();
    },
    resetDescent: () => {
      setInputs(run.start());
      turn();
    },
    tickDescent: (elapsed) => {
      if (!state.getState().descent.running) return;
      toLatest();
      if (run.tick(elapsed)) turn();
    },
    probe: () => workbench.probe(state.getState().inputs),
  };
}

function sameEntries(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}
