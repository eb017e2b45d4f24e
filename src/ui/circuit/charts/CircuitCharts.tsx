import { useState } from 'react';
import { formatCount, formatExactly, formatName, formatNumber } from '../../../scene/format';
import { UNKNOWN } from '../../../scene/figure';
import { finalGradient, finalValue } from '../../../scene/final';
import { shownIteration } from '../../../store/playback';
import { Segments } from '../../controls/Segments';
import styles from '../../charts/charts.module.css';
import { usePlayback, useSettings } from '../../context';
import { useCircuitState } from '../circuitContext';
import { ContourPanel } from './ContourPanel';
import { DescentCurvePanel } from './DescentCurvePanel';
import { SectionPanel } from './SectionPanel';

const PICTURES = ['one input', 'two inputs'] as const;

/** The descent over its iterations, and f around the present point. */
export function CircuitCharts() {
  const asking = usePlayback((playback) => playback.asking > 0);
  return (
    <>
      <DescentCurvePanel />
      {asking ? <Covered /> : <SurroundingsPanel />}
    </>
  );
}

/** In place of a picture with the slope in it, while that may be asked for. */
function Covered() {
  return (
    <section className={styles.predictions} aria-label="Covered">
      <p className={styles.covered}>The curve and its slope are covered while a question is open.</p>
    </section>
  );
}

/** f along the chosen input, or over two inputs that are trained. */
function SurroundingsPanel() {
  const [wanted, setWanted] = useState<(typeof PICTURES)[number]>('two inputs');
  const chosen = useCircuitState((state) => state.chosen);
  const pair = useCircuitState(({ inputs }) => {
    const trainable = inputs.filter((input) => input.trainable);
    return trainable.length === 2 ? trainable.map(({ name }) => formatName(name)).join(', ') : undefined;
  });
  const output = useCircuitState(({ expression }) => formatName(expression.graph.output));
  const contour = pair !== undefined && wanted === 'two inputs';
  return (
    <section className={styles.predictions} aria-labelledby="surroundings-heading">
      <Figures />
      <div className={styles.head}>
        <h2 id="surroundings-heading" className={styles.heading}>
          <span className={styles.asWritten}>{output}</span>
          {contour ? ' over ' : chosen === undefined ? ' has no input' : ' along '}
          <span className={styles.asWritten}>{contour ? pair : chosen === undefined ? '' : formatName(chosen)}</span>
        </h2>
        {pair === undefined ? null : <Segments label="Picture of f" value={wanted} options={PICTURES} onChange={setWanted} />}
      </div>
      {contour ? <ContourPanel /> : chosen === undefined ? null : <SectionPanel />}
    </section>
  );
}

/** Where the descent stands, in three figures. */
function Figures() {
  const allDigits = useSettings((settings) => settings.allDigits);
  const format = allDigits ? formatExactly : formatNumber;
  const iteration = useCircuitState(({ descent }) => Math.max(0, descent.path.count - 1));
  const chosen = useCircuitState((state) => state.chosen);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  const [value, slope] = useLatest(output, chosen);
  return (
    <dl className={styles.figures} data-digits={allDigits ? 'all' : 'four'}>
      <Figure name="iteration" value={formatCount(iteration)} />
      <Figure name={formatName(output)} value={Number.isNaN(value) ? UNKNOWN : format(value)} />
      {chosen === undefined ? null : <Figure name={`∂${formatName(output)}/∂${formatName(chosen)}`} value={Number.isNaN(slope) ? UNKNOWN : format(slope)} />}
    </dl>
  );
}

/** The output and its slope at the end of the passes of the iteration on the screen; NaN for what is unknown. */
function useLatest(output: string, chosen: string | undefined): readonly [value: number, slope: number] {
  const timeline = usePlayback((playback) => shownIteration(playback)?.timeline);
  if (timeline === undefined) return [NaN, NaN];
  return [finalValue(timeline, output), chosen === undefined ? NaN : finalGradient(timeline, chosen)];
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
