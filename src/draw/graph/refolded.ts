import type { Layout } from '../../scene/layout';

/**
 * The box that another layout of the same graph has folded its members into, or unfolded them from: what a reader who
 * has just done that looks for.
 *
 * @returns its id, or undefined unless it is exactly one
 */
export function refoldedBox(before: Layout, after: Layout): string | undefined {
  const refolded = new Set<string>();
  const note = (less: Layout, more: Layout): void => {
    const kept = new Set(less.nodes.map(({ id }) => id));
    for (const { id } of more.nodes) {
      const home = kept.has(id) ? undefined : less.drawnIn.get(id);
      if (home !== undefined) refolded.add(home);
    }
  };
  note(after, before);
  note(before, after);
  const [only] = refolded;
  return refolded.size === 1 ? only : undefined;
}
