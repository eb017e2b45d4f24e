/** A source of whole numbers from 0 to below `count`. */
export interface Chance {
  readonly below: (count: number) => number;
}

/** Some things in an order of chance, each order as likely as the others: Fisher and Yates. */
export function shuffled<T>(things: readonly T[], random: Chance): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(random.below(left.length), 1));
}
