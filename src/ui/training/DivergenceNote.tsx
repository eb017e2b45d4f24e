import { formatNumber } from '../../scene/format';
import { DEFAULTS } from '../../store/settings';
import { rateRemedy } from '../../training/health/rateRemedy';
import { useMiniflow, useSettings, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Icon } from '../controls/Icon';
import { useTimeline } from '../frame';
import { useFindings } from '../health/useFindings';
import { usePastStep } from './past';
import styles from './training.module.css';
import { divergenceSentence } from './words';

/** When training has left the finite numbers: where that began, why, and what to try. */
export function DivergenceNote() {
  const { branch } = useMiniflow();
  const divergence = useTraining((training) => training.divergence);
  const divergedRate = useTraining((training) => training.divergedRate);
  const learningRate = useSettings((settings) => settings.learningRate);
  const found = useFindings().find(({ kind }) => kind === 'non-finite');
  const timeline = useTimeline();
  // In the past the graph shows another moment.
  const isPast = usePastStep() !== undefined;
  if (divergence === undefined || divergedRate === undefined || isPast) return null;
  // Whoever has lowered the rate already knows what to do.
  const own = learningRate < divergedRate ? rateRemedy(learningRate, 0) : undefined;
  const { label, plan, settings, at } = own ?? found?.remedy ?? rateRemedy(gentlerRate(divergedRate), 0);
  return (
    <div className={styles.divergence} role="alert">
      <p className={styles.divergenceTitle}>
        <Icon name="warning" size={15} />
        Training diverged
      </p>
      <p>{divergenceSentence(divergence, timeline?.shapes.get(divergence.found.node))}</p>
      <p>
        {found?.growth ?? `It happened at learning rate ${formatNumber(divergedRate)}.`} The graph
        shows that moment.
      </p>
      <Button
        onClick={() => {
          branch(at, { ...(plan && { plan }), ...(settings && { settings }) }, { train: true });
        }}
      >
        Try {label} on a {at === 0 ? 'new run' : 'branch'}
      </Button>
    </div>
  );
}

/** The lesson's rate, or a tenth of one that was no larger. */
function gentlerRate(rate: number): number {
  return Math.min(DEFAULTS.learningRate, Number((rate / 10).toPrecision(2)));
}
