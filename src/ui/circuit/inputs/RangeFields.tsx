import type { Input } from '../../../store/circuit/inputs';
import { NumberField } from '../../controls/NumberField';
import { ANY_NUMBER } from '../../controls/numberRule';
import { useCircuit } from '../circuitContext';
import styles from './range.module.css';

/** The ends of an input's slider. */
export function RangeFields({ input: { name, min, max } }: { readonly input: Input }) {
  const { setRange } = useCircuit();
  return (
    <div className={styles.fields} role="group" aria-label={`Range of ${name}`}>
      <span aria-hidden="true">
        Least
      </span>
      <NumberField
        label="Least"
        value={min}
        rule={{ ...ANY_NUMBER, max, below: true }}
        className={styles.end}
        onChange={(least) => {
          setRange(name, least, max);
        }}
      />
      <span aria-hidden="true">Greatest</span>
      <NumberField
        label="Greatest"
        value={max}
        rule={{ ...ANY_NUMBER, min, above: true }}
        className={styles.end}
        onChange={(greatest) => {
          setRange(name, min, greatest);
        }}
      />
    </div>
  );
}
