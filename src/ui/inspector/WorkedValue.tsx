import { Fragment, type JSX } from 'react';
import { isLeaf } from '../../engine';
import { formatName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { spell, type Piece } from '../../scene/recording/spelling';
import type { Term } from '../../scene/recording/working';
import { Fold } from './Fold';
import { useInspection } from './inspection';
import { fullPlaceName } from './places';
import { SelectButton } from './SelectButton';
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

function Pieces({ node, pieces }: { readonly node: string; readonly pieces: readonly Piece[] }): JSX.Element {
  const { recording, format, names } = useInspection();
  const reader = indexOf(recording).nodes.get(node);
  const inputs = reader === undefined || isLeaf(reader) ? [] : reader.inputs;
  return (
    <>
      {pieces.map(({ before, operand, unsigned, after }, index) => {
        const from = (operand && inputs[operand.port]) ?? node;
        return (
          <Fragment key={index}>
            {/* The line may break here, and only here. */}
            {index > 0 && ' '}
            <span className={styles.whole}>
              {before}
              {operand !== undefined && (
                <SelectButton
                  to={{ kind: 'node', id: from }}
                  chosen={{ node: from, cell: operand.cell }}
                  className={styles.operand}
                  title={fullPlaceName(formatName(from), replay(recording).view(from).shape, operand.cell, names?.get(from))}
                >
                  {format(unsigned ? -operand.value : operand.value)}
                </SelectButton>
              )}
              {after}
            </span>
          </Fragment>
        );
      })}
    </>
  );
}
