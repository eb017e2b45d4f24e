import type { Tensor } from '../engine/tensor';
import { formatFigure, formatNumber } from './format';
import { edgeFigure } from './summary';

/** How many significant digits a figure has on a wire, on a small node and in a spoken sentence. */
const FIGURE_DIGITS = 3;

/** The figure of a tensor as it is written on a wire: a single number itself, otherwise the norm ‖·‖₂. */
export function figure(tensor: Tensor): string {
  const text = formatFigure(edgeFigure(tensor), FIGURE_DIGITS);
  // With an exponent behind it, a digit less leaves the figure as short as the others: wires are close.
  return text.includes('e') ? formatFigure(edgeFigure(tensor), FIGURE_DIGITS - 1) : text;
}

/** A number in a spoken sentence, without the trailing zeros, which the ear would have to count. */
export function spokenNumber(value: number): string {
  return formatNumber(value, FIGURE_DIGITS);
}

/** The figure of a tensor said in words: `gradient norm 0.214`, or `gradient 1` for a single number. */
export function spokenFigure(what: 'value' | 'gradient', tensor: Tensor): string {
  return `${what}${tensor.data.length === 1 ? '' : ' norm'} ${spokenNumber(edgeFigure(tensor))}`;
}
