import { UNKNOWN } from '../../../scene/figure';
import { formatFigure, formatName, formatNumber } from '../../../scene/format';
import type { MeasuredSlope, Nudge } from '../../../study/nudge/nudge';
import { changeLabel } from '../../../study/nudge/spotlight';
import { digitsRight } from '../../../study/nudge/words';
import styles from './comparison.module.css';
import { toldApart } from './toldApart';

interface ComparisonProps {
  readonly nudge: Nudge;
  readonly output: string;
  /** What is moved: `W₁`. */
  readonly place: string;
  readonly format: (value: number) => string;
}

/** What moved and what followed; the two slopes, and the gradient beside them. */
export function Comparison({ nudge, output, place, format }: ComparisonProps) {
  const { x, forward, central, gradient } = nudge;
  const C = formatName(output);
  return (
    <>
      <dl className={styles.numbers}>
        <Passage name={place} from={x[0]} to={x[1]} />
        <Passage name={C} from={nudge.output.here} to={nudge.output.ahead} />
      </dl>
      <table className={styles.slopes}>
        <thead>
          <tr>
            <th scope="col">∂{C} by it</th>
            <th scope="col">value</th>
            <th scope="col">{gradient === 0 ? 'error' : 'relative error'}</th>
            <th scope="col">agrees</th>
          </tr>
        </thead>
        <tbody>
          <Slope name="forward slope" title={`(${C}(x + ε) − ${C}(x)) / ε`} slope={forward} format={format} />
          <Slope name="central slope" title={`(${C}(x + ε) − ${C}(x − ε)) / 2ε`} slope={central} format={format} />
          <tr className={styles.gradient}>
            <th scope="row">gradient</th>
            <td>{known(gradient, format)}</td>
            <td colSpan={2}>by backpropagation</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** A number, or `?` where there is none. */
function known(value: number, format: (value: number) => string): string {
  return Number.isNaN(value) ? UNKNOWN : format(value);
}

interface PassageProps {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A number before and after, and its change; where the two would look the same, before alone. */
function Passage({ name, from, to }: PassageProps) {
  const apart = toldApart(from, to);
  return (
    <>
      <dt title={name}>{name}</dt>
      <dd>
        {apart === undefined ? `${known(from, (value) => formatNumber(value, 6))} ` : `${apart[0]} → ${apart[1]} `}
        <b>{changeLabel({ change: to - from, numbers: [from, to] })}</b>
      </dd>
    </>
  );
}

interface SlopeProps {
  readonly name: string;
  /** How it is measured. */
  readonly title: string;
  readonly slope: MeasuredSlope;
  readonly format: (value: number) => string;
}

function Slope({ name, title, slope: { value, error }, format }: SlopeProps) {
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
      </th>
      <td>{known(value, format)}</td>
      <td>{known(error, (value) => formatFigure(value, 2))}</td>
      <td>{digitsRight(error)}</td>
    </tr>
  );
}
