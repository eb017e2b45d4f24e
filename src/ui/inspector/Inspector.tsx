import { memo, useMemo, useRef, type JSX } from 'react';
import { formatShape, type GradientCheck, type Recording } from '../../engine';
import { formatExactly, formatFigure } from '../../scene/format';
import type { SceneState } from '../../scene/frame';
import type { ChosenCell, Selection } from '../../scene/selection';
import { EdgeView } from './EdgeView';
import { InspectionContext, type Inspection } from './inspection';
import styles from './inspector.module.css';
import { NodeView } from './NodeView';
import type { AxisNames } from '../../scene/places';
import { Overview } from './Overview';
import { indexOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { useGo } from './useGo';

export interface InspectorProps {
  readonly recording: Recording;
  /** What exists at this moment of the recording. */
  readonly state: SceneState;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  /** The chosen cell, if one is. */
  readonly chosen: ChosenCell | null;
  readonly onChoose: (chosen: ChosenCell) => void;
  /** Whether numbers show every digit that they have. */
  readonly exact: boolean;
  readonly onExact: (exact: boolean) => void;
  /** Checks a node's gradient in this recording. Its rejection is shown as a sentence. */
  readonly onCheckGradient: (node: string) => Promise<GradientCheck>;
  /** What rows and columns stand for, by node: the columns of X are features. The same object as long as they are the same. */
  readonly names?: ReadonlyMap<string, AxisNames> | undefined;
}

/**
 * All about what is selected: formula, value, gradient, one cell worked out, contributions, gradient check, update.
 * With nothing selected, all nodes at a glance. Rendered again only when one of its properties changes.
 */
export const Inspector = memo(function Inspector({
  recording,
  state,
  selection,
  onSelect,
  chosen,
  onChoose,
  exact,
  onExact,
  onCheckGradient,
  names,
}: InspectorProps): JSX.Element {
  const region = useRef<HTMLElement>(null);
  const go = useGo(region, selection, onSelect);

  const inspection = useMemo<Inspection>(
    () => ({
      recording,
      state,
      names,
      exact,
      chosen,
      format: exact ? formatExactly : formatFigure,
      choose: onChoose,
      go: (next, cell) => {
        if (cell !== undefined) onChoose(cell);
        go(next);
      },
    }),
    [recording, state, names, go, exact, chosen, onChoose],
  );

  return (
    <section ref={region} className={styles.inspector} aria-label="Inspector" data-selected={selection !== null}>
      <InspectionContext value={inspection}>
        <div className={styles.tools}>
          <button type="button" className={styles.tool} aria-pressed={exact} onClick={() => onExact(!exact)}>
            All digits
          </button>
          {selection !== null && (
            <button type="button" className={styles.tool} aria-label="Clear selection" onClick={() => inspection.go(null)}>
              ×
            </button>
          )}
        </div>
        <Selected selection={selection} recording={recording} onCheckGradient={onCheckGradient} />
      </InspectionContext>
    </section>
  );
});

function Selected({
  selection,
  recording,
  onCheckGradient,
}: Pick<InspectorProps, 'selection' | 'recording' | 'onCheckGradient'>): JSX.Element {
  const { nodes, edges } = indexOf(recording);
  // The keys begin anew with another selection, and with another shape: the chosen cell may not exist any more.
  const key = (id: string): string => `${id} ${formatShape(replay(recording).view(id).shape)}`;
  if (selection?.kind === 'node') {
    const node = nodes.get(selection.id);
    if (node !== undefined) return <NodeView key={key(node.id)} node={node} onCheckGradient={onCheckGradient} />;
  }
  if (selection?.kind === 'edge') {
    const edge = edges.get(selection.id);
    const reader = edge && nodes.get(edge.to);
    if (edge !== undefined && reader !== undefined && 'op' in reader) {
      return <EdgeView key={`${edge.id} ${key(edge.from)}`} edge={edge} reader={reader} />;
    }
  }
  return <Overview />;
}
