import { useEffect, useRef } from 'react';
import { drawScatter } from '../../draw/charts/scatter';
import { formatCount, formatNumber } from '../../scene/format';
import type { TrainingState } from '../../store/training';
import { useMiniflow, useTraining } from '../context';
import styles from './charts.module.css';

/** Where training stands in three figures, and what the network now says of every home. */
export function PredictionsPanel() {
  const { training } = useMiniflow();
  const host = useRef<HTMLDivElement>(null);
  const epochs = useTraining((state) => state.progress.epochs);
  const lastLoss = useTraining((state) => state.lastLoss);
  const error = useTraining(errorOfAll);
  const epochMean = useTraining((state) => state.lastEpochMean);

  useEffect(() => {
    if (host.current === null) return undefined;
    const scatter = drawScatter(host.current);
    const show = (): void => {
      const { dataset, predictions } = training.getState();
      if (dataset === undefined || predictions === undefined) return;
      scatter.update({
        name: 'Predicted against true price',
        truth: dataset.target,
        predicted: predictions.data,
        truthLabel: 'true price, $1,000',
        predictedLabel: 'predicted, $1,000',
        summary: `${dataset.rows} homes, mean squared error ${formatNumber(meanSquaredError(dataset.target, predictions.data))}`,
      });
    };
    show();
    const unsubscribe = training.subscribe((state, before) => {
      if (state.predictions !== before.predictions) show();
    });
    return () => {
      unsubscribe();
      scatter.destroy();
    };
  }, [training]);

  return (
    <section className={styles.predictions} aria-labelledby="predictions-heading">
      <dl className={styles.figures}>
        <Figure name="epoch" value={formatCount(epochs)} />
        <Figure name="step loss" value={lastLoss === undefined ? '–' : formatNumber(lastLoss)} />
        <Figure name="epoch mean" value={epochMean === undefined ? '–' : formatNumber(epochMean)} />
        <Figure name="all homes" value={error === undefined ? '–' : formatNumber(error)} />
      </dl>
      <h2 id="predictions-heading" className={styles.heading}>
        Predicted against true price
      </h2>
      <div ref={host} className={styles.chart} />
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The mean squared error over the whole data set, for the predictions that are shown. */
function errorOfAll({ dataset, predictions }: TrainingState): number | undefined {
  return dataset === undefined || predictions === undefined ? undefined : meanSquaredError(dataset.target, predictions.data);
}

function meanSquaredError(truth: Float64Array, predicted: Float64Array): number {
  return truth.reduce((sum, y, row) => sum + (y - (predicted[row] ?? NaN)) ** 2, 0) / truth.length;
}
