import { formatSubstituted } from '../../scene/recording/substituted';
import type { Reckoning } from './reckoning';

/** How tightly a kind binds: what binds less tightly than its surroundings stands in brackets. */
const BINDING: Readonly<Record<Reckoning['kind'], number>> = { sum: 0, negative: 1, product: 2, quotient: 2, power: 3, call: 4, number: 4 };

const SIGNS = { sum: ' + ', product: ' × ', quotient: ' ÷ ', power: ' ^ ' } as const;

/** Arithmetic on one line, as one writes it by hand: `2 × (−4) − 3`. */
export function writtenReckoning(reckoning: Reckoning): string {
  return written(reckoning, 0, true);
}

function written({ kind, value = NaN, name = '', of }: Reckoning, surroundings: number, first: boolean): string {
  if (kind === 'number') {
    const text = formatSubstituted(value);
    return value < 0 && (!first || surroundings > BINDING.product) ? `(${text})` : text;
  }
  if (kind === 'call') return `${name}(${of.map((input) => written(input, 0, true)).join(', ')})`;
  const text = kind === 'negative' ? `−${of.map(behindMinus).join('')}` : joined(kind, of);
  return BINDING[kind] < surroundings || (kind === 'negative' && !first) ? `(${text})` : text;
}

function joined(kind: 'sum' | 'product' | 'quotient' | 'power', of: readonly Reckoning[]): string {
  return of.reduce((text, part, index) => {
    if (index === 0) return written(part, kind === 'power' ? BINDING.call : BINDING[kind], true);
    if (kind !== 'sum') return `${text}${SIGNS[kind]}${written(part, BINDING[kind] + 1, false)}`;
    // A minus sign takes the place of the plus.
    const taken = opposite(part);
    return taken === undefined ? `${text} + ${bracketed(written(part, BINDING.sum, true))}` : `${text} − ${behindMinus(taken)}`;
  }, '');
}

function behindMinus(part: Reckoning): string {
  return bracketed(written(part, BINDING.product, false));
}

/** With brackets if it begins with a sign: two never stand side by side. */
function bracketed(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}

/** What is taken away where a summand that begins with a minus sign would be added; undefined if it begins with none. */
function opposite(part: Reckoning): Reckoning | undefined {
  const { kind, value = NaN, of } = part;
  if (kind === 'number') return value < 0 ? { ...part, value: -value } : undefined;
  if (kind === 'negative') return of[0];
  if (kind !== 'product' && kind !== 'quotient') return undefined;
  const [first, ...others] = of;
  const positive = first === undefined ? undefined : opposite(first);
  return positive === undefined ? undefined : { ...part, of: [positive, ...others] };
}
