import { dependentsOf, type Edge, type Recording } from '../../engine';

/** One stage of the way of a change: what it reaches at the same time, and the edges that have carried it there. */
export interface Stage {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * The way of a change from a node forward, stage by stage: first the node alone; then, at each stage, the nodes all of
 * whose changed inputs have been reached before.
 */
export function journeyFrom({ graph, order, edges }: Pick<Recording, 'graph' | 'order' | 'edges'>, node: string): Stage[] {
  const dependents = dependentsOf(graph, [node]);
  const stages: { nodes: string[]; edges: Edge[] }[] = [{ nodes: [node], edges: [] }];
  const depths = new Map([[node, 0]]);
  const arriving = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.to === node || !dependents.has(edge.from)) continue;
    const others = arriving.get(edge.to);
    if (others === undefined) arriving.set(edge.to, [edge]);
    else others.push(edge);
  }
  for (const id of order) {
    const carrying = arriving.get(id);
    if (carrying === undefined) continue;
    const depth = 1 + Math.max(...carrying.map(({ from }) => depths.get(from) ?? 0));
    depths.set(id, depth);
    const stage = (stages[depth] ??= { nodes: [], edges: [] });
    stage.nodes.push(id);
    stage.edges.push(...carrying);
  }
  return stages;
}
