import { useMemo } from 'react';
import { formatName } from '../../../scene/format';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './expression.module.css';
import { foldableLines } from './words';

/** The named lines, each of which can be drawn as one node; nothing where the graph is small anyway. */
export function LineList() {
  const { setFolded } = useCircuit();
  const expression = useCircuitState((state) => state.expression);
  const folded = useCircuitState((state) => state.folded);
  const lines = useMemo(() => foldableLines(expression, folded), [expression, folded]);
  if (lines.length === 0) return null;
  return (
    <div className={styles.lines}>
      <h3 className={styles.linesHeading}>Lines</h3>
      <ul className={styles.chips} aria-label="Lines">
        {lines.map(({ id, members }) => {
          const isFolded = folded.has(id);
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.chip}
                aria-label={`${isFolded ? 'Unfold' : 'Fold'} ${id}`}
                title={`${members.length} operation${members.length === 1 ? '' : 's'}, drawn as ${isFolded ? 'one node' : 'they are'}`}
                onClick={() => {
                  setFolded(id, !isFolded);
                }}
              >
                {isFolded ? 'Unfold' : 'Fold'} {formatName(id)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
