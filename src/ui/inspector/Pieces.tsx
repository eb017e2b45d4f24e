import { Fragment, type JSX } from 'react';
import { isLeaf } from '../../engine';
import { bracketsBehindOperator, formatName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import type { Piece } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { nodeOfOperand } from '../../scene/recording/working';
import { Figure } from './Figure';
import { useInspection } from './inspection';
import { fullPlaceName } from '../../scene/places';
import { SelectButton } from './SelectButton';
import styles from './working.module.css';

interface PiecesProps {
  /** The operation whose calculation this is. */
  readonly node: string;
  readonly pieces: readonly Piece[];
}

/** A calculation of an operation, each of its numbers leading to the node that it comes from. */
export function Pieces({ node, pieces }: PiecesProps): JSX.Element {
  const { recording, format, names } = useInspection();
  const { nodes, shapes } = indexOf(recording);
  const operation = nodes.get(node);
  const substituted = (value: number): string => formatSubstituted(value, format);
  return (
    <>
      {pieces.map(({ before, operand, unsigned, bound, after }, index) => {
        const from = operand === undefined || operation === undefined || isLeaf(operation) ? node : nodeOfOperand(operation, operand);
        const value = operand !== undefined && unsigned ? -operand.value : operand?.value;
        const [open, close] = value === undefined || !bound ? ['', ''] : bracketsBehindOperator(substituted(value));
        return (
          <Fragment key={index}>
            {/* The line may break here, and only here. */}
            {index > 0 && ' '}
            <span className={styles.whole}>
              {before + open}
              {operand !== undefined && value !== undefined && (
                <SelectButton
                  to={{ kind: 'node', id: from }}
                  chosen={{ node: from, cell: operand.cell }}
                  className={styles.operand}
                  title={fullPlaceName(formatName(from), shapes.get(from) ?? [], operand.cell, names?.get(from))}
                >
                  <Figure value={value} format={substituted} />
                </SelectButton>
              )}
              {close + after}
            </span>
          </Fragment>
        );
      })}
    </>
  );
}
