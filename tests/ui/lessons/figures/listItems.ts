/** An item of a list in markup, as it is read aloud. */
export interface ListItem {
  readonly text: string;
  readonly current: boolean;
}

/** The items of the lists in some markup, which must not stand in one another. */
export function listItems(markup: string): ListItem[] {
  return [...markup.matchAll(/<li([^>]*)>(.*?)<\/li>/g)].map(([, attributes = '', inner = '']) => ({
    text: inner.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(),
    current: attributes.includes('aria-current="step"'),
  }));
}
