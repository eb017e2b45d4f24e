import { useEffect, useRef, useState } from 'react';
import { drawLossChart } from '../../../draw/charts/lossChart';
import { stepsOf, type RunRecord } from '../../../store/runs';
import { AXES, SCALES } from '../../../store/settings';
import { Segments } from '../../controls/Segments';
import { useMiniflow } from '../../context';
import section from '../section.module.css';
import styles from './compare.module.css';

/** Neither of the two runs is the one that is walked through, and all of their steps are in sight. */
const STILL = { onSeek: () => undefined, onZoom: () => undefined };

/** The losses of two runs on common axes, as they grow. */
export function LossOverlay({ runs }: { readonly runs: readonly [RunRecord, RunRecord] }) {
  const { runs: store } = useMiniflow();
  const host = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState<(typeof SCALES)[number]>('log');
  const [axis, setAxis] = useState<(typeof AXES)[number]>('steps');
  const [here, there] = runs;

  useEffect(() => {
    if (host.current === null) return undefined;
    const chart = drawLossChart(host.current, STILL);
    const show = (): void => {
      chart.update({
        runs: [here, there].map(({ id, name, slot, series, stepsPerEpoch, divergence, parent }) => ({
          id,
          ...(parent?.id === (id === here.id ? there : here).id ? { sharedUntil: parent.step } : {}),
          name,
          slot,
          series: series.losses,
          stepsPerEpoch: Math.max(1, stepsPerEpoch),
          front: false,
          divergedAt: divergence === undefined ? null : divergence.step + 1,
        })),
        scale,
        xScale: 'linear',
        axis,
        smoothing: 0,
        lossLabel: 'loss: MSE, ($1,000)²',
        expectedSteps: Math.max(stepsOf(here), stepsOf(there)),
        playhead: null,
        marks: [],
        zoom: null,
      });
    };
    show();
    const unsubscribe = store.subscribe(show);
    return () => {
      unsubscribe();
      chart.destroy();
    };
  }, [store, here, there, scale, axis]);

  return (
    <div className={section.panel}>
      <div className={section.panelHead}>
        <h3 className={section.heading}>Loss</h3>
        <div className={section.switches}>
          <Segments label="Scale of the compared losses" value={scale} options={SCALES} onChange={setScale} />
          <Segments label="Axis of the compared losses" value={axis} options={AXES} onChange={setAxis} />
        </div>
      </div>
      <div ref={host} className={styles.chart} />
    </div>
  );
}
