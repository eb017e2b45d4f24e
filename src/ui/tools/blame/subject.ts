import { isLeaf, type Recording } from '../../../engine';
import { indexOf, receivesGradient } from '../../../scene/recording/recordingIndex';
import type { Selection } from '../../../scene/selection';

/** The nodes that a reader can ask about, sorted by what they are. */
export interface Candidates {
  readonly parameters: readonly string[];
  readonly data: readonly string[];
  readonly operations: readonly string[];
}

/** All nodes with a gradient, in the order in which they are computed. */
export function candidatesOf(recording: Recording): Candidates {
  const { nodes } = indexOf(recording);
  const receiving = recording.order.filter((id) => receivesGradient(recording, id));
  const withRole = (wanted: string): string[] =>
    receiving.filter((id) => {
      const node = nodes.get(id);
      return node !== undefined && (isLeaf(node) ? node.role : 'operation') === wanted;
    });
  return { parameters: withRole('parameter'), data: withRole('data'), operations: withRole('operation') };
}

/** What the tool is about. */
export interface Subject {
  readonly node: string;
  /** The edge that has been selected, if it was one: `to:port`. */
  readonly edge?: string;
  /** Whether nothing is selected, so that this is a proposal. */
  readonly proposed: boolean;
}

/** The selected node, the node that a selected edge brings its gradient to or, without a selection, the first parameter. */
export function subjectOf(recording: Recording, selection: Selection | null): Subject | undefined {
  const { nodes, edges } = indexOf(recording);
  if (selection?.kind === 'node' && nodes.has(selection.id)) return { node: selection.id, proposed: false };
  const edge = selection?.kind === 'edge' ? edges.get(selection.id) : undefined;
  if (edge !== undefined) return { node: edge.from, edge: edge.id, proposed: false };
  const { parameters, data, operations } = candidatesOf(recording);
  const node = parameters[0] ?? data[0] ?? operations[0];
  return node === undefined ? undefined : { node, proposed: true };
}
