import { useMemo } from 'react';
import type { Word } from '../../../lessons/glossary/word';
import { timeOf } from '../../../scene/moments';
import type { Timeline } from '../../../scene/timeline';
import { wordOnGraph } from '../../../study/glossary/onGraph';
import { usePlayback, useWalk } from '../../context';
import { Button } from '../../controls/Button';
import { useTimeline } from '../../frame';
import { useShine } from '../useShine';
import styles from './glossary.module.css';

interface WordCardProps {
  readonly word: Word;
}

/** A word with its meaning, and what it is on the graph, which shows it meanwhile. */
export function WordCard({ word }: WordCardProps) {
  const timeline = useTimeline();
  const recording = timeline?.recording;
  const onGraph = useMemo(() => recording && wordOnGraph(recording, word), [recording, word]);
  useShine(onGraph?.spotlight ?? null);
  const { title, meaning, moment } = word;
  const also = word.also?.filter((name) => name !== title.toLowerCase()) ?? [];
  const time = timeline === undefined || moment === undefined || onGraph?.spotlight === null ? undefined : timeOf(timeline, moment);
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      {also.length > 0 && <p className={styles.also}>also: {also.join(', ')}</p>}
      <p>{meaning}</p>
      {onGraph?.here !== undefined && (
        <p className={onGraph.spotlight === null ? styles.absent : styles.here}>{onGraph.here}</p>
      )}
      {timeline !== undefined && time !== undefined && <GoThere timeline={timeline} time={time} />}
    </article>
  );
}

/** What one sees where the button leads. */
const AFTER: Readonly<Record<string, string>> = {
  sort: 'the end of the sort',
  feed: 'the moment when everything has been fed',
  forward: 'the end of the forward pass',
  seed: 'the seed of the backward pass',
  backward: 'the end of the backward pass',
  update: 'the end of the update',
};

/** Goes to the moment at which one sees what the word speaks of. */
function GoThere({ timeline, time }: { readonly timeline: Timeline; readonly time: number }) {
  const { pause, seek } = useWalk();
  const isThere = usePlayback(({ t }) => t === time);
  const phase = timeline.steps[time - 1]?.phase ?? 'sort';
  return (
    <p className={styles.moment}>
      <Button
        onClick={() => {
          pause();
          seek(time);
        }}
      >
        Go there
      </Button>
      <span>{isThere ? `This is ${AFTER[phase]}.` : `One sees it at ${AFTER[phase]}.`}</span>
    </p>
  );
}
