import { usePlayback, useSettings, useWalk } from '../../context';
import { formatName } from '../../../scene/format';
import type { BrokenCheck } from '../../../study/broken/checkBroken';
import { CheckRow } from './CheckRow';
import styles from './checkTable.module.css';

interface CheckTableProps {
  readonly nodes: readonly string[];
  readonly checks: ReadonlyMap<string, BrokenCheck>;
  /** Checks a node, where the reader goes node by node. The same as long as it does the same. */
  readonly onCheck?: (nodes: readonly string[]) => void;
}

/** A table of more rows than this is set in columns of a given width, and in blocks of which those out of sight are not laid out. */
const MANY = 60;
const BLOCK = 25;

/** Broken gradients beside their central differences, a node a row. */
export function CheckTable({ nodes, checks, onCheck }: CheckTableProps) {
  const { select } = useWalk();
  const selected = usePlayback(({ selection }) => (selection?.kind === 'node' ? selection.id : undefined));
  const allDigits = useSettings((settings) => settings.allDigits);
  const widest = nodes.reduce((most, node) => Math.max(most, formatName(node).length), 0);
  const width: Record<`--${string}`, string> = { '--name': `${widest}ch` };
  return (
    <table
      className={styles.table}
      role="table"
      data-long={nodes.length > MANY || undefined}
      data-digits={allDigits ? 'all' : undefined}
      style={width}
    >
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            node
          </th>
          <th role="columnheader" scope="col" className={styles.number}>
            ‖backprop‖, broken
          </th>
          <th role="columnheader" scope="col" className={styles.number}>
            ‖central difference‖
          </th>
          <th role="columnheader" scope="col">
            verdict
          </th>
        </tr>
      </thead>
      {blocksOf(nodes).map((block, index) => (
        <tbody key={index} role="rowgroup">
          {block.map((node) => (
            <CheckRow
              key={node}
              node={node}
              check={checks.get(node)}
              isSelected={node === selected}
              allDigits={allDigits}
              onSelect={select}
              onCheck={onCheck}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** All rows together or, of many, some at a time. */
function blocksOf(nodes: readonly string[]): readonly (readonly string[])[] {
  if (nodes.length <= MANY) return [nodes];
  return Array.from({ length: Math.ceil(nodes.length / BLOCK) }, (_, index) => nodes.slice(index * BLOCK, (index + 1) * BLOCK));
}
