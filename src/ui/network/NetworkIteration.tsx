import { formatCount } from '../../scene/format';
import { shownIteration } from '../../store/playback';
import { useMiniflow, usePlayback, useTraining } from '../context';
import styles from '../transport/transport.module.css';

/** Which SGD step is shown, whether it has been taken, and the way back to a training that goes on. */
export function NetworkIteration() {
  const step = usePlayback((playback) => shownIteration(playback)?.step);
  const taken = usePlayback((playback) => shownIteration(playback)?.taken ?? true);
  const training = useTraining(({ status }) => status === 'training');
  const held = usePlayback((playback) => playback.held) && training;
  return (
    <>
      <span>{step === undefined ? '' : `SGD step ${formatCount(step)}`}</span>
      {taken ? null : <span className={styles.aside}> · not taken yet</span>}
      {held ? <BackToLive /> : null}
    </>
  );
}

/** For whoever holds the graph while training goes on behind it. */
function BackToLive() {
  const { set } = useMiniflow();
  return (
    <button
      type="button"
      className={styles.live}
      onClick={() => {
        set({ follow: true });
      }}
    >
      training goes on · follow it
    </button>
  );
}
