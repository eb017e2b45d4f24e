import { compile } from '../../../engine';
import { formatNumber } from '../../../scene/format';
import styles from './sigmoidCurve.module.css';

/** As far as the curve is drawn, to both sides. */
const REACH = 10;
const SAMPLES = 121;
/** Units of the drawing from one x to the next, and from s = 0 to s = 1. */
const PITCH = 15;
const HEIGHT = 96;
const HALF_TANGENT = 40;
const MARGIN = { side: 22, top: 14, bottom: 20 };

const across = (x: number): number => x * PITCH;
const up = (s: number): number => -s * HEIGHT;

const CURVE = sampled();

/** The curve, as the engine computes it. */
function sampled(): string {
  const xs = Array.from({ length: SAMPLES }, (_, index) => -REACH + (2 * REACH * index) / (SAMPLES - 1));
  const program = compile({
    nodes: [
      { id: 'x', role: 'data', value: xs },
      { id: 's', op: 'sigmoid', inputs: ['x'] },
    ],
    output: 's',
  });
  program.forward();
  const { data } = program.view('s');
  return `M${xs.map((x, index) => `${across(x).toFixed(1)},${up(data[index] ?? NaN).toFixed(2)}`).join('L')}`;
}

interface SigmoidCurveProps {
  readonly x: number;
  /** σ(x) */
  readonly s: number;
  /** Its slope there, drawn as a tangent if it is given. */
  readonly slope?: number;
}

/** The sigmoid from −10 to 10, and where on it the graph stands; further out there is no point. */
export function SigmoidCurve({ x, s, slope }: SigmoidCurveProps) {
  const isOn = Math.abs(x) <= REACH && Number.isFinite(s);
  const half = slope === undefined ? NaN : HALF_TANGENT / Math.hypot(PITCH, slope * HEIGHT);
  const said = isOn ? `At x = ${formatNumber(x)} it is ${formatNumber(s)}${slope === undefined ? '' : `, with slope ${formatNumber(slope)}`}.` : '';
  const reach = across(REACH);
  return (
    <svg
      className={styles.curve}
      viewBox={`${-reach - MARGIN.side} ${-HEIGHT - MARGIN.top} ${2 * (reach + MARGIN.side)} ${HEIGHT + MARGIN.top + MARGIN.bottom}`}
      role="img"
      aria-label={`The curve of the sigmoid: near 0 far to the left, one half at 0, near 1 far to the right. ${said}`}
    >
      <path className={styles.grid} d={`M${-reach},${up(1)}H${reach}M${-reach},${up(0.5)}H${reach}M${-reach},0H${reach}M0,0V${up(1)}`} />
      {[0, 0.5, 1].map((level) => (
        <text key={level} x={-reach - 4} y={up(level) + 3.5} textAnchor="end">
          {level === 0.5 ? '½' : level}
        </text>
      ))}
      {[-REACH, 0, REACH].map((place) => (
        <text key={place} x={across(place)} y={15} textAnchor="middle">
          {formatNumber(place)}
        </text>
      ))}
      <text x={across(REACH / 2)} y={15} textAnchor="middle">
        x
      </text>
      <text x={-reach - 4} y={up(0.75) + 3.5} textAnchor="end">
        s
      </text>
      <path className={styles.line} d={CURVE} />
      {isOn && Number.isFinite(half) && slope !== undefined ? (
        <line className={styles.tangent} x1={across(x - half)} y1={up(s - half * slope)} x2={across(x + half)} y2={up(s + half * slope)} />
      ) : null}
      {isOn ? <circle className={styles.point} cx={across(x)} cy={up(s)} r="4.5" /> : null}
    </svg>
  );
}
