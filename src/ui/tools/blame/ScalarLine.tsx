import styles from './blame.module.css';
import { factorText } from './figures';

interface ScalarLineProps {
  /** The local derivatives, the one at the output first. */
  readonly locals: readonly number[];
  readonly product: number;
  readonly format: (value: number) => string;
}

/** So many factors are written; of more, as many at each end. */
const MOST = 16;
const AT_EACH_END = 5;

/** A product of plain numbers with its result. */
export function ScalarLine({ locals, product, format }: ScalarLineProps) {
  const texts = locals.map((local, index) => factorText(local, index === 0, format));
  const left = texts.length - 2 * AT_EACH_END;
  const shown = texts.length > MOST ? [...texts.slice(0, AT_EACH_END), `… ${left} more factors …`, ...texts.slice(-AT_EACH_END)] : texts;
  return (
    <p className={styles.numbers}>
      {shown.length === 0 ? '' : `${shown.join(' × ')} `}
      <strong className={styles.result}>= {format(product)}</strong>
    </p>
  );
}
