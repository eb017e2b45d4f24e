import type { JSX } from 'react';
import { isLeaf } from '../../engine';
import { formatName } from '../../scene/format';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { fullPlaceName } from './places';
import { indexOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import type { Term } from '../../scene/recording/working';
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
    return (
      <p className={styles.line}>
        <Parts node={node} term={first} /> {equals}
      </p>
    );
  }
  return (
    <div>
      <Fold
        count={terms.length}
        noun="terms"
        render={(index) => (
          <span className={styles.line}>
            <span className={styles.sign}>{index === 0 ? '' : '+'}</span>
            <Parts node={node} term={terms[index] ?? []} />
          </span>
        )}
      />
      <p className={styles.line}>{equals}</p>
    </div>
  );
}

function Parts({ node, term }: { readonly node: string; readonly term: Term }): JSX.Element {
  const { recording, format } = useInspection();
  const reader = indexOf(recording).nodes.get(node);
  const inputs = reader === undefined || isLeaf(reader) ? [] : reader.inputs;
  return (
    <>
      {term.map((part, index) => {
        if (typeof part === 'string') return part;
        const from = inputs[part.port] ?? node;
        const { shape } = replay(recording).view(from);
        return (
          <SelectButton
            key={index}
            to={{ kind: 'node', id: from }}
            chosen={{ node: from, cell: part.cell }}
            className={styles.operand}
            title={fullPlaceName(formatName(from), shape, part.cell)}
          >
            {format(part.value)}
          </SelectButton>
        );
      })}
    </>
  );
}
