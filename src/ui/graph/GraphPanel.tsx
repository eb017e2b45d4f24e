import { useEffect, useRef, type ReactNode } from 'react';
import { drawGraph, type GraphDrawing, type HealthMarks } from '../../draw/graph/drawGraph';
import type { FaultPlace } from '../../draw/graph/model';
import { OPS } from '../../engine';
import { formatName } from '../../scene/format';
import { frameAt } from '../../scene/frame';
import type { Layout } from '../../scene/layout';
import { shownIteration } from '../../store/playback';
import { usePlayback, useWalk } from '../context';
import { IconButton } from '../controls/Button';
import { useTimeline } from '../frame';
import styles from './graphPanel.module.css';
import { PhasePills } from './PhasePills';

const TITLES: ReadonlyMap<string, string> = new Map(OPS.map(({ name, title }) => [name, title]));

const WELL: HealthMarks = new Map();

interface GraphPanelProps {
  /** Where everything stands; the same object as long as nothing moves. Until there is one, the last graph stays as it was. */
  readonly layout: Layout | undefined;
  /** What its colours and signs mean. */
  readonly legend: ReactNode;
  /** What is said as long as there is no graph. */
  readonly waiting?: string;
  /** What is said of a graph that is still to come. */
  readonly note?: string | undefined;
  readonly transport: ReactNode;
  /** What lies over the graph’s lower edge for a while. */
  readonly banner?: ReactNode;
  /** Where the numbers of a circuit were lost. */
  readonly fault?: FaultPlace | undefined;
  /** Which nodes are unwell in training, and why; the same object as long as nothing changes. */
  readonly health?: HealthMarks | undefined;
  /** Whether figures have every digit. */
  readonly allDigits?: boolean;
}

/** The graph with everything that floats over it. This is the only seam between React and the drawing. */
export function GraphPanel({ layout, legend, waiting = '', note, transport, banner, fault, health = WELL, allDigits = false }: GraphPanelProps) {
  const { playback, select } = useWalk();
  const host = useRef<HTMLDivElement>(null);
  const floor = useRef<HTMLDivElement>(null);
  const ceiling = useRef<HTMLDivElement>(null);
  const drawing = useRef<GraphDrawing>(null);
  const timeline = useTimeline();

  useEffect(() => {
    if (host.current === null) return undefined;
    const drawn = drawGraph(host.current, { onSelect: select });
    drawing.current = drawn;
    const insets = (): void => {
      drawn.setInsets({ top: ceiling.current?.offsetHeight ?? 0, right: 0, bottom: floor.current?.offsetHeight ?? 0, left: 0 });
    };
    // Their heights depend on the width: lines wrap.
    const watch = new ResizeObserver(insets);
    for (const floating of [floor.current, ceiling.current]) if (floating !== null) watch.observe(floating);
    insets();
    return () => {
      watch.disconnect();
      drawn.destroy();
      drawing.current = null;
    };
  }, [select]);

  useEffect(() => {
    const drawn = drawing.current;
    if (drawn === null || timeline === undefined || layout === undefined) return undefined;
    drawn.update({ timeline, layout, titles: TITLES, allDigits, ...(fault === undefined ? {} : { fault }) });
    const show = (): void => {
      const state = playback.getState();
      // A recording that has just changed shows with its own drawing: the effect runs again for it.
      if (shownIteration(state)?.timeline === timeline) drawn.seek(frameAt(timeline, state.t));
      drawn.select(state.selection);
      drawn.shine(state.pointed ?? state.spotlight ?? state.highlight);
    };
    show();
    return playback.subscribe(show);
  }, [playback, timeline, layout, fault, allDigits]);

  useEffect(() => {
    drawing.current?.setHealth(health);
  }, [health]);

  return (
    <section className={styles.panel} aria-label="Graph">
      <div ref={ceiling} className={styles.ceiling}>
        <PhasePills />
        {legend}
        <ToInspector />
        <div className={styles.zoom} role="group" aria-label="View">
          <IconButton icon="plus" label="Zoom in" onClick={() => drawing.current?.zoomBy(1.3)} />
          <IconButton icon="minus" label="Zoom out" onClick={() => drawing.current?.zoomBy(1 / 1.3)} />
          <IconButton icon="fit" label="Fit the graph" onClick={() => drawing.current?.fit()} />
        </div>
      </div>
      {/* What is drawn may be a graph of before: there is nothing in it to be chosen. */}
      <div ref={host} className={styles.host} inert={timeline !== undefined && layout === undefined} />
      {timeline === undefined ? <p className={styles.empty}>{waiting}</p> : null}
      <div ref={floor} className={styles.floor}>
        <p className={styles.note} aria-live="polite">
          {note}
        </p>
        <div className={styles.banner}>{banner}</div>
        {transport}
      </div>
    </section>
  );
}

/** Where the inspector is not beside the graph: the way down to it, once something is selected. */
function ToInspector() {
  const { turnPage } = useWalk();
  const selection = usePlayback((playback) => playback.selection);
  // In a lesson the inspector is one of the tools right below.
  if (selection === null || turnPage !== undefined) return null;
  return (
    <button
      type="button"
      className={styles.toInspector}
      onClick={() => {
        document.getElementById('inspector')?.scrollIntoView();
      }}
    >
      Inspect {formatName(selection.kind === 'node' ? selection.id : 'the edge')} ↓
    </button>
  );
}
