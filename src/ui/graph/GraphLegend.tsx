import { useEffect, useRef } from 'react';
import { drawSignLegend } from '../../draw/signLegend';
import styles from './graphPanel.module.css';

/** What the colours and figures of the graph mean. */
export function GraphLegend() {
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const legend = drawSignLegend(host.current);
    legend.update({});
    return () => {
      legend.destroy();
    };
  }, []);
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      <span title="A number stands for itself, a tensor shows its Euclidean norm">
        <i className={`${styles.key ?? ''} ${styles.forwardKey ?? ''}`} /> value
      </span>
      <span title="A number stands for itself, a tensor shows its Euclidean norm">
        <i className={`${styles.key ?? ''} ${styles.backwardKey ?? ''}`} /> gradient
      </span>
      <span ref={host} className={styles.signs} />
    </div>
  );
}
