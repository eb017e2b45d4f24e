/**
 * Brings a keyed list of drawn things to new items in their order: what is still there under the same id and `key` is moved
 * by `keep`, everything else is removed and made anew.
 */
export function keyed<Item extends { readonly id: string }, Shown extends { readonly key: string }>(
  before: ReadonlyMap<string, Shown>,
  items: readonly Item[],
  steps: {
    readonly keyOf: (item: Item) => string;
    readonly keep: (shown: Shown, item: Item) => void;
    readonly create: (item: Item, key: string) => Shown;
    readonly remove: (shown: Shown) => void;
  },
): Map<string, Shown> {
  const after = new Map<string, Shown>();
  for (const item of items) {
    const key = steps.keyOf(item);
    const known = before.get(item.id);
    if (known?.key === key) {
      steps.keep(known, item);
      after.set(item.id, known);
    } else {
      after.set(item.id, steps.create(item, key));
    }
  }
  for (const [id, shown] of before) if (after.get(id) !== shown) steps.remove(shown);
  return after;
}

/** Puts elements into their order in a parent, and touches only those that are not: moving one takes the focus from it. */
export function arrange(parent: Element, elements: Iterable<Element>): void {
  let at = parent.firstElementChild;
  for (const element of elements) {
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}
