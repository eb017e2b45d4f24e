import { findOp, isLeaf, sizeOf, type Edge, type Operation, type Recording } from '../../engine';
import { partialName } from '../../scene/format';
import { indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import { settled, texGradient, texNamesOf } from '../../scene/recording/texFormulas';
import { crossingOf, everywhereAlong, repeatsAnother, type Crossing } from './crossing';
import type { GradientPath } from './paths';

/** Stands for the gradient from above in an op's formula; no name has it. */
const ABOVE = '⟪⟫';

/** A tensor of ones: what spreads one number over all cells alike. */
const ONES = '\\mathbf{1}';

/** A longer path is written with dots in its middle. */
const MOST_FACTORS = 7;
/** So many factors stand before the dots and after them. */
const AT_EACH_END = 3;
/** A longer path's formula is not put together: nobody could read it. */
const MOST_COMPOSED = 4;

/** The local derivative on an edge in a few characters: `∂l₂/∂s`. */
export function edgeLabel({ from, to }: Edge): string {
  return partialName(to, from);
}

/** Whether a node reads the same input more than once, so that a port has to be named. */
export function isTwin(recording: Recording, { from, to }: Edge): boolean {
  return (indexOf(recording).readers.get(from) ?? []).filter((edge) => edge.to === to).length > 1;
}

/** ∂to/∂from in TeX, with the port where the input is read more than once. */
function texFactor(recording: Recording, edge: Edge): string {
  const fraction = texGradient(edge.to, edge.from);
  return isTwin(recording, edge) ? `\\left.${fraction}\\right|_{\\text{${portNameOf(recording, edge)}}}` : fraction;
}

/**
 * What the local derivative on an edge is, in TeX, as its op declares it: `W_{2}^{\mathsf T}`; where shapes change, also what
 * is summed, or where it is repeated. Undefined for an op that is not known.
 */
export function texLocal(recording: Recording, edge: Edge): string | undefined {
  const written = declared(recording, edge);
  if (written === undefined) return undefined;
  const local = localOf(written);
  const crossing = crossingOf(recording, edge);
  if (crossing?.kind === 'sum') return local === '1' || local === '-1' ? local.replace('1', summing(crossing)) : `${local} \\text{, }${summing(crossing)}`;
  return crossing?.along === undefined ? local : `${local} \\text{ ${everywhereAlong(crossing.along)}}`;
}

/** The sign of a sum over copies: `\sum_{\text{rows}}`. */
function summing({ along }: Crossing): string {
  return `\\textstyle\\sum${along === undefined ? '' : `_{\\text{${along}}}`}`;
}

/** An op's formula without what comes from above: 1 where nothing is left. */
function localOf(written: string): string {
  const alone = withoutAbove(written);
  if (alone === '') return '1';
  return alone === '-' ? '-1' : alone;
}

/** ∂C/∂l₂ · ∂l₂/∂s · … in TeX: the chain rule along a path. */
export function texChain(recording: Recording, path: GradientPath): string {
  return joined(path.map((edge) => texFactor(recording, edge)));
}

/** The same, with what each factor is in symbols below it. */
export function texProduct(recording: Recording, path: GradientPath): string {
  return joined(
    path.map((edge): string => {
      const local = texLocal(recording, edge);
      return local === undefined ? texFactor(recording, edge) : `\\underbrace{${texFactor(recording, edge)}}_{\\textstyle ${local}}`;
    }),
  );
}

function joined(factors: readonly string[]): string {
  return factors.length === 0 ? '1' : abridged(factors, '\\cdots').join(' \\cdot ');
}

/** The factors of a product that is read on one line: of a long one the first, dots, and the last. */
export function abridged<T>(factors: readonly T[], dots: T): T[] {
  return factors.length > MOST_FACTORS ? [...factors.slice(0, AT_EACH_END), dots, ...factors.slice(-AT_EACH_END)] : [...factors];
}

/**
 * The product of a path with every factor in its place, which for matrices is not always at the end:
 * `X^{\mathsf T}\, (…)`. Undefined where it would be too long, or would say nothing new.
 */
export function texComposed(recording: Recording, path: GradientPath): string | undefined {
  if (path.length < 2 || path.length > MOST_COMPOSED) return undefined;
  const { shapes } = indexOf(recording);
  // The backward pass begins with ones in the shape of the output.
  let above = sizeOf(shapes.get(recording.graph.output) ?? []) === 1 ? '' : ONES;
  for (const edge of path) {
    const written = declared(recording, edge);
    if (written === undefined) return undefined;
    above = crossed(put(above, written), crossingOf(recording, edge));
  }
  return above;
}

/** Whether a path's product, with every factor in its place, has one that is repeated to fit its shape. */
export function repeatsInside(recording: Recording, path: GradientPath): boolean {
  return path.some((edge) => repeatsAnother(recording, edge));
}

/** A gradient in the shape that it has on the other side of an edge. */
function crossed(tex: string, crossing: Crossing | undefined): string {
  // What is spread over all cells has its ones already.
  if (crossing === undefined || (crossing.kind === 'spread' && crossing.along === undefined)) return tex;
  if (crossing.kind === 'spread') return `\\left[${tex}\\right]_{\\text{${everywhereAlong(crossing.along ?? '')}}}`;
  if (isSum(tex)) return `${summing(crossing)} \\left(${tex}\\right)`;
  const [, minus = '', product = ''] = /^(-?)(.*)$/s.exec(tex) ?? [];
  return `${minus}${summing(crossing)} ${isOneFactor(product) ? product : `\\left(${product}\\right)`}`;
}

/** An op's formula with what comes from above in its place, in brackets where it would be read otherwise. */
function put(above: string, written: string): string {
  if (above === '') return localOf(written);
  const [before = '', after = ''] = written.split(ABOVE);
  const bare = before === '' && after === '';
  const isNegative = above.startsWith('-') && before !== '';
  const isSummed = above.includes('\\sum') && after !== '';
  const isMixed = above.includes('\\odot') ? /\\,|\\sum/.test(written) : above.includes('\\,') && /\\odot|\\sum/.test(written);
  const isLoose = isNegative || isSummed || isMixed || (isSum(above) && !bare);
  return before + (isLoose && !isEnclosed(above) ? `\\left(${above}\\right)` : above) + after;
}

/** Whether a formula has a plus or a minus outside of all brackets. */
function isSum(tex: string): boolean {
  return / [+-] /.test(tex.replace(/\([^()]*\)/g, ''));
}

function isOneFactor(tex: string): boolean {
  return isEnclosed(tex) || !/\\odot|\\cdot|\\,|\\sum/.test(tex);
}

/** Whether all of a formula stands within the brackets of what is repeated. No name has such a bracket, and they never stand side by side. */
function isEnclosed(tex: string): boolean {
  return tex.startsWith('\\left[') && /\\right\]_\{\\text\{[^{}]*\}\}$/.test(tex);
}

/** An op's formula without what comes from above: the local derivative alone; empty where that is 1. */
function withoutAbove(written: string): string {
  return written.replace(`${ABOVE}\\, `, '').replace(ABOVE, '').replace(/^\s*\\,\s*|\s*(\\odot|\\cdot|\\,)?\s*$/g, '');
}

/** What an op declares to travel back over an edge, with a mark in place of the gradient from above. */
function declared(recording: Recording, edge: Edge): string | undefined {
  const node = indexOf(recording).nodes.get(edge.to);
  if (node === undefined || isLeaf(node)) return undefined;
  const crossing = crossingOf(recording, edge);
  // A bias for all columns is summed over all cells at once.
  if (node.op === 'linear' && crossing?.kind === 'sum') return ABOVE;
  return declaredOf(recording, node, edge.port, crossing?.kind === 'spread' && crossing.along === undefined);
}

/** `spreads`: whether the node makes one number of many. Without the ones, matrices of the wrong shape would come of it. */
function declaredOf(recording: Recording, node: Operation, port: number, spreads: boolean): string | undefined {
  const op = findOp(node.op);
  const upstream = spreads ? `${ABOVE}\\, ${ONES}` : ABOVE;
  return op && settled(recording, node, op.derivative({ ...texNamesOf(recording, node), upstream }, port));
}
