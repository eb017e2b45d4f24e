import { isLeaf, type Graph } from '../engine/graph';
import type { Tensor } from '../engine/tensor';
import { formatExactly, formatFigure, formatNumber } from './format';
import { edgeFigure } from './summary';

/** How many significant digits a figure has on a wire, on a small node and in a spoken sentence. */
const FIGURE_DIGITS = 3;

/** No double needs more to be told from its neighbours. */
const MOST_DIGITS = 17;

/** What stands for a number that is not known, since something before it has left the finite numbers. */
export const UNKNOWN = '?';

/**
 * How much may be written of a figure: three digits (`short`), as many as fit into a number of characters, or every digit.
 */
export type FigureRoom = 'short' | 'all' | number;

/** The figure of a tensor as it is written on a wire: a single number itself, otherwise the norm ‖·‖₂. */
export function figure(tensor: Tensor, room: FigureRoom = 'short'): string {
  const value = edgeFigure(tensor);
  if (room === 'short') return shortFigure(value);
  return room === 'all' ? formatExactly(value) : figureIn(value, room);
}

/** The same where nothing is known of a number that is not finite: `?`. */
export function knownFigure(tensor: Tensor, room: FigureRoom = 'short'): string {
  return Number.isFinite(edgeFigure(tensor)) ? figure(tensor, room) : UNKNOWN;
}

/**
 * A number with the most significant digits, from three to all of them, that fit into so many characters. Where not
 * even three fit, it is as short as figures are elsewhere.
 */
export function figureIn(value: number, characters: number): string {
  const exact = formatExactly(value);
  if (exact.length <= characters) return exact;
  for (let digits = Math.min(MOST_DIGITS, characters); digits >= FIGURE_DIGITS; digits--) {
    const text = formatFigure(value, digits);
    if (text.length <= characters) return text;
  }
  return shortFigure(value);
}

function shortFigure(value: number): string {
  const text = formatFigure(value, FIGURE_DIGITS);
  // With an exponent behind it, a digit less leaves the figure as short as the others: wires are close.
  return text.includes('e') ? formatFigure(value, FIGURE_DIGITS - 1) : text;
}

/** A number in a spoken sentence, without the trailing zeros, which the ear would have to count. */
function spokenNumber(value: number): string {
  return formatNumber(value, FIGURE_DIGITS);
}

/** The figure of a tensor said in words: `gradient norm 0.214`, or `gradient 1` for a single number. */
export function spokenFigure(what: 'value' | 'gradient', tensor: Tensor): string {
  return `${what}${tensor.data.length === 1 ? '' : ' norm'} ${spokenNumber(edgeFigure(tensor))}`;
}

/** The same where nothing is known of a number that is not finite (`value unknown`), on request with every digit. */
export function spokenKnownFigure(what: 'value' | 'gradient', tensor: Tensor, allDigits: boolean): string {
  const value = edgeFigure(tensor);
  if (!Number.isFinite(value)) return `${what} unknown`;
  return allDigits ? `${what} ${formatExactly(value)}` : spokenFigure(what, tensor);
}

/** How the figures of a graph are written and said. */
export interface FigureWords {
  readonly written: (tensor: Tensor) => string;
  readonly spoken: (what: 'value' | 'gradient', tensor: Tensor) => string;
  /** How far something moves. */
  readonly amount: (value: number) => string;
}

const PLAIN: FigureWords = { written: figure, spoken: spokenFigure, amount: spokenNumber };
const KNOWN: FigureWords = {
  written: knownFigure,
  spoken: (what, tensor) => spokenKnownFigure(what, tensor, false),
  amount: (value) => (Number.isFinite(value) ? spokenNumber(value) : 'an unknown amount'),
};

/** In a circuit a number that is not finite is unknown; among tensors it is what it is, and one looks for where it came from. */
export function figureWordsOf(graph: Graph): FigureWords {
  return isCircuitGraph(graph) ? KNOWN : PLAIN;
}

const circuits = new WeakMap<Graph, boolean>();

/** Whether a graph computes on single numbers alone. */
export function isCircuitGraph(graph: Graph): boolean {
  const known = circuits.get(graph);
  if (known !== undefined) return known;
  const isCircuit = graph.nodes.every((node) => !isLeaf(node) || node.shape?.length === 0 || typeof node.value === 'number');
  circuits.set(graph, isCircuit);
  return isCircuit;
}
