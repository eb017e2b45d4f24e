import { memo } from 'react';
import type { Selection } from '../../../scene/selection';
import { formatExactly, formatFigure, formatName } from '../../../scene/format';
import type { BrokenCheck } from '../../../study/broken/checkBroken';
import { Button } from '../../controls/Button';
import { checkFigures, verdictWords } from './checkFigures';
import styles from './checkTable.module.css';

interface CheckRowProps {
  readonly node: string;
  /** What the check said of it, if it has been checked. */
  readonly check: BrokenCheck | undefined;
  readonly isSelected: boolean;
  readonly allDigits: boolean;
  readonly onSelect: (selection: Selection) => void;
  /** Checks it, where the reader goes node by node. */
  readonly onCheck: ((nodes: readonly string[]) => void) | undefined;
}

/** One node of a table of checks. It renders when something of its own changes: a table may have a thousand of them. */
export const CheckRow = memo(function CheckRow({ node, check, isSelected, allDigits, onSelect, onCheck }: CheckRowProps) {
  const figures = check && checkFigures(check, allDigits ? formatExactly : (value) => formatFigure(value));
  return (
    <tr role="row" data-selected={isSelected || undefined}>
      <th role="rowheader" scope="row">
        <button type="button" className={styles.node} aria-pressed={isSelected} title="Select it in the graph" onClick={() => onSelect({ kind: 'node', id: node })}>
          {formatName(node)}
        </button>
      </th>
      <td role="cell" className={styles.broken}>{figures?.broken ?? '–'}</td>
      <td role="cell" className={styles.number}>{figures?.numeric ?? '–'}</td>
      <td role="cell" className={styles.verdict} data-verdict={check?.verdict}>
        {check !== undefined && verdictWords(check)}
        {check === undefined && onCheck === undefined && <span className={styles.unchecked}>not checked</span>}
        {check === undefined && onCheck !== undefined && (
          <Button aria-label={`Check ${formatName(node)}`} onClick={() => onCheck([node])}>
            Check
          </Button>
        )}
      </td>
    </tr>
  );
});
