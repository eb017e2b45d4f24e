import { formatName } from '../../scene/format';

/** What a tool says where nothing is selected and it speaks of a node all the same. */
export function proposalOf(node: string): string {
  return `Nothing is selected on the graph, so this is about ${formatName(node)}.`;
}
