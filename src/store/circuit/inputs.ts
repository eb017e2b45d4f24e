import type { Expression } from '../../expression/expression';
import type { CircuitExample } from '../../lessons/circuits';
import type { Iteration } from '../playback';

/** An input of an expression, as the reader has set it. */
export interface Input {
  readonly name: string;
  readonly value: number;
  /** The ends of its slider. The value may lie outside of them. */
  readonly min: number;
  readonly max: number;
  /** Whether gradient descent moves it. */
  readonly trainable: boolean;
}

/** The half of the range that a slider has at first. */
const REACH = 5;

/** Where inputs start of which nothing is known: different from one another, so that it shows which is which, and above 0. */
const FIRST_VALUES = [2, 3, 0.5, 1.5, 4, 2.5] as const;

/** A slider's range around a value: −5 to 5, or the next of 10, 20, 50, 100, … that holds it. */
function rangeAround(value: number): { readonly min: number; readonly max: number } {
  const size = Math.abs(value);
  if (size <= REACH) return { min: -REACH, max: REACH };
  const power = 10 ** Math.floor(Math.log10(size));
  const reach = Math.min([1, 2, 5, 10].map((step) => step * power).find((end) => end >= size) ?? size, Number.MAX_VALUE / 4);
  return { min: -Math.max(reach, size), max: Math.max(reach, size) };
}

/**
 * The inputs of an expression, in the order in which they appear. What is known of a name stays, unless the text itself
 * now says where it starts; a new one starts where the text says or somewhere sensible, and is trainable only if it is
 * the only one.
 *
 * @param known all inputs that there have been, by name
 * @param before the text's own starting values before it changed
 */
export function inputsOf(
  { inputs, defaults }: Expression,
  known: ReadonlyMap<string, Input>,
  before: ReadonlyMap<string, number>,
): Input[] {
  return inputs.map((name, place) => {
    const written = defaults.get(name);
    const input = known.get(name);
    if (input !== undefined) {
      if (written === undefined || written === before.get(name)) return input;
      return movedTo(input, written);
    }
    const value = written ?? FIRST_VALUES[place % FIRST_VALUES.length] ?? 1;
    return { name, value, ...rangeAround(value), trainable: inputs.length === 1 };
  });
}

/** An input with another value; its slider grows if the value lies outside. */
export function movedTo(input: Input, value: number): Input {
  if (value >= input.min && value <= input.max) return { ...input, value };
  const { min, max } = rangeAround(value);
  return { ...input, value, min: Math.min(min, input.min), max: Math.max(max, input.max) };
}

/** The inputs with the values that were fed to an iteration; the same objects where nothing differs. */
export function fedInputs(inputs: readonly Input[], { timeline }: Iteration): readonly Input[] {
  const fed = new Map<string, number | undefined>();
  for (const step of timeline.steps) if (step.kind === 'feed') fed.set(step.node, step.value.data[0]);
  const changed = inputs.map((input) => {
    const value = fed.get(input.name);
    return value === undefined || Object.is(value, input.value) ? input : { ...input, value };
  });
  return changed.every((input, index) => input === inputs[index]) ? inputs : changed;
}

/** The inputs that an example begins with. */
export function inputsOfExample({ inputs }: Pick<CircuitExample, 'inputs'>): Input[] {
  return inputs.map(({ name, value, min, max, trainable = false }) => {
    const range = rangeAround(value);
    return { name, value, min: min ?? range.min, max: max ?? range.max, trainable };
  });
}
