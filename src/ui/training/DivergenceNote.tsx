import { formatNumber } from '../../scene/format';
import { useMiniflow, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Icon } from '../controls/Icon';
import { useTimeline } from '../frame';
import styles from './training.module.css';
import { divergenceSentence } from './words';

/** When training has left the finite numbers: where that began, why, and what to try. */
export function DivergenceNote() {
  const { set, reset } = useMiniflow();
  const divergence = useTraining((training) => training.divergence);
  const learningRate = useSettings((settings) => settings.learningRate);
  const timeline = useTimeline();
  if (divergence === undefined) return null;
  const gentler = Number((learningRate / 10).toPrecision(2));
  return (
    <div className={styles.divergence} role="alert">
      <p className={styles.divergenceTitle}>
        <Icon name="warning" size={15} />
        Training diverged
      </p>
      <p>{divergenceSentence(divergence, timeline?.shapes.get(divergence.found.node))}</p>
      <p>
        The steps were too long: each overshot the minimum by more than the one before, until numbers overflowed. The graph shows that
        step. Try a smaller learning rate.
      </p>
      <Button
        onClick={() => {
          set({ learningRate: gentler });
          reset();
        }}
      >
        Reset with learning rate {formatNumber(gentler)}
      </Button>
    </div>
  );
}
