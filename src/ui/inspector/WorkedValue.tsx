import type { JSX } from 'react';
import { spell } from '../../scene/recording/spelling';
import type { Term } from '../../scene/recording/working';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { Pieces } from './Pieces';
import styles from './working.module.css';

interface WorkedValueProps {
  readonly node: string;
  readonly terms: readonly Term[];
  readonly result: number;
}

/** How one cell of a value was computed: the numbers that went in, each leading to where it comes from. */
export function WorkedValue({ node, terms, result }: WorkedValueProps): JSX.Element {
  const { format } = useInspection();
  const [first = []] = terms;
  const equals = <span className={styles.value}>= {format(result)}</span>;
  if (terms.length === 1) {
    const { sign, pieces } = spell(first, '');
    return (
      <p className={styles.line}>
        {sign !== '' && `${sign} `}
        <Pieces node={node} pieces={pieces} /> {equals}
      </p>
    );
  }
  return (
    <div>
      <Fold
        count={terms.length}
        noun="terms"
        render={(index) => {
          const { sign, pieces } = spell(terms[index] ?? [], index === 0 ? '' : '+');
          return (
            <span className={styles.line}>
              <span className={styles.sign}>{sign}</span>
              <Pieces node={node} pieces={pieces} />
            </span>
          );
        }}
      />
      <p className={styles.line}>{equals}</p>
    </div>
  );
}
