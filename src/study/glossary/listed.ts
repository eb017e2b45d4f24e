import { formatCount } from '../../scene/format';

/** So many things are named; of more, the rest is counted. */
const MOST_NAMED = 8;

/** Things in a sentence: `W₁, b₁ and W₂`, and of many the first few: `v₁, v₂, v₃ and 42 more`. */
export function listed(things: readonly string[]): string {
  const shown = things.length > MOST_NAMED + 1 ? things.slice(0, MOST_NAMED) : things;
  const rest = things.length - shown.length;
  const parts = rest > 0 ? [...shown, `${formatCount(rest)} more`] : shown;
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

/** A count with its noun: `1 edge`, `9 edges`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
