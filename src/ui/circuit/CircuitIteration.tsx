import { formatCount } from '../../scene/format';
import { shownIteration } from '../../store/playback';
import { usePlayback } from '../context';
import styles from '../transport/transport.module.css';
import { useCircuitState } from './circuitContext';

/** Which iteration of the descent is shown, and whether it has been taken; without a trainable input there is but one. */
export function CircuitIteration() {
  const step = usePlayback((playback) => shownIteration(playback)?.step);
  const taken = usePlayback((playback) => shownIteration(playback)?.taken ?? true);
  const trainable = useCircuitState(({ inputs }) => inputs.some((input) => input.trainable));
  if (!trainable || step === undefined) return null;
  return (
    <>
      <span>
        iteration {formatCount(step - 1)} → {formatCount(step)}
      </span>
      {taken ? null : <span className={styles.aside}> · not taken yet</span>}
    </>
  );
}
