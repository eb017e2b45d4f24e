import type { JSX } from 'react';
import type { Operation } from '../../engine';
import { Tex } from '../tex/Tex';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { texDerivative, texFormula } from '../../scene/recording/texFormulas';

interface FormulasProps {
  readonly node: Operation;
  /** The ports whose derivative is shown. */
  readonly ports: readonly number[];
}

/** So many derivatives are shown; an op with more ports has them all alike. */
const MOST = 4;

/** What an operation computes, and what it passes back to its inputs. */
export function Formulas({ node, ports }: FormulasProps): JSX.Element {
  const { recording } = useInspection();
  const derivatives = ports.flatMap((port) => texDerivative(recording, node, port) ?? []);
  const formula = texFormula(recording, node);
  return (
    <div className={styles.card}>
      {formula !== undefined && <Tex tex={formula} />}
      {derivatives.length > 0 && (
        <div className={styles.derivatives}>
          {derivatives.slice(0, MOST).map((tex, index) => (
            <Tex key={index} tex={tex} />
          ))}
        </div>
      )}
      {derivatives.length > MOST && <p className={styles.quiet}>and so on for {derivatives.length - MOST} more inputs</p>}
    </div>
  );
}
