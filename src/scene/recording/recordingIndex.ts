import { findOp, isLeaf, portName, type Edge, type GraphNode, type Recording, type Shape } from '../../engine';

/** What the inspector looks up in a recording again and again. */
export interface RecordingIndex {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** The edges that leave each node, one for every port that reads it. */
  readonly readers: ReadonlyMap<string, readonly Edge[]>;
  /** The edges that a gradient travels in this recording, by id. */
  readonly flowing: ReadonlySet<string>;
  /** The shape of each node's value. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** For each parameter that the recording updates, the learning rate. */
  readonly learningRates: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<Recording, RecordingIndex>();

/** The index of a recording, made once. */
export function indexOf(recording: Recording): RecordingIndex {
  const known = indexes.get(recording);
  if (known !== undefined) return known;
  const readers = new Map<string, Edge[]>(recording.graph.nodes.map(({ id }) => [id, []]));
  for (const edge of recording.edges) readers.get(edge.from)?.push(edge);
  const flowing = new Set<string>();
  const shapes = new Map<string, Shape>();
  const learningRates = new Map<string, number>();
  for (const step of recording.steps) {
    if (step.kind === 'flow') flowing.add(step.edge.id);
    if (step.kind === 'feed' || step.kind === 'compute') shapes.set(step.node, step.value.shape);
    if (step.kind === 'update') learningRates.set(step.node, step.learningRate);
  }
  const index: RecordingIndex = {
    nodes: new Map(recording.graph.nodes.map((node) => [node.id, node])),
    edges: new Map(recording.edges.map((edge) => [edge.id, edge])),
    readers,
    flowing,
    shapes,
    learningRates,
  };
  indexes.set(recording, index);
  return index;
}

/** The edges over which a node receives its gradient, one for every port that reads it and passes something back. */
export function contributingEdges(recording: Recording, id: string): readonly Edge[] {
  const { readers, flowing } = indexOf(recording);
  return (readers.get(id) ?? []).filter((edge) => flowing.has(edge.id));
}

/** Whether a node has a gradient once the backward pass is complete. */
export function receivesGradient(recording: Recording, id: string): boolean {
  return id === recording.graph.output || contributingEdges(recording, id).length > 0;
}

/** The name of the port that an edge leads into: `X`. */
export function portNameOf(recording: Recording, { to, port }: Edge): string {
  const reader = indexOf(recording).nodes.get(to);
  const op = reader === undefined || isLeaf(reader) ? undefined : findOp(reader.op);
  return op === undefined ? String(port + 1) : portName(op, port);
}
