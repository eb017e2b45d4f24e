import { useMemo } from 'react';
import { runOf } from '../../store/runs';
import { useMiniflow, useTraining } from '../context';
import { standingOf, stopSentence } from './stopWords';
import styles from './training.module.css';

/** Why training has come to its end before its epochs were over, as it was at that moment. */
export function StopNote() {
  const { training, runs } = useMiniflow();
  const run = useTraining((state) => state.run);
  const conditions = useTraining((state) => state.conditions);
  const reason = useTraining(({ status, stopReason }) => (status === 'finished' ? stopReason : undefined));
  const sentence = useMemo(() => {
    if (reason === undefined || conditions === undefined) return undefined;
    return stopSentence(reason, conditions, standingOf(training.getState(), runOf(runs.getState(), run)?.plan, conditions.accuracy?.within));
  }, [run, reason, conditions, training, runs]);
  return sentence === undefined ? null : <p className={styles.stopped}>{sentence}</p>;
}
