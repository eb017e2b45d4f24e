import { useEffect, useRef } from 'react';
import { drawLossChart } from '../../draw/charts/lossChart';
import { AXES, SCALES } from '../../store/settings';
import { useMiniflow, useSettings } from '../context';
import styles from './charts.module.css';
import { Segments } from './Segments';

const LOSS_LABEL = 'loss: MSE, ($1,000)²';

/** The loss curve with its two switches. This is the only seam between React and the drawing. */
export function LossPanel() {
  const { training, settings, set } = useMiniflow();
  const scale = useSettings((state) => state.lossScale);
  const axis = useSettings((state) => state.lossAxis);
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (host.current === null) return undefined;
    const chart = drawLossChart(host.current);
    const show = (): void => {
      const { losses, progress, divergence } = training.getState();
      const { lossScale, lossAxis } = settings.getState();
      chart.update({
        series: losses,
        // Not known before the first run is open.
        stepsPerEpoch: Math.max(1, progress.stepsPerEpoch),
        scale: lossScale,
        axis: lossAxis,
        lossLabel: LOSS_LABEL,
        // Once a whole epoch is there, the axis ends where the training does.
        ...(progress.stepsLeft > 0 || progress.epochs > 0 ? { expectedSteps: progress.steps + progress.stepsLeft } : {}),
        divergedAt: divergence === undefined ? null : divergence.step + 1,
      });
    };
    show();
    const unsubscribe = [training.subscribe(show), settings.subscribe(show)];
    return () => {
      for (const end of unsubscribe) end();
      chart.destroy();
    };
  }, [training, settings]);

  return (
    <section className={styles.loss} aria-labelledby="loss-heading">
      <div className={styles.head}>
        <h2 id="loss-heading" className={styles.heading}>
          Loss
        </h2>
        <div className={styles.switches}>
          <Segments
            label="Loss scale"
            value={scale}
            options={SCALES}
            onChange={(lossScale) => {
              set({ lossScale });
            }}
          />
          <Segments
            label="Loss axis"
            value={axis}
            options={AXES}
            onChange={(lossAxis) => {
              set({ lossAxis });
            }}
          />
        </div>
      </div>
      <div ref={host} className={styles.chart} />
    </section>
  );
}
