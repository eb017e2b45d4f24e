import { usePlayback, useSettings, useWalk } from '../../context';
import { formatExactly, formatFigure, formatName } from '../../../scene/format';
import type { BrokenCheck } from '../../../study/broken/checkBroken';
import { Button } from '../../controls/Button';
import { checkFigures, verdictWords } from './checkFigures';
import styles from './checkTable.module.css';

interface CheckTableProps {
  readonly nodes: readonly string[];
  readonly checks: ReadonlyMap<string, BrokenCheck>;
  /** Checks one node, where the reader goes node by node. */
  readonly onCheck?: (node: string) => void;
}

/** Broken gradients beside their central differences, a node a row. */
export function CheckTable({ nodes, checks, onCheck }: CheckTableProps) {
  const { select } = useWalk();
  const selected = usePlayback(({ selection }) => (selection?.kind === 'node' ? selection.id : undefined));
  const allDigits = useSettings((settings) => settings.allDigits);
  const format = (value: number): string => (allDigits ? formatExactly(value) : formatFigure(value));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">node</th>
          <th scope="col" className={styles.number}>
            ‖backprop‖, broken
          </th>
          <th scope="col" className={styles.number}>
            ‖central difference‖
          </th>
          <th scope="col">verdict</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => {
          const check = checks.get(node);
          const figures = check && checkFigures(check, format);
          return (
            <tr key={node} data-selected={node === selected || undefined}>
              <th scope="row">
                <button type="button" className={styles.node} aria-pressed={node === selected} title="Select it in the graph" onClick={() => select({ kind: 'node', id: node })}>
                  {formatName(node)}
                </button>
              </th>
              <td className={styles.broken}>{figures?.broken ?? '–'}</td>
              <td className={styles.number}>{figures?.numeric ?? '–'}</td>
              <td className={styles.verdict} data-verdict={check?.verdict}>
                {check !== undefined && verdictWords(check)}
                {check === undefined && onCheck === undefined && <span className={styles.unchecked}>not checked</span>}
                {check === undefined && onCheck !== undefined && (
                  <Button aria-label={`Check ${formatName(node)}`} onClick={() => onCheck(node)}>
                    Check
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
