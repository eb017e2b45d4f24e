import { CircuitContext, useCircuitState } from '../../circuit/circuitContext';
import { InputRow } from '../../circuit/inputs/InputRow';
import { useOpenLesson } from '../lessonsContext';
import styles from './curveInput.module.css';

interface CurveInputProps {
  /** The input that moves along the curve. */
  readonly name: string;
  /** The slope of the curve there, where it is spoken of. */
  readonly slope?: number | undefined;
}

/** The slider of an input right under its curve, where the one under the graph would be out of sight. */
export function CurveInput(props: CurveInputProps) {
  const { stage } = useOpenLesson();
  if (stage.kind !== 'circuit') return null;
  return (
    <CircuitContext value={stage.circuit}>
      <Row {...props} />
    </CircuitContext>
  );
}

function Row({ name, slope }: CurveInputProps) {
  const input = useCircuitState(({ inputs }) => inputs.find((one) => one.name === name));
  if (input === undefined) return null;
  return (
    <ul className={styles.row} aria-label="Move along the curve">
      <InputRow input={input} gradient={slope} chosen={false} ticks={false} allDigits={false} />
    </ul>
  );
}
