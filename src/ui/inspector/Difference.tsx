import { useEffect, useReducer, type JSX } from 'react';
import { differenceAt, knownDifference } from '../../scene/recording/differences';
import { useInspection } from './inspection';
import styles from './working.module.css';

/** Longer than an iteration of a training stays complete on the screen, so that none of them pays for this. */
const PATIENCE_MS = 250;

/** The same cell by central differences: an independent witness, which comes a moment later into room kept free. */
export function Difference({ node, cell }: { readonly node: string; readonly cell: number }): JSX.Element {
  const { recording, format } = useInspection();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const known = knownDifference(recording, node, cell);
  useEffect(() => {
    if (knownDifference(recording, node, cell) !== undefined) return;
    const timer = setTimeout(() => {
      differenceAt(recording, node, cell);
      renderAgain();
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [recording, node, cell]);
  return (
    <p className={styles.difference}>
      {known !== undefined && (
        <>
          central difference {format(known.numeric)}
          {known.agrees && (
            <>
              <span aria-hidden="true"> ✓</span>
              <i className="visually-hidden">, which agrees</i>
            </>
          )}
        </>
      )}
    </p>
  );
}
