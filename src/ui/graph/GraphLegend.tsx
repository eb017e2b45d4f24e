import { useEffect, useRef } from 'react';
import { drawSignLegend } from '../../draw/signLegend';
import styles from './graphLegend.module.css';

const FIGURE_RULE = 'A number stands for itself, a tensor shows its Euclidean norm';

/** What the colours and figures of the graph mean; the colours of signs only where there are tensors. */
export function GraphLegend({ tensors }: { readonly tensors: boolean }) {
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      <span title={tensors ? FIGURE_RULE : undefined}>
        <i className={`${styles.key ?? ''} ${styles.forwardKey ?? ''}`} /> value
      </span>
      <span title={tensors ? FIGURE_RULE : undefined}>
        <i className={`${styles.key ?? ''} ${styles.backwardKey ?? ''}`} /> gradient
      </span>
      {tensors ? <Signs /> : null}
    </div>
  );
}

function Signs() {
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const legend = drawSignLegend(host.current);
    legend.update({});
    return () => {
      legend.destroy();
    };
  }, []);
  return <span ref={host} className={styles.signs} />;
}
