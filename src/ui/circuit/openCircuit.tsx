import { leisurely } from '../../draw/parts/leisure';
import { createCircuit, type Circuit } from '../../store/circuit/circuit';
import { keepCircuit, readCircuit } from '../../store/circuit/savedCircuit';
import type { SettingsStore } from '../../store/settings';
import type { OpenedWay } from '../App';
import { always } from '../followed';
import { CircuitContext } from './circuitContext';
import { CircuitPage } from './CircuitPage';
import { CircuitSubject } from './CircuitSubject';

/** What has been typed and set is kept at most this often, in milliseconds. */
const KEEPING_INTERVAL = 500;

/** The circuit with its page, as the reader left it the last time. */
export function openCircuit(settings: SettingsStore, storage: () => Storage): OpenedWay {
  const circuit = createCircuit(settings, readCircuit(storage), () => performance.now());
  /** Whether something has changed since it was kept last. */
  let changed = false;
  const keep = (): void => {
    changed = false;
    const { text, inputs, settings: descent } = circuit.state.getState();
    keepCircuit(storage, { text, inputs, settings: descent });
  };
  const keeping = leisurely(KEEPING_INTERVAL, keep);
  circuit.state.subscribe(() => {
    changed = true;
    keeping.request();
  });
  // Whoever leaves does not wait for the interval's end.
  addEventListener('pagehide', () => {
    if (changed) keep();
  });
  return {
    walk: always(circuit.walk),
    Page: () => <Within circuit={circuit}>{<CircuitPage />}</Within>,
    Subject: () => <Within circuit={circuit}>{<CircuitSubject />}</Within>,
  };
}

function Within({ circuit, children }: { readonly circuit: Circuit; readonly children: React.ReactNode }) {
  return <CircuitContext value={circuit}>{children}</CircuitContext>;
}
