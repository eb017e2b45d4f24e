import { useMemo } from 'react';
import { currentRun } from '../../store/runs';
import { stopConditionsOf } from '../../store/settings';
import { useMiniflow, useTraining } from '../context';
import { standingOf, stopSentence } from './stopWords';
import styles from './training.module.css';

/** Why training has come to its end before its epochs were over, as it was at that moment. */
export function StopNote() {
  const { training, settings, runs } = useMiniflow();
  const reason = useTraining(({ status, stopReason }) => (status === 'finished' ? stopReason : undefined));
  const sentence = useMemo(() => {
    if (reason === undefined) return undefined;
    const conditions = stopConditionsOf(settings.getState());
    return stopSentence(reason, conditions, standingOf(training.getState(), currentRun(runs.getState())?.plan, conditions.accuracy?.within));
  }, [reason, training, settings, runs]);
  return sentence === undefined ? null : <p className={styles.stopped}>{sentence}</p>;
}
