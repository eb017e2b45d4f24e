import { useEffect, useRef } from 'react';
import { drawLossChart, type LossMark, type StepRange } from '../../draw/charts/lossChart';
import { shownIteration } from '../../store/playback';
import { useMiniflow } from '../context';
import styles from './charts.module.css';
import { chartMarks, chartRuns } from './lossRuns';

const LOSS_LABEL = 'loss: MSE, ($1,000)²';

interface LossCurvesProps {
  readonly zoom: StepRange | null;
  /** Whether dragging chooses what to zoom to. */
  readonly brushing: boolean;
  readonly health: readonly LossMark[];
  /** Must stay the same function. */
  readonly onZoom: (range: StepRange | null) => void;
}

/** The host of the loss chart: the only seam between React and the drawing. Losses reach it without a rendering of the page. */
export function LossCurves({ zoom, brushing, health, onZoom }: LossCurvesProps) {
  const { training, playback, runs, settings, seekStep } = useMiniflow();
  const host = useRef<HTMLDivElement>(null);
  const look = useRef({ zoom, brushing, health });
  const refresh = useRef<() => void>(null);

  useEffect(() => {
    if (host.current === null) return undefined;
    const chart = drawLossChart(host.current, {
      onSeek: (step) => {
        seekStep(step);
      },
      onZoom,
    });
    const show = (): void => {
      const { progress } = training.getState();
      const { lossScale, lossXScale, lossAxis, smoothing } = settings.getState();
      const state = runs.getState();
      chart.update({
        runs: chartRuns(state),
        scale: lossScale,
        xScale: lossXScale,
        axis: lossAxis,
        smoothing,
        lossLabel: LOSS_LABEL,
        // Once a whole epoch is there, the axis ends where the training does.
        ...(progress.stepsLeft > 0 || progress.epochs > 0 ? { expectedSteps: progress.steps + progress.stepsLeft } : {}),
        playhead: shownIteration(playback.getState())?.step ?? null,
        marks: [...chartMarks(state), ...look.current.health],
        zoom: look.current.zoom,
        brushing: look.current.brushing,
      });
    };
    refresh.current = show;
    show();
    const unsubscribe = [
      training.subscribe(show),
      settings.subscribe(show),
      runs.subscribe(show),
      playback.subscribe((state, before) => {
        // Time within an iteration is no affair of the curve.
        if (shownIteration(state)?.step !== shownIteration(before)?.step) show();
      }),
    ];
    return () => {
      refresh.current = null;
      for (const end of unsubscribe) end();
      chart.destroy();
    };
  }, [training, playback, runs, settings, seekStep, onZoom]);

  useEffect(() => {
    look.current = { zoom, brushing, health };
    refresh.current?.();
  }, [zoom, brushing, health]);

  return <div ref={host} className={styles.chart} />;
}
