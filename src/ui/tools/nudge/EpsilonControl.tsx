import { formatNumber } from '../../../scene/format';
import { Segments } from '../../controls/Segments';
import { NumberField } from '../../controls/NumberField';
import controls from '../../controls/controls.module.css';
import styles from './nudge.module.css';

/** ε as it is chosen: its magnitude, above 0, and its direction. */
export interface Epsilon {
  readonly magnitude: number;
  readonly sign: 1 | -1;
}

interface EpsilonControlProps {
  readonly epsilon: Epsilon;
  readonly onChange: (epsilon: Epsilon) => void;
}

const LEAST_EXPONENT = -16;
const GREATEST_EXPONENT = 0;
const RULE = { min: 0, above: true, max: 1000, whole: false };
const SIGNS = ['+', '−'] as const;

/** A power of ten to two digits, as a reader would choose it; whole powers as they are written. */
export function epsilonOf(exponent: number): number {
  return Number((10 ** exponent).toPrecision(2));
}

/** How far a cell is moved: a slider over powers of ten, the number itself, and the direction. */
export function EpsilonControl({ epsilon: { magnitude, sign }, onChange }: EpsilonControlProps) {
  const exponent = Math.max(LEAST_EXPONENT, Math.min(GREATEST_EXPONENT, Math.log10(magnitude)));
  return (
    <div className={styles.epsilon}>
      <span className={styles.label} aria-hidden="true">
        ε
      </span>
      <Segments label="Direction" value={sign === 1 ? '+' : '−'} options={SIGNS} onChange={(chosen) => onChange({ magnitude, sign: chosen === '+' ? 1 : -1 })} />
      <NumberField label="ε" value={magnitude} rule={RULE} format={(value) => formatNumber(value, 3)} className={styles.field} onChange={(value) => onChange({ magnitude: value, sign })} />
      <input
        className={controls.slider}
        type="range"
        aria-label="ε on a logarithmic scale"
        aria-valuetext={formatNumber(sign * magnitude, 3)}
        min={LEAST_EXPONENT}
        max={GREATEST_EXPONENT}
        step={0.25}
        value={exponent}
        onChange={(event) => onChange({ magnitude: epsilonOf(Number(event.target.value)), sign })}
      />
    </div>
  );
}
