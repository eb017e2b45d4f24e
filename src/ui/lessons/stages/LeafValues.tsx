import { formatShape, isLeaf, type Leaf } from '../../../engine';
import { formatName, formatNumber } from '../../../scene/format';
import type { Sandbox } from '../../../store/lesson/sandbox';
import { Button } from '../../controls/Button';
import { NumberField } from '../../controls/NumberField';
import { ANY_NUMBER } from '../../controls/numberRule';
import { useTimeline } from '../../frame';
import { replay } from '../../../scene/recording/replay';
import { cellAt } from '../../../scene/places';
import styles from './stages.module.css';

/** Leaves of more cells than this are looked at, not typed. */
const MOST_CELLS = 16;

/** The numbers that the graph starts from, each to be changed but for constants: everything behind it is computed anew. */
export function LeafValues({ sandbox: { setCell, reset } }: { readonly sandbox: Sandbox }) {
  const recording = useTimeline()?.recording;
  if (recording === undefined) return null;
  const program = replay(recording);
  const leaves = recording.graph.nodes.filter(
    (node): node is Leaf => isLeaf(node) && node.role !== 'constant' && program.view(node.id).data.length <= MOST_CELLS,
  );
  return (
    <section className={styles.panel} aria-label="Numbers to change">
      <p className={styles.hint}>
        Change a number: every value and every gradient follows. <Button look="quiet" onClick={reset}>Take back</Button>
      </p>
      <div className={styles.leaves}>
        {leaves.map(({ id, role }) => {
          const { shape, data } = program.view(id);
          const columns = Math.max(1, shape.at(-1) ?? 1);
          return (
            <div key={id} className={styles.leaf}>
              <h3>
                {formatName(id)} <span>{[role, shape.length === 0 ? [] : formatShape(shape)].flat().join(' · ')}</span>
              </h3>
              <div className={styles.cells} style={{ gridTemplateColumns: `repeat(${columns}, minmax(60px, 74px))` }}>
                {Array.from(data, (value, cell) => (
                  <span key={cell}>
                    <NumberField
                      label={nameOf(id, shape, cell)}
                      value={value}
                      rule={ANY_NUMBER}
                      format={formatNumber}
                      onChange={(next) => {
                        setCell(id, cell, next);
                      }}
                    />
                  </span>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** `W₁, row 1, column 2`; of a single number its name alone. */
function nameOf(id: string, shape: readonly number[], cell: number): string {
  if (shape.length === 0) return formatName(id);
  if (shape.length === 1) return `${formatName(id)}, entry ${cell + 1}`;
  const { row, column } = cellAt(shape, cell);
  return `${formatName(id)}, row ${row + 1}, column ${column + 1}`;
}
