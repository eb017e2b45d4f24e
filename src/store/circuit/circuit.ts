import type { Probe } from '../../engine';
import { parseExpression } from '../../expression/parseExpression';
import type { CircuitExample } from '../../lessons/circuits';
import type { SettingsStore } from '../settings';
import { createWalk, type Walk } from '../walk';
import type { CircuitStore } from './circuitState';
import { DESCENT_DEFAULTS, type DescentSettings } from './descentSettings';
import { inputsOf, inputsOfExample, movedTo, type Input } from './inputs';
import { foldedLines, withPlainLineEnds } from './openingState';
import type { SavedCircuit } from './savedCircuit';
import { createStage } from './stage';

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
  const stage = createStage(settings, saved, now);
  const { state, playback, transport, run, known, folding } = stage;

  function setValues(values: ReadonlyMap<string, number>): void {
    stage.setInputs(
      state.getState().inputs.map((input) => {
        const value = values.get(input.name);
        return value === undefined ? input : movedTo(input, value);
      }),
    );
    stage.turn();
  }

  function changeInput(name: string, change: (input: Input) => Input): readonly Input[] {
    return state.getState().inputs.map((input) => (input.name === name ? change(input) : input));
  }

  return {
    walk: {
      ...createWalk(playback, settings, transport),
      select: (selection) => {
        playback.setState({ selection });
        const { inputs } = state.getState();
        if (selection?.kind === 'node' && inputs.some(({ name }) => name === selection.id)) state.setState({ chosen: selection.id });
      },
    },
    state,
    setText: (typed) => {
      const text = withPlainLineEnds(typed);
      const before = state.getState();
      const { expression, problem } = parseExpression(text);
      state.setState({ text, problem });
      if (expression === undefined) return;
      // Another way of writing the same graph, such as a space more, moves nothing.
      if (JSON.stringify(expression.graph) === JSON.stringify(before.expression.graph) && sameEntries(expression.defaults, before.expression.defaults)) {
        state.setState({ expression: { ...expression, graph: before.expression.graph }, folded: foldedLines(expression, folding) });
        return;
      }
      playback.setState({ selection: null });
      stage.build(expression, inputsOf(expression, known, before.expression.defaults), 'complete');
    },
    openExample: (example) => {
      const { expression } = parseExpression(example.text);
      if (expression === undefined) return;
      for (const input of inputsOfExample(example)) known.set(input.name, input);
      folding.clear();
      const { settings: given } = state.getState();
      state.setState({ text: example.text, problem: undefined, settings: { ...given, learningRate: example.learningRate ?? DESCENT_DEFAULTS.learningRate } });
      playback.setState({ selection: null });
      stage.build(expression, inputsOf(expression, known, expression.defaults), 'complete');
    },
    setValue: (name, value) => {
      setValues(new Map([[name, value]]));
    },
    setValues,
    setRange: (name, min, max) => {
      stage.keepInputs(changeInput(name, (input) => ({ ...input, min, max })));
    },
    setTrainable: (name, trainable) => {
      stage.build(state.getState().expression, changeInput(name, (input) => ({ ...input, trainable })), 'turned');
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
      state.setState({ settings: { ...before, ...change } });
      run.adjust(change);
      if (change.learningRate === undefined || change.learningRate === before.learningRate) return;
      stage.toLatest();
      stage.turn();
    },
    descend: () => {
      stage.toLatest();
      if (!stage.canAdvance()) return;
      playback.setState({ playing: false, waiting: false });
      run.run();
    },
    pauseDescent: run.pause,
    stepDescent: () => {
      run.pause();
      stage.toLatest();
      if (stage.canAdvance()) transport.stepOnce();
    },
    resetDescent: () => {
      const start = new Map(run.start().map(({ name, value }) => [name, value]));
      stage.setInputs(state.getState().inputs.map((input) => ({ ...input, value: start.get(input.name) ?? input.value })));
      stage.turn();
    },
    tickDescent: (elapsed) => {
      if (!state.getState().descent.running) return;
      stage.toLatest();
      if (run.tick(elapsed)) stage.turn();
    },
    probe: () => stage.workbench().probe(state.getState().inputs),
  };
}

function sameEntries(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}
