import { formatCount } from '../../scene/format';

/** A count with its noun: `1 edge`, `9 edges`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
