import { useEffect, useEffectEvent, useRef } from 'react';
import { drawNudgeCurve } from '../../../draw/charts/nudgeCurve';
import type { Chart } from '../../../draw/charts/curveChart';
import type { NudgeCurveData } from '../../../draw/charts/nudgeCurveView';
import styles from './nudge.module.css';

interface NudgeCurvePanelProps {
  readonly data: NudgeCurveData;
  readonly onChoose: (epsilon: number) => void;
}

/** The errors over ε. This is the only seam between React and the drawing. */
export function NudgeCurvePanel({ data, onChoose }: NudgeCurvePanelProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart<NudgeCurveData>>(null);
  const choose = useEffectEvent(onChoose);
  useEffect(() => {
    if (host.current === null) return undefined;
    const drawn = drawNudgeCurve(host.current, { onChoose: (epsilon) => choose(epsilon) });
    chart.current = drawn;
    return () => {
      chart.current = null;
      drawn.destroy();
    };
  }, []);
  useEffect(() => chart.current?.update(data), [data]);
  return <div ref={host} className={styles.chart} />;
}
