import { findOp, isLeaf, type Graph } from '../../engine';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import { bestPoint, growthOrder, type ErrorCurve } from './errorCurve';
import type { Kink, Lost, Nudge } from './nudge';
import { spacingAt } from './spacing';

/** What a slope suffers from at an ε. */
export type Trouble = 'nothing' | 'lost' | 'unreached' | 'kink' | 'rounding' | 'truncation';

/** What to make of a nudge. */
export interface Finding {
  readonly trouble: Trouble;
  /** In one or two sentences, with the actual numbers. */
  readonly text: string;
}

/** An error below this is that of about the last two digits of a double. */
const AS_GOOD_AS_NONE = 1e-13;

/** So many digits of a slope are written, and up to so many where it takes them to tell two apart. */
const SLOPE_DIGITS = 6;
const MOST_DIGITS = 15;

/** How a tensor's change and a difference of doubles are written. */
const short = (value: number): string => formatNumber(value, 3);

/** What the forward slope suffers from at this ε, and why. */
export function findingOf(nudge: Nudge, graph: Graph, curve: ErrorCurve): Finding {
  const C = formatName(graph.output);
  if (nudge.lost !== undefined) return { trouble: 'lost', text: lostWords(nudge.lost, graph) };
  if (!nudge.reaches) return { trouble: 'unreached', text: `${C} does not depend on ${formatName(nudge.node)}: nothing changes, and the gradient is 0.` };
  const [kink] = nudge.kinks;
  if (kink !== undefined) return { trouble: 'kink', text: kinkWords(kink, graph, nudge) };
  if (nudge.x[0] === nudge.x[1]) {
    return { trouble: 'rounding', text: `x + ε is the same double as x: near ${short(nudge.x[0])} doubles are ${short(spacingAt(nudge.x[0]))} apart. Nothing moves, and the slope is 0.` };
  }
  const best = bestPoint(curve.forward);
  const rises = growthOrder(curve.forward) !== undefined;
  const beyond = best !== -1 && Math.abs(nudge.epsilon) > (curve.epsilons[best] ?? Infinity);
  if (rises && beyond) return { trouble: 'truncation', text: truncationWords(nudge, graph) };
  if (nudge.forward.error <= AS_GOOD_AS_NONE) {
    const straight = rises ? '' : ` ${C} is a straight line in this number, so that nothing is left out, whatever ε is.`;
    return { trouble: 'nothing', text: `The forward slope agrees with the gradient to the last digits.${straight}` };
  }
  return { trouble: 'rounding', text: roundingWords(nudge, C) };
}

/** How much of a change survives the rounding of the output. */
function roundingWords({ epsilon, output, gradient }: Nudge, C: string): string {
  const change = output.ahead - output.here;
  const spacing = spacingAt(output.here);
  const at = `At ε = ${short(epsilon)}`;
  if (change === 0) {
    if (gradient === 0) return `${at} ${C} does not change, as its gradient of 0 says.`;
    return `${at} ${C} should change by ${short(gradient * epsilon)}, but doubles near ${C} are ${short(spacing)} apart: it does not change at all, and the slope is 0.`;
  }
  const times = Math.abs(change) / spacing;
  const digits = Math.floor(Math.log10(times));
  const left = digits < 1 ? 'hardly a digit of it is right' : digits === 1 ? 'one or two digits of it are left' : `about ${digits} digits of it are left`;
  const many = times < 1 ? 'less than' : times < 1e6 ? `only ${formatCount(Math.round(times))} times` : `${short(times)} times`;
  return `${at} the change of ${C}, ${short(change)}, is ${many} the spacing of doubles near ${C}, ${short(spacing)}, so that ${left}.`;
}

/** What a straight line leaves out. */
function truncationWords({ epsilon, output, forward, gradient }: Nudge, graph: Graph): string {
  const C = formatName(graph.output);
  const back = (output.here - output.behind) / epsilon;
  const sides = Number.isFinite(back) ? `: ${slopesOfSides(forward.value, back, gradient)}` : '';
  return `At ε = ${short(epsilon)} rounding is not what matters. ${C} bends on the way${sides}. What a straight line leaves out is the truncation error.`;
}

/** The slopes to both sides, with as many digits as show the bend. On a curve like x³ at 0 they are the same, and differ from the one here. */
function slopesOfSides(ahead: number, back: number, here: number): string {
  let digits = SLOPE_DIGITS;
  // One more than tells the first from the one here: a difference of a single digit is hardly a number.
  while (digits < MOST_DIGITS && formatNumber(ahead, digits - 1) === formatNumber(here, digits - 1)) digits++;
  const [to, from, at] = [ahead, back, here].map((slope) => formatNumber(slope, digits));
  return to === from ? `the slopes to x + ε and to x − ε are both ${to}, the one at x is ${at}` : `the slope to x + ε is ${to}, the one to x − ε is ${from}`;
}

function kinkWords({ node, cell, cells, here, there, ahead }: Kink, graph: Graph, { forward, central, gradient }: Nudge): string {
  const name = `${titleOf(graph, node)} ${formatName(node)}`;
  const [what, where] = [isMaximum(graph, node) ? 'the difference of its inputs' : 'its input', ahead ? 'x + ε' : 'x − ε'];
  const which = cells === 1 ? '' : ` in ${formatCount(cells)} cells, the first being cell ${formatCount(cell + 1)}`;
  if (here === 0) {
    return `${name} has its kink exactly here${which}: ${what} is 0. There are two slopes, one on each side, and no derivative; the gradient ${short(gradient)} is a convention.`;
  }
  const slopes = ahead ? 'Forward and central slope mix' : `The central slope, ${short(central.value)}, mixes`;
  const safe = ahead ? '' : ` The forward slope, ${short(forward.value)}, does not look there.`;
  return `${name} bends between x and ${where}${which}: ${what} goes from ${short(here)} to ${short(there)}. ${slopes} the slopes of both sides.${safe}`;
}

function lostWords({ place, node, number, refusal }: Lost, graph: Graph): string {
  if (refusal !== undefined) return `At ${place} there is no value. ${refusal}.`;
  const C = formatName(graph.output);
  const reason = reasonFor(graph, node);
  const what = `At ${place} ${reason}${formatName(node)} ${Number.isNaN(number) ? 'has no value' : `is ${formatNumber(number)}`}`;
  return place === 'x' ? `${what} already, before anything is moved: there is no slope to measure.` : `${what}, so that ${C} has no value there and there is no ${place === 'x − ε' ? 'central slope' : 'slope to it'}.`;
}

function reasonFor(graph: Graph, id: string): string {
  const node = graph.nodes.find((one) => one.id === id);
  return node === undefined || isLeaf(node) ? '' : `${findOp(node.op)?.title ?? node.op} `;
}

function titleOf(graph: Graph, id: string): string {
  const node = graph.nodes.find((one) => one.id === id);
  return node === undefined || isLeaf(node) ? 'The node' : (findOp(node.op)?.title ?? node.op);
}

function isMaximum(graph: Graph, id: string): boolean {
  const node = graph.nodes.find((one) => one.id === id);
  return node !== undefined && !isLeaf(node) && node.inputs.length > 1;
}

/** How many digits of a slope are right: `6 digits`; `none` if not even the first is. */
export function digitsRight(error: number): string {
  if (!Number.isFinite(error)) return '–';
  const digits = error === 0 ? 16 : Math.min(16, Math.floor(-Math.log10(error)));
  if (error === 0) return 'all digits';
  return digits < 1 ? 'none' : digits === 1 ? '1 digit' : `${digits} digits`;
}

/** The reasons at the two ends of the chart. */
export function endWords(curve: ErrorCurve): { readonly left: string; readonly right: string } {
  if ([...curve.forward, ...curve.central].every((error) => error === 0)) return { left: 'no error at any ε', right: 'nothing bends' };
  const powers = [growthOrder(curve.forward), growthOrder(curve.central)].map((order) => (order === undefined ? 'none' : order === 1 ? '∝ ε' : `∝ ε${SUPERSCRIPTS[order] ?? ''}`));
  const [forward = 'none', central = 'none'] = powers;
  const truncation = forward === 'none' && central === 'none' ? 'nothing bends' : forward === central ? `truncation ${forward}` : `truncation ${forward}, central ${central}`;
  return { left: 'rounding ∝ 1/ε', right: truncation };
}

const SUPERSCRIPTS: Readonly<Record<number, string>> = { 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
