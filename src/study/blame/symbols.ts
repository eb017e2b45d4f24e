import { findOp, isLeaf, sizeOf, type Edge, type Operation, type Recording } from '../../engine';
import { partialName } from '../../scene/format';
import { indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import { settled, texGradient, texNamesOf } from '../../scene/recording/texFormulas';
import type { Path } from './paths';

/** Stands for the gradient from above in an op's formula; no name has it. */
const ABOVE = '⟪⟫';

/** A tensor of ones: what spreads one number over all cells alike. */
const ONES = '\\mathbf{1}';

/** Operations whose derivatives are spread so: one factor for all cells. */
const REDUCTIONS: ReadonlySet<string> = new Set(['sum', 'mean']);

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

/** What the local derivative on an edge is, in TeX, as its op declares it: `W_{2}^{\mathsf T}`; undefined for an op that is not known. */
export function texLocal(recording: Recording, edge: Edge): string | undefined {
  const written = declared(recording, edge);
  if (written === undefined) return undefined;
  const alone = withoutAbove(written);
  if (alone === '') return '1';
  return alone === '-' ? '-1' : alone;
}

/** ∂C/∂l₂ · ∂l₂/∂s · … in TeX: the chain rule along a path. */
export function texChain(recording: Recording, path: Path): string {
  return joined(path.map((edge) => texFactor(recording, edge)));
}

/** The same, with what each factor is in symbols below it. */
export function texProduct(recording: Recording, path: Path): string {
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
export function texComposed(recording: Recording, path: Path): string | undefined {
  if (path.length < 2 || path.length > MOST_COMPOSED) return undefined;
  let above = '';
  for (const edge of path) {
    const written = declared(recording, edge);
    if (written === undefined) return undefined;
    above = put(above, written);
  }
  return above === '' ? undefined : above;
}

/** An op's formula with what comes from above in its place, in brackets where it would be read otherwise. */
function put(above: string, written: string): string {
  if (above === '') {
    const alone = withoutAbove(written);
    return alone === '-' ? '-1' : alone;
  }
  const [before = '', after = ''] = written.split(ABOVE);
  const bare = before === '' && after === '';
  const isNegative = above.startsWith('-') && before !== '';
  const isMixed = above.includes('\\odot') ? /\\,|\\sum/.test(written) : above.includes('\\,') && /\\odot|\\sum/.test(written);
  const isSum = / [+-] /.test(above.replace(/\([^()]*\)/g, '')) && !bare;
  return before + (isNegative || isMixed || isSum ? `\\left(${above}\\right)` : above) + after;
}

/** An op's formula without what comes from above: the local derivative alone; empty where that is 1. */
function withoutAbove(written: string): string {
  return written.replace(`${ABOVE}\\, `, '').replace(ABOVE, '').replace(/^\s*\\,\s*|\s*(\\odot|\\cdot|\\,)?\s*$/g, '');
}

/** What an op declares to travel back over an edge, with a mark in place of the gradient from above. */
function declared(recording: Recording, { to, port }: Edge): string | undefined {
  const node = indexOf(recording).nodes.get(to);
  if (node === undefined || isLeaf(node)) return undefined;
  return declaredOf(recording, node, port);
}

function declaredOf(recording: Recording, node: Operation, port: number): string | undefined {
  const op = findOp(node.op);
  const upstream = spreads(recording, node) ? `${ABOVE}\\, ${ONES}` : ABOVE;
  return op && settled(recording, node, op.derivative({ ...texNamesOf(recording, node), upstream }, port));
}

/** Whether a node makes one number of many, each of which counts alike. Left out, the ones would make matrices of the wrong shape. */
function spreads(recording: Recording, { id, op, inputs: [input = ''] }: Operation): boolean {
  const { shapes } = indexOf(recording);
  return REDUCTIONS.has(op) && sizeOf(shapes.get(id) ?? []) === 1 && sizeOf(shapes.get(input) ?? []) > 1;
}
