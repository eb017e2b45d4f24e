import { useEffect, useState } from 'react';
import { formatCount } from '../../../scene/format';
import { stepsOf, type RunRecord } from '../../../store/runs';
import type { Comparison } from '../../../training/samples/samples';
import { useMiniflow, useTraining } from '../../context';
import { Button } from '../../controls/Button';
import { contentOf } from '../answers';
import { Progress } from '../Progress';
import section from '../section.module.css';
import styles from './compare.module.css';
import { useAsker } from '../useAsker';
import { useSeriesVersion } from '../useSeriesVersion';
import { DistancePanel } from './DistancePanel';
import { EdgeNormsPanel } from './EdgeNormsPanel';

/** At so many steps the parameters are compared. */
const POINTS = 64;

interface PairProps {
  readonly here: RunRecord;
  readonly there: RunRecord;
}

/**
 * How far the parameters of two runs are apart, and their gradients at one step. It is found out when the runs have been chosen, or
 * another step has; while training goes on, on request.
 */
export function ParametersPanels({ here, there }: PairProps) {
  const { compare } = useMiniflow();
  const busy = useTraining(({ status }) => status === 'training' || status === 'restoring' || status === 'opening');
  useSeriesVersion();
  const common = Math.min(stepsOf(here), stepsOf(there)) + 1;
  /** The step that the reader has asked for; without one, the last that both can show. */
  const [wanted, setWanted] = useState<number>();
  const [asker, answer] = useAsker<Comparison>();
  const step = Math.min(wanted ?? common, common);
  const ids = `${here.id} ${there.id}`;

  const find = (): void => {
    asker.ask((signal, onProgress) => compare(here.id, there.id, { points: POINTS, step, signal, onProgress }));
  };
  // Asked anew whenever what is to be compared is another, and nothing is under way that would soon make it old.
  const due = busy ? undefined : `${ids} ${common} ${step}`;
  useEffect(() => {
    if (due === undefined) return undefined;
    const [one = 0, other = 0, , at = 1] = due.split(' ').map(Number);
    asker.ask((signal, onProgress) => compare(one, other, { points: POINTS, step: at, signal, onProgress }));
    return asker.cancel;
  }, [asker, compare, due]);

  const comparison = contentOf(answer);
  if (answer.status === 'failed') {
    return (
      <p className={section.problem} role="alert">
        {answer.problem} <Button onClick={find}>Try again</Button>
      </p>
    );
  }
  if (comparison === undefined) {
    if (answer.status === 'asking') {
      return <Progress label="Comparing" share={answer.share} words="Going through both runs again …" onCancel={asker.cancel} />;
    }
    return (
      <p className={section.quiet}>
        {busy ? 'Training goes on.' : 'The parameters have not been compared.'} <Button onClick={find}>Compare now</Button>
      </p>
    );
  }
  const seen = comparison.steps.at(-1) ?? 1;
  return (
    <>
      <div className={styles.split}>
        <DistancePanel here={here} there={there} comparison={comparison} />
        <EdgeNormsPanel here={here} there={there} comparison={comparison} common={common} onStep={setWanted} />
      </div>
      {busy && seen !== common ? (
        <p className={section.quiet}>
          As of step {formatCount(seen - 1)}; training has gone on. <Button onClick={find}>Bring up to date</Button>
        </p>
      ) : null}
    </>
  );
}
