import type { Graph } from '../../engine/graph';
import { Probe } from '../../engine/probe';
import type { Recording } from '../../engine/recording';
import type { Expression } from '../../expression/expression';
import { differentiate, type Symbolic } from '../../expression/symbolic';
import { whyUndefined } from '../../expression/undefinedSlope';
import { compared } from './gradientAgreement';
import { GradientLens, type GradientScale, type Surroundings } from './gradientLens';
import { numbersOf } from './gradientNumbers';
import { conventionReason, differenceReason, noDifferenceReason, symbolicReason, unknownReason, unusedReason, type Place } from './gradientReasons';

/** Another way to a gradient, held against backpropagation. */
export interface Witness {
  /** What it comes to; undefined where it comes to nothing. */
  readonly value: number | undefined;
  /** Whether it bears backpropagation out. Never where either of them is unknown. */
  readonly agrees: boolean;
  /** A sentence: why there is no value, why it differs, or what the agreement is worth. */
  readonly note: string | undefined;
  /** |difference| relative to the larger of the two (see `compared`); undefined where there is no value. */
  readonly error: number | undefined;
}

/** An input's gradient, found in three ways. */
export interface GradientRow {
  readonly name: string;
  /** Where the input is. */
  readonly value: number;
  /** The whole gradient at the end of the backward pass; undefined if it is unknown. */
  readonly backprop: number | undefined;
  /** What there is to say of that. */
  readonly note: string | undefined;
  readonly symbolic: Witness;
  readonly central: Witness;
  /** The larger of their errors; undefined if there is nothing to compare with. */
  readonly error: number | undefined;
}

/** By so much of the larger one, two derivatives may differ that are both exact but for rounding. */
const SYMBOLIC_TOLERANCE = 1e-9;
/** The same for a difference quotient, whose step is a compromise. */
const CENTRAL_TOLERANCE = 1e-6;
/** Rounding in a sum of products, relative to the sum without signs. */
const CANCELLATION = 1e-14;
/** The rounding error of the central difference in errors of f over its step: (8 + 8 + 1 + 1) / 12. */
const QUOTIENT = 1.5;

const known = new WeakMap<Graph, GradientWays>();

/** The three ways to the gradients of an expression. Another text for the same graph has the same. */
export function gradientWaysOf(expression: Expression): GradientWays {
  const before = known.get(expression.graph);
  if (before !== undefined) return before;
  const ways = new GradientWays(expression);
  known.set(expression.graph, ways);
  return ways;
}

/** Compares backpropagation with a formula and a difference quotient. A formula is derived once, when it is first asked for. */
export class GradientWays {
  readonly #symbolic = new Map<string, Symbolic>();
  readonly #probe: Probe;
  readonly #lens: GradientLens;
  #scale: { readonly of: Recording; readonly scale: GradientScale } | undefined;

  constructor(readonly expression: Expression) {
    this.#probe = new Probe(expression.graph);
    this.#lens = new GradientLens(expression.graph);
  }

  /** The derivative by an input, or why there is none. */
  symbolic(name: string): Symbolic {
    const before = this.#symbolic.get(name);
    if (before !== undefined) return before;
    const symbolic = differentiate(this.expression, name);
    this.#symbolic.set(name, symbolic);
    return symbolic;
  }

  /** One input's gradient in a recording of the graph, in which what is unknown is NaN. */
  row(recording: Recording, name: string): GradientRow {
    const { values, gradients } = numbersOf(recording);
    const { output } = this.expression.graph;
    const value = values.get(name) ?? NaN;
    // Nothing flows to an input that the output does not depend on.
    const backprop = gradients.get(name) ?? (Number.isFinite(values.get(output)) ? 0 : NaN);
    if (!Number.isFinite(backprop)) {
      const note = unknownReason(recording);
      return { name, value, backprop: undefined, note, symbolic: without(note), central: without(note), error: undefined };
    }
    const note = gradients.has(name) ? undefined : unusedReason(output, name);
    const symbolic = this.#formula(recording, name, backprop);
    const central = this.#difference(recording, name, backprop);
    const errors = [symbolic.error, central.error].filter((error) => error !== undefined);
    return { name, value, backprop, note, symbolic, central, error: errors.length === 0 ? undefined : Math.max(...errors) };
  }

  #formula(recording: Recording, name: string, backprop: number): Witness {
    const { derivative, reason } = this.symbolic(name);
    if (derivative === undefined) return without(reason);
    const { values } = numbersOf(recording);
    const value = derivative.evaluate(values);
    if (!Number.isFinite(value)) return without(whyUndefined(this.expression, name, values));
    const { agrees, error } = compared(backprop, value, SYMBOLIC_TOLERANCE, () => CANCELLATION * this.#scaleOf(recording).gradient(name));
    const note = agrees ? undefined : symbolicReason(this.#surroundings(recording, name).kinks);
    return { value, agrees, note, error };
  }

  #difference(recording: Recording, name: string, backprop: number): Witness {
    const value = this.#probeAt(recording).slope(name);
    const place: Place = { output: this.expression.graph.output, name };
    let seen: Surroundings | undefined;
    const surroundings = (): Surroundings => (seen ??= this.#surroundings(recording, name));
    if (!Number.isFinite(value)) return without(noDifferenceReason(place, surroundings()));
    /** How far it may be off by rounding. */
    const noise = (): number => (QUOTIENT * this.#scaleOf(recording).rounding) / surroundings().step;
    const { agrees, error } = compared(backprop, value, CENTRAL_TOLERANCE, () =>
      // Rounding excuses only what is next to nothing beside what has cancelled.
      noise() <= CENTRAL_TOLERANCE * this.#scaleOf(recording).gradient(name) ? noise() : 0,
    );
    if (!agrees) return { value, agrees, note: differenceReason(place, surroundings(), Math.abs(backprop - value) <= noise()), error };
    const exact = this.#lens.hasKinks ? surroundings().kinks.filter((kink) => kink.exact) : [];
    return { value, agrees, note: exact.length === 0 ? undefined : conventionReason(exact), error };
  }

  #scaleOf(recording: Recording): GradientScale {
    if (this.#scale?.of !== recording) this.#scale = { of: recording, scale: this.#lens.scale(this.#leavesOf(recording)) };
    return this.#scale.scale;
  }

  #surroundings(recording: Recording, name: string): Surroundings {
    return this.#lens.surroundings(this.#leavesOf(recording), name, this.#probeAt(recording).differenceSize(name));
  }

  #probeAt(recording: Recording): Probe {
    for (const [id, value] of this.#leavesOf(recording)) this.#probe.set(id, value);
    return this.#probe;
  }

  #leavesOf(recording: Recording): ReadonlyMap<string, number> {
    const { values } = numbersOf(recording);
    return new Map(this.expression.inputs.map((name) => [name, values.get(name) ?? NaN]));
  }
}

function without(note: string): Witness {
  return { value: undefined, agrees: false, note, error: undefined };
}
