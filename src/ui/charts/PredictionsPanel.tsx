import { useEffect, useMemo, useRef, useState } from 'react';
import type { Dataset } from '../../datasets/dataset';
import { drawScatter, type Scatter, type ScatterData } from '../../draw/charts/scatter';
import { SCATTER_VIEWS, type ScatterView } from '../../draw/charts/scatterPoints';
import type { Tensor } from '../../engine';
import { formatCount, formatNumber } from '../../scene/format';
import { useTraining } from '../context';
import { useHeldStep, usePastStep } from '../training/past';
import charts from './charts.module.css';
import { predictedInPast, predictedWhen } from './predictedWhen';
import { PredictionNumbers, type PointedLines } from './PredictionNumbers';
import styles from './predictions.module.css';
import { Segments } from '../controls/Segments';
import { useSplitScores, type SplitScores } from './splitScores';

/** The features that tell most of a home: of all thirteen these two go with its price most closely. */
const TELLING = ['rm', 'lstat'];

/** Where training stands in a few numbers, and what the network says of every home at the step that is shown. */
export function PredictionsPanel() {
  const [view, setView] = useState<ScatterView>('predicted');
  const [pointed, setPointed] = useState<PointedLines | null>(null);
  const held = useHeldStep();
  const shown = usePastStep() ?? held;
  const predicted = useTraining((state) => predictedInPast(state, held));
  const steps = useTraining(({ status, progress }) => (status === 'training' ? undefined : progress.steps));
  const when = predictedWhen(predicted, shown, steps);
  const dataset = useTraining((state) => state.dataset);
  const predictions = useTraining((state) => state.predictions);
  const scores = useSplitScores();
  return (
    <section className={styles.panel} aria-labelledby="predictions-heading">
      <div className={charts.head}>
        <h2 id="predictions-heading" className={charts.heading}>
          Predictions
        </h2>
        <Segments label="Predictions shown as" value={view} options={SCATTER_VIEWS} onChange={setView} />
      </div>
      <div className={styles.body}>
        <PredictionNumbers shown={shown} when={when} scores={scores} pointed={pointed} />
        <PredictionsPlot view={view} dataset={dataset} predictions={predictions} scores={scores} onPoint={setPointed} />
      </div>
    </section>
  );
}

interface PredictionsPlotProps {
  readonly view: ScatterView;
  readonly dataset: Dataset | undefined;
  readonly predictions: Tensor | undefined;
  readonly scores: SplitScores | undefined;
  /** Must stay the same function. */
  readonly onPoint: (lines: PointedLines | null) => void;
}

/** The host of the plot: the only seam between React and the drawing. */
function PredictionsPlot({ view, dataset, predictions, scores, onPoint }: PredictionsPlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const scatter = useRef<Scatter>(null);
  const traits = useMemo(() => (dataset === undefined ? undefined : traitsOf(dataset)), [dataset]);

  useEffect(() => {
    if (host.current === null) return undefined;
    const drawn = drawScatter(host.current, { pointed: onPoint });
    scatter.current = drawn;
    return () => {
      scatter.current = null;
      drawn.destroy();
    };
  }, [onPoint]);

  useEffect(() => {
    if (dataset === undefined || predictions === undefined || scores === undefined || traits === undefined) return;
    scatter.current?.update({
      ...WORDS[view],
      view,
      truth: dataset.target,
      predicted: predictions.data,
      heldOut: (row) => scores.isHeldOut[row] === 1,
      traits,
      summary: summaryOf(scores),
    });
  }, [view, dataset, predictions, scores, traits]);

  return <div ref={host} className={styles.chart} />;
}

const WORDS: Readonly<Record<ScatterView, Pick<ScatterData, 'name' | 'xLabel' | 'yLabel'>>> = {
  predicted: { name: 'Predicted against true price', xLabel: 'true price, $1,000', yLabel: 'predicted, $1,000' },
  residuals: { name: 'Residuals against predicted price', xLabel: 'predicted, $1,000', yLabel: 'true − predicted, $1,000' },
};

/** What tells one home from another, beside its row. */
function traitsOf({ features, featureNames }: Dataset): (row: number) => readonly (readonly [string, string])[] {
  const columns = TELLING.map((name) => [name, featureNames.indexOf(name)] as const).filter(([, column]) => column !== -1);
  return (row) => columns.map(([name, column]) => [name, formatNumber(features[row * featureNames.length + column] ?? NaN)]);
}

function summaryOf({ train, test, all }: SplitScores): string {
  const error = (mse: number | undefined): string => (mse === undefined ? '' : `, mean squared error ${formatNumber(mse)}`);
  if (test === undefined) return `${formatCount(all.rows)} homes${error(all.mse)}`;
  return `${formatCount(train.rows)} homes trained on${error(train.mse)}; ${formatCount(test.rows)} held out, drawn as rings${error(test.mse)}`;
}
