import { useEffect, useRef, useState } from 'react';
import { drawDescentCurve } from '../../../draw/charts/descentCurve';
import { formatExactly, formatName } from '../../../scene/format';
import { SCALES } from '../../../store/settings';
import { Segments } from '../../controls/Segments';
import styles from '../../charts/charts.module.css';
import { useSettings } from '../../context';
import { useCircuit, useCircuitState } from '../circuitContext';
import { endingOf } from './ending';

/** f over the iterations of the descent. This is the only seam between React and the drawing. */
export function DescentCurvePanel() {
  const { state } = useCircuit();
  const host = useRef<HTMLDivElement>(null);
  const allDigits = useSettings((settings) => settings.allDigits);
  const output = useCircuitState(({ expression }) => formatName(expression.graph.output));
  const [scale, setScale] = useState<(typeof SCALES)[number]>('linear');

  useEffect(() => {
    if (host.current === null) return undefined;
    const chart = drawDescentCurve(host.current);
    const show = (): void => {
      const { expression, descent } = state.getState();
      const { path } = descent;
      chart.update({
        values: path.values,
        count: path.count,
        name: formatName(expression.graph.output),
        format: allDigits ? formatExactly : undefined,
        scale,
        stoppedAt: endingOf(descent),
      });
    };
    show();
    const unsubscribe = state.subscribe((now, before) => {
      if (now.descent !== before.descent || now.expression !== before.expression) show();
    });
    return () => {
      unsubscribe();
      chart.destroy();
    };
  }, [state, scale, allDigits]);

  return (
    <section className={styles.loss} aria-labelledby="descent-curve-heading">
      <div className={styles.head}>
        <h2 id="descent-curve-heading" className={styles.heading}>
          <span className={styles.asWritten}>{output}</span> over the iterations
        </h2>
        <div className={styles.switches}>
          <Segments label="Scale of f" value={scale} options={SCALES} onChange={setScale} />
        </div>
      </div>
      <div ref={host} className={styles.chart} />
    </section>
  );
}
