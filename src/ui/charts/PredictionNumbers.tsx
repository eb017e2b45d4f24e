import { formatCount, formatFigure, formatNumber } from '../../scene/format';
import type { Scores } from '../../datasets/scores';
import { useMiniflow, useTraining } from '../context';
import styles from './predictions.module.css';
import { figuresOf } from './runFigures';
import type { SplitScores } from './splitScores';

/** A row that is pointed at, a number a line. */
export type PointedLines = readonly (readonly [label: string, value: string])[];

interface PredictionNumbersProps {
  /** The step in the past that the graph shows; undefined in the present. */
  readonly shown: number | undefined;
  /** When the predictions were made, where that needs saying. */
  readonly when: string | undefined;
  readonly scores: SplitScores | undefined;
  readonly pointed: PointedLines | null;
}

/** Where the run stands, or what is known of the step in the past that is shown, and how well the predictions fit. */
export function PredictionNumbers({ shown, when, scores, pointed }: PredictionNumbersProps) {
  const all = scores?.all;
  const test = scores?.test;
  return (
    <div className={styles.numbers}>
      {shown === undefined ? <PresentFigures /> : <PastFigures step={shown} />}
      {when !== undefined && <p className={styles.when}>{when}</p>}
      <dl className={styles.figures}>
        <Figure name="all homes" value={figure(all?.mse)} title={MEANINGS.mse} />
        {test === undefined && (
          <>
            <Figure name="RMSE, $1,000" value={figure(all?.rmse)} title={MEANINGS.rmse} />
            <Figure name="R²" value={figure(all?.r2)} title={MEANINGS.r2} />
          </>
        )}
      </dl>
      {scores !== undefined && test !== undefined && <ScoreTable train={scores.train} test={test} />}
      {all !== undefined && all.nonFinite > 0 && <p className={styles.lost}>{lostSentence(all)}</p>}
      {pointed !== null && <PointedRow lines={pointed} />}
    </div>
  );
}

/** The row that is pointed at, over the other numbers. For eyes: the plot tells ears the same. */
function PointedRow({ lines }: { readonly lines: PointedLines }) {
  return (
    <dl className={`${styles.figures ?? ''} ${styles.pointed ?? ''}`} aria-hidden="true">
      {lines.map(([label, value]) => (
        <Figure key={label} name={label} value={value} />
      ))}
    </dl>
  );
}

const MEANINGS = {
  mse: 'Mean squared error, ($1,000)²: how far the predictions are off, squared, on average',
  rmse: 'Root of the mean squared error: how far the predictions are off, in $1,000',
  r2: 'Coefficient of determination: 1 for perfect predictions, 0 for none better than the mean price of these homes, below 0 for worse',
} as const;

/** The rows trained on beside those held out. */
function ScoreTable({ train, test }: { readonly train: Scores; readonly test: Scores }) {
  return (
    <table className={styles.scores}>
      <caption className="visually-hidden">
        {formatCount(train.rows)} homes trained on, {formatCount(test.rows)} held out for testing
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col" title={`${formatCount(train.rows)} homes that the network is trained on`}>
            <span className={styles.dot} />
            train
          </th>
          <th scope="col" title={`${formatCount(test.rows)} homes that are held out for testing`}>
            <span className={styles.ring} />
            test
          </th>
        </tr>
      </thead>
      <tbody>
        {(['mse', 'rmse', 'r2'] as const).map((score) => (
          <tr key={score}>
            <th scope="row" title={MEANINGS[score]}>
              {{ mse: 'MSE', rmse: 'RMSE', r2: 'R²' }[score]}
            </th>
            <td>{compared(train[score])}</td>
            <td>{compared(test[score])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ name, value, title }: { readonly name: string; readonly value: string; readonly title?: string }) {
  return (
    <div>
      <dt title={title}>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Where the run stands: the epochs that have ended, and the losses of the last step and the last epoch. */
function PresentFigures() {
  const epochs = useTraining((state) => state.progress.epochs);
  const lastLoss = useTraining((state) => state.lastLoss);
  const lastEpochMean = useTraining((state) => state.lastEpochMean);
  return (
    <dl className={styles.figures}>
      <Figure name="epoch" value={formatCount(epochs)} />
      <Figure name="step loss" value={figure(lastLoss)} />
      <Figure name="epoch mean" value={figure(lastEpochMean)} />
    </dl>
  );
}

/** The figures of one step that has been taken. */
function PastFigures({ step }: { readonly step: number }) {
  const { training } = useMiniflow();
  const stepsPerEpoch = useTraining((state) => state.progress.stepsPerEpoch);
  // The mean of its epoch may still be to come.
  useTraining((state) => state.progress.epochs);
  const { epoch, loss, epochMean } = figuresOf(training.getState().losses, step, stepsPerEpoch);
  return (
    <>
      <p className={styles.when}>at SGD step {formatCount(step)}</p>
      <dl className={styles.figures}>
        <Figure name="epoch" value={formatCount(epoch)} />
        <Figure name="step loss" value={figure(loss)} />
        <Figure name="epoch mean" value={figure(epochMean)} />
      </dl>
    </>
  );
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : formatNumber(value);
}

/** Three digits, trailing zeros among them: what stands side by side is to be compared. */
function compared(value: number | undefined): string {
  return value === undefined ? '–' : formatFigure(value, 3);
}

function lostSentence({ nonFinite, rows }: Scores): string {
  const which = nonFinite === rows ? 'No prediction is' : nonFinite === 1 ? 'One prediction is not' : `${formatCount(nonFinite)} predictions are not`;
  return `${which} finite, so there is no error to measure.`;
}
