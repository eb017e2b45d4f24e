import { useMemo } from 'react';
import type { Graph } from '../../../engine';
import { isCircuitGraph } from '../../../scene/figure';
import { layoutOf } from '../../../scene/layout';
import { shownIteration } from '../../../store/playback';
import type { Sandbox } from '../../../store/lesson/sandbox';
import { useCircuitLayout } from '../../circuit/useCircuitLayout';
import { useClock } from '../../clock';
import { usePlayback, useSettings } from '../../context';
import { useTimeline } from '../../frame';
import { GraphLegend } from '../../graph/GraphLegend';
import { GraphPanel } from '../../graph/GraphPanel';
import { WalkInspector } from '../../inspector/WalkInspector';
import { ToolDock } from '../../tools/ToolDock';
import { Transport } from '../../transport/Transport';
import { LeafValues } from './LeafValues';
import styles from './stages.module.css';

/** A graph of a lesson, by itself: its drawing, its inspector, and its leaves, which can be changed. */
export function GraphStage({ sandbox }: { readonly sandbox: Sandbox }) {
  useClock();
  const graph = useTimeline()?.recording.graph;
  if (graph === undefined) return null;
  return (
    <>
      {isCircuitGraph(graph) ? <Symbols graph={graph} sandbox={sandbox} /> : <Cards graph={graph} sandbox={sandbox} />}
      <ToolDock title="Inspector">
        <div className={styles.inspector}>
          <LeafValues sandbox={sandbox} />
          <div className={styles.scroller}>
            <WalkInspector checkGradient={sandbox.checkGradient} />
          </div>
        </div>
      </ToolDock>
    </>
  );
}

interface DrawnProps {
  readonly graph: Graph;
  readonly sandbox: Sandbox;
}

/** Tensors, as cards. */
function Cards({ graph, sandbox }: DrawnProps) {
  const layout = useMemo(() => layoutOf(graph), [graph]);
  return <GraphPanel layout={layout} legend={<GraphLegend tensors />} transport={<StageTransport sandbox={sandbox} />} />;
}

/** Room on a wire for three digits, and for all of them. */
const FIGURE_ROOM = { short: 52, full: 150 } as const;
const NOTHING_FOLDED: ReadonlySet<string> = new Set();
const NO_LINES: readonly [] = [];

/** Single numbers, as a circuit. */
function Symbols({ graph, sandbox }: DrawnProps) {
  const allDigits = useSettings((settings) => settings.allDigits);
  const figureRoom = allDigits ? FIGURE_ROOM.full : FIGURE_ROOM.short;
  const { layout } = useCircuitLayout(graph, { figureRoom, folded: NOTHING_FOLDED, lines: NO_LINES });
  return (
    <GraphPanel layout={layout} legend={<GraphLegend tensors={false} />} transport={<StageTransport sandbox={sandbox} />} allDigits={allDigits} />
  );
}

function StageTransport({ sandbox: { trains } }: { readonly sandbox: Sandbox }) {
  return <Transport iteration={trains ? <Iteration /> : null} ended={!trains} />;
}

function Iteration() {
  const step = usePlayback((playback) => shownIteration(playback)?.step);
  return step === undefined ? null : <span>iteration {step}</span>;
}
