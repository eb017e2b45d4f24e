import { useEffect, useRef } from 'react';
import { drawContour } from '../../../draw/charts/contour';
import { formatExactly, formatName } from '../../../scene/format';
import { finalGradient, finalValue } from '../../../scene/final';
import { shownIteration } from '../../../store/playback';
import styles from '../../charts/charts.module.css';
import { useSettings } from '../../context';
import { useCircuit } from '../circuitContext';
import { onceAFrame } from './onceAFrame';
import { pictureRange } from './pictureRange';
import { gridFor } from './resolution';

/** A finer grid than this shows nothing more. */
const MOST_COLUMNS = 96;

/** f over the two inputs that are trained, and the way of the descent. This is the only seam between React and the drawing. */
export function ContourPanel() {
  const { state, walk, probe, setValues } = useCircuit();
  const host = useRef<HTMLDivElement>(null);
  const allDigits = useSettings((settings) => settings.allDigits);

  useEffect(() => {
    if (host.current === null) return undefined;
    const trained = () => state.getState().inputs.filter(({ trainable }) => trainable);
    const contour = drawContour(host.current, {
      onMove: (x, y) => {
        const [first, second] = trained();
        if (first !== undefined && second !== undefined) setValues(new Map([[first.name, x], [second.name, y]]));
      },
    });
    let grid = new Float64Array(MOST_COLUMNS ** 2);
    const show = onceAFrame(() => {
      const { expression, descent } = state.getState();
      const timeline = shownIteration(walk.playback.getState())?.timeline;
      const [first, second] = trained();
      if (first === undefined || second === undefined || timeline === undefined) return;
      const { output, nodes } = expression.graph;
      const columns = gridFor(nodes.length, MOST_COLUMNS);
      if (grid.length !== columns ** 2) grid = new Float64Array(columns ** 2);
      const f = probe();
      const ranges = { x: pictureRange(first), y: pictureRange(second) };
      f.grid(first.name, second.name, ranges, columns, columns, grid);
      const [x, y] = [descent.path.placesOf(first.name), descent.path.placesOf(second.name)];
      contour.update({
        name: formatName(output),
        xInput: formatName(first.name),
        yInput: formatName(second.name),
        xRange: ranges.x,
        yRange: ranges.y,
        columns,
        rows: columns,
        grid,
        at: { x: first.value, y: second.value },
        value: finalValue(timeline, output),
        gradient: { x: finalGradient(timeline, first.name), y: finalGradient(timeline, second.name) },
        format: allDigits ? formatExactly : undefined,
        path: x === undefined || y === undefined || x.length < 2 ? null : { x, y, count: x.length },
      });
    });
    show.request();
    const unsubscribe = state.subscribe(show.request);
    return () => {
      unsubscribe();
      show.cancel();
      contour.destroy();
    };
  }, [state, walk, probe, setValues, allDigits]);

  return <div ref={host} className={styles.chart} />;
}
