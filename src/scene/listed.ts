import { formatCount } from './format';

/** How things are told one after the other. */
export interface ListOptions {
  /** So many parts at most: of more things the first are named, and the rest is counted. All are named if not given. */
  readonly most?: number;
  /** What stands before the last one; `and` if not given. */
  readonly last?: 'and' | 'or';
}

/** Things in a sentence: `W₁, b₁ and W₂`; of many, with `most` given, the beginning: `v₁, v₂, v₃ and 42 more`. */
export function listed(things: readonly string[], { most = Infinity, last = 'and' }: ListOptions = {}): string {
  const parts = things.length > most ? [...things.slice(0, most - 1), `${formatCount(things.length - most + 1)} more`] : things;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
}
