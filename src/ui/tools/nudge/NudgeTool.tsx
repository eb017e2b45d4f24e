import { useMemo, useState } from 'react';
import { GraphError, isLeaf, type Graph, type Recording } from '../../../engine';
import type { Selection } from '../../../scene/selection';
import { nudgerOf, type Nudger } from '../../../study/nudge/nudger';
import { usePlayback } from '../../context';
import { useTimeline } from '../../frame';
import type { Epsilon } from './EpsilonControl';
import styles from './nudge.module.css';
import { NudgePanel } from './NudgePanel';
import { selectedNode } from './subject';

/** Large enough to be seen on the graph, and small enough for a slope. */
const FIRST: Epsilon = { magnitude: 1e-3, sign: 1 };

/** Moves one number of the iteration on the screen, and shows all that follows from it. */
export function NudgeTool() {
  const recording = useTimeline()?.recording;
  const selection = usePlayback((playback) => playback.selection);
  const [epsilon, setEpsilon] = useState(FIRST);
  const nudger = useMemo(() => recording && nudgerOrReason(recording), [recording]);
  if (recording === undefined || nudger === undefined) return <p className={styles.note}>There is no iteration yet. As soon as one has been computed, any of its numbers can be moved here.</p>;
  if (typeof nudger === 'string') return <p className={styles.note}>{nudger}</p>;
  const node = subjectOf(recording.graph, selection);
  if (node === undefined) return <p className={styles.note}>This graph has no number to move.</p>;
  return <Subject key={node} recording={recording} nudger={nudger} node={node} epsilon={epsilon} onEpsilon={setEpsilon} />;
}

interface SubjectProps {
  readonly recording: Recording;
  readonly nudger: Nudger;
  readonly node: string;
  readonly epsilon: Epsilon;
  readonly onEpsilon: (epsilon: Epsilon) => void;
}

/** The chosen cell or, until one is chosen, the one that had the largest gradient when the node was selected. */
function Subject({ nudger, node, ...rest }: SubjectProps) {
  const chosen = usePlayback((playback) => playback.chosen);
  const [strongest] = useState(() => nudger.strongestCell(node));
  const cells = nudger.shapeOf(node).reduce((product, length) => product * length, 1);
  const cell = Math.min(chosen?.node === node ? chosen.cell : strongest, Math.max(0, cells - 1));
  return <NudgePanel nudger={nudger} node={node} cell={cell} {...rest} />;
}

function subjectOf(graph: Graph, selection: Selection | null): string | undefined {
  const leaves = graph.nodes.filter(isLeaf);
  const proposed = leaves.find(({ role }) => role === 'parameter') ?? leaves.find(({ role }) => role === 'data') ?? graph.nodes[0];
  return selectedNode(graph, selection) ?? proposed?.id;
}

function nudgerOrReason(recording: Recording): Nudger | string {
  try {
    return nudgerOf(recording);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return `${error.message}. Nothing can be moved before that is mended.`;
  }
}
