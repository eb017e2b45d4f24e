import { CIRCUIT_EXAMPLES } from '../../lessons/circuits';
import { useCircuitState } from './circuitContext';

/** What the expression is called, if it is one of the examples. */
export function CircuitSubject() {
  const title = useCircuitState(({ text }) => CIRCUIT_EXAMPLES.find((example) => example.text === text)?.title);
  return <>{title ?? 'An expression of your own'}</>;
}
