import { useMemo } from 'react';
import { isLeaf } from '../../../engine';
import { circuitExplanations } from '../../../lessons/circuitPhases';
import { formatName } from '../../../scene/format';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { Selection } from '../../../scene/selection';
import { usePlayback } from '../../context';
import { useSceneState, useTimeline } from '../../frame';
import { InspectionContext, type Inspection } from '../../inspector/inspection';
import shared from '../../inspector/inspector.module.css';
import { Now } from '../../now/Now';
import { useCircuitState } from '../circuitContext';
import { formatLong, formatShort } from '../knownNumber';
import { EdgeView } from './EdgeView';
import { NodeView } from './NodeView';

interface SelectedProps {
  readonly go: (selection: Selection | null) => void;
  /** Whether numbers show all of their digits. */
  readonly exact: boolean;
}

/** All about the selected node or edge at this moment; without one, the moment itself. */
export function Selected({ go, exact }: SelectedProps) {
  const recording = useTimeline()?.recording;
  const state = useSceneState();
  const selection = usePlayback((playback) => playback.selection);
  const inspection = useMemo<Inspection | undefined>(() => {
    if (recording === undefined || state === undefined) return undefined;
    const format = exact ? formatLong : formatShort;
    // Single numbers have no cells to choose from.
    return { recording, state, names: undefined, exact, chosen: null, format, choose: () => undefined, go };
  }, [recording, state, exact, go]);
  if (inspection === undefined) return null;
  const { nodes, edges } = indexOf(inspection.recording);
  const node = selection?.kind === 'node' ? nodes.get(selection.id) : undefined;
  const edge = selection?.kind === 'edge' ? edges.get(selection.id) : undefined;
  const reader = edge && nodes.get(edge.to);
  return (
    <InspectionContext value={inspection}>
      {node !== undefined ? (
        <NodeView key={node.id} node={node} />
      ) : edge !== undefined && reader !== undefined && !isLeaf(reader) ? (
        <EdgeView key={edge.id} edge={edge} reader={reader} />
      ) : (
        <Moment />
      )}
    </InspectionContext>
  );
}

function Moment() {
  const output = useCircuitState(({ expression }) => formatName(expression.graph.output));
  const explanations = useMemo(() => circuitExplanations(output), [output]);
  return (
    <div data-landing tabIndex={-1} className={shared.title}>
      <p className={shared.eyebrow}>This moment</p>
      <Now explanations={explanations} />
    </div>
  );
}
