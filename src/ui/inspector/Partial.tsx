import type { JSX } from 'react';
import { formatName } from '../../scene/format';
import styles from './inspector.module.css';

/** ∂C/∂s in running text. Keeps its letters where a heading is set in capitals: s is not S. */
export function Partial({ of, by }: { readonly of: string; readonly by: string }): JSX.Element {
  const text = `∂${formatName(of)}/∂${formatName(by)}`;
  return (
    <span className={styles.asWritten} title={text}>
      {text}
    </span>
  );
}
