import { faultSentence } from '../../../scene/recording/faultWords';
import { formatName } from '../../../scene/format';
import type { Selection } from '../../../scene/selection';
import shared from '../../inspector/inspector.module.css';
import { useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';

/** Where a number left the domain, if one did, and the way there. */
export function FaultCard({ go }: { readonly go: (selection: Selection) => void }) {
  const fault = useCircuitState((state) => state.loss?.fault);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  if (fault === undefined) return null;
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
