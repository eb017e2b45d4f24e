import { useState } from 'react';
import { behindOperator, formatCount } from '../../../scene/format';
import { numberAt, summandAt, summandsIn, type Place, type Summand, type Unfolding } from '../../../study/unfold/unfold';
import styles from './unfold.module.css';

interface WorkedSumProps {
  readonly unfolding: Unfolding;
  readonly place: Place;
  /** What the cell is: `l₁, row 2, column 3`. */
  readonly cellName: string;
  /** What makes it: `row 2 of X times column 3 of W₁, plus b₁`. */
  readonly making: string;
  readonly format: (value: number) => string;
}

/** So many summands stand at first, and so many more are shown on request. */
const FIRST = 15;
const MORE = 120;

/** A cell with its real numbers: product by product, and their sum. */
export function WorkedSum({ unfolding, place, cellName, making, format }: WorkedSumProps) {
  const [most, setMost] = useState(FIRST);
  const count = summandsIn(unfolding);
  const folds = count > FIRST + 1;
  const shown = folds ? Math.min(most, count) : count;
  const left = count - shown;
  const result = numberAt(unfolding.result, place);
  const summands = Array.from({ length: shown }, (_, index) => index).concat(left > 0 ? [count - 1] : []);
  return (
    <section className={styles.sum} aria-label={`${cellName}, worked out`}>
      <h3>
        <b>{cellName}</b> is {making}
      </h3>
      <ul className={styles.summands}>
        {summands.map((index) => (
          <li key={index}>
            {left > 1 && index === count - 1 && (
              <button type="button" className={styles.more} onClick={() => setMost(most + MORE)}>
                … {formatCount(left - 1)} more …
              </button>
            )}
            <Line summand={summandAt(unfolding, place, index)} first={index === 0} format={format} />
          </li>
        ))}
        <li className={styles.total} data-gradient={unfolding.result.gradient}>
          = {result === undefined ? '' : format(result)}
        </li>
      </ul>
      {folds && most > FIRST && (
        <button type="button" className={styles.more} onClick={() => setMost(FIRST)}>
          fewer summands
        </button>
      )}
    </section>
  );
}

interface LineProps {
  readonly summand: Summand | undefined;
  readonly first: boolean;
  readonly format: (value: number) => string;
}

/** `+ 0.31 × (−1.2) = −0.372`; a number alone with its sign. */
function Line({ summand, first, format }: LineProps) {
  if (summand === undefined) return null;
  const { left, right, product } = summand;
  const sign = left < 0 ? (first ? '−' : '− ') : first ? '' : '+ ';
  const magnitude = sign + format(Math.abs(left));
  if (right === undefined) return <span>{magnitude}</span>;
  return (
    <span>
      {magnitude} × {behindOperator(format(right))} <i>= {format(product)}</i>
    </span>
  );
}
