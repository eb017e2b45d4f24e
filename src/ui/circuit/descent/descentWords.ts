import { leadingTo, type Fault, type NonFinite, type StationaryKind } from '../../../engine';
import { UNKNOWN } from '../../../scene/figure';
import { formatCount, formatExactly, formatName, formatNumber } from '../../../scene/format';
import { listed } from '../../../scene/listed';
import { faultSentence } from '../../../scene/recording/faultWords';
import type { CircuitState } from '../../../store/circuit/circuitState';
import type { Place } from './descentFacts';

/** How a descent stands. */
interface Progress {
  readonly iteration: number;
  readonly output: string;
  /** The output's value where the descent is; NaN if it is unknown. */
  readonly value: number;
  /** How long the last step was; NaN before the first one. */
  readonly move: number;
  readonly allDigits: boolean;
}

/** `iteration 70 · f = −6.543 · last step 9.9e−6` */
export function progressWords({ iteration, output, value, move, allDigits }: Progress): string {
  const figure = !Number.isFinite(value) ? UNKNOWN : allDigits ? formatExactly(value) : formatNumber(value);
  const step = Number.isNaN(move) ? [] : [`last step ${formatNumber(move, 2)}`];
  return [`iteration ${formatCount(iteration)}`, `${formatName(output)} = ${figure}`, ...step].join(' · ');
}

/** Why gradient descent cannot begin; undefined if it can. */
export function hindranceWords({ inputs, loss, expression }: Pick<CircuitState, 'inputs' | 'loss' | 'expression'>): string | undefined {
  if (inputs.length === 0) return 'There is no input that gradient descent could move.';
  if (!inputs.some(({ trainable }) => trainable)) return 'Tick an input, and gradient descent moves it.';
  if (loss?.lost === undefined) return undefined;
  const output = formatName(expression.graph.output);
  const causes = leadingTo(expression.graph, loss.fault.node);
  if (!inputs.some(({ name }) => causes.has(name))) return `${output} has no value, wherever the inputs are. Mend the expression.`;
  return loss.lost === 'value'
    ? `${output} has no value here, and so no gradient to follow. Move an input.`
    : `The gradient is not known here, and so there is nothing to follow. Move an input.`;
}

/** A gradient shorter than this is next to none. */
const NEXT_TO_NONE = 0.01;

/** A step was not longer than the threshold. @param slope the length of the gradient where it ended */
export function smallStepWords(iteration: number, places: readonly Place[], threshold: number, slope: number): string {
  const short = `The last step was no longer than ${formatNumber(threshold)}`;
  if (slope > NEXT_TO_NONE) {
    return `${short} after ${iterations(iteration)}, yet the gradient is still ${formatNumber(slope, 2)}: with so small a learning rate every step is short.`;
  }
  return `${short}: it has arrived at ${placeWords(places)} after ${iterations(iteration)}.`;
}

/** As many iterations as were allowed. */
export function iterationsWords(iteration: number): string {
  return `Stopped after ${iterations(iteration)}, still moving. Descend goes on from here.`;
}

const STATIONARY: Readonly<Record<StationaryKind, string>> = {
  inflection: 'a flat inflection, not a minimum',
  minimum: 'a minimum',
  maximum: 'a maximum, not a minimum; from a little beside it the way leads down',
  saddle: 'a saddle, not a minimum; it rises in one direction and falls in another',
  flat: 'it is level all around',
};

/** The gradient is exactly 0. */
export function flatWords(place: StationaryKind | undefined): string {
  return `The gradient is 0 here, so nothing moves${place === undefined ? '' : `: ${STATIONARY[place]}`}.`;
}

/** How it came that a descent could not go on. */
interface Loss {
  /** The one that was taken back. */
  readonly iteration: number;
  /** Where it led. */
  readonly places: readonly Place[];
  readonly output: string;
  /** What is wrong there; undefined if a parameter itself has left the finite numbers. */
  readonly fault: Fault | undefined;
  readonly found: NonFinite;
}

/** A number ceased to be finite, and the step that led there was taken back. */
export function lossWords({ iteration, places, output, fault, found }: Loss): string {
  const cause = fault === undefined ? foundWords(found) : faultSentence(fault, output);
  const left = fault !== undefined && (fault.part === 'value' ? fault.reason !== undefined : fault.cause === 'local');
  if (!left) {
    return `It overflowed at iteration ${formatCount(iteration)}: ${cause} The learning rate is too large for this start; reset the descent and try a smaller one.`;
  }
  const lost = fault.part === 'value' ? `${formatName(output)} has no value` : 'the gradient is not known';
  return `Iteration ${formatCount(iteration)} would lead to ${placeWords(places)}, where ${lost}: ${cause} A smaller learning rate takes shorter steps.`;
}

function foundWords({ node, part, number }: NonFinite): string {
  const name = formatName(node);
  const what = { value: name, gradient: `the gradient of ${name}`, 'updated value': `${name} after its update` }[part];
  if (Number.isNaN(number)) return `${what} is no number.`;
  return `${what} is ${number > 0 ? 'larger than the largest double, about 1.8e308' : 'lower than the lowest double, about −1.8e308'}.`;
}

/** More places than this are more than a sentence holds. */
const MOST_PLACES = 3;
const DIGITS = 7;

function placeWords(places: readonly Place[]): string {
  const parts = places.slice(0, MOST_PLACES).map(({ name, value }) => `${formatName(name)} = ${formatNumber(value, DIGITS)}`);
  const others = places.length - MOST_PLACES;
  if (others > 0) return `${parts.join(', ')} and so on`;
  return listed(parts);
}

function iterations(count: number): string {
  return `${formatCount(count)} iteration${count === 1 ? '' : 's'}`;
}
