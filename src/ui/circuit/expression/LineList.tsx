import { useId, useMemo } from 'react';
import { formatName } from '../../../scene/format';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './expression.module.css';
import { foldableLines } from './words';

/** The named lines, each of which can be drawn as one node; nothing where the graph is small anyway. */
export function LineList() {
  const id = useId();
  const { setFolded } = useCircuit();
  const expression = useCircuitState((state) => state.expression);
  const folded = useCircuitState((state) => state.folded);
  const lines = useMemo(() => foldableLines(expression, folded), [expression, folded]);
  if (lines.length === 0) return null;
  return (
    <div className={styles.lines}>
      <h3 id={`${id}-heading`} className={styles.linesHeading}>
        Lines
      </h3>
      <ul className={styles.chips} aria-labelledby={`${id}-heading`}>
        {lines.map(({ id: line, members }) => {
          const isFolded = folded.has(line);
          return (
            <li key={line}>
              <button
                type="button"
                className={styles.chip}
                title={`${members.length} operation${members.length === 1 ? '' : 's'}, drawn as ${isFolded ? 'one node' : 'they are'}`}
                onClick={() => {
                  setFolded(line, !isFolded);
                }}
              >
                {isFolded ? 'Unfold' : 'Fold'} {formatName(line)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
