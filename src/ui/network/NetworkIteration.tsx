import { formatCount } from '../../scene/format';
import { shownIteration } from '../../store/playback';
import { usePlayback } from '../context';
import styles from '../transport/transport.module.css';

/** Which SGD step is shown, and whether it has been taken. */
export function NetworkIteration() {
  const step = usePlayback((playback) => shownIteration(playback)?.step);
  const taken = usePlayback((playback) => shownIteration(playback)?.taken ?? true);
  return (
    <>
      <span>{step === undefined ? '' : `SGD step ${formatCount(step)}`}</span>
      {taken ? null : <span className={styles.aside}> · not taken yet</span>}
    </>
  );
}
