import { faultSentence } from '../../../scene/recording/faultWords';
import { formatName } from '../../../scene/format';
import type { Selection } from '../../../scene/selection';
import { usePlayback } from '../../context';
import shared from '../../inspector/inspector.module.css';
import { useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';

/** Where a number left the domain, if one did, and the way there. */
export function FaultCard({ go }: { readonly go: (selection: Selection) => void }) {
  const fault = useCircuitState((state) => state.fault);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  // It belongs to the newest iteration; the ones before it went well.
  const isNewest = usePlayback(({ iterations, shown }) => shown === iterations.length - 1);
  if (fault === undefined || !isNewest) return null;
  const name = formatName(fault.node);
  return (
    <div role="alert" className={styles.fault}>
      <p>
        <strong>{faultSentence(fault, output)}</strong>
      </p>
      <p>Everything that depends on it is unknown.</p>
      <button type="button" className={shared.button} onClick={() => go({ kind: 'node', id: fault.node })}>
        Select {name}
      </button>
    </div>
  );
}
