import { useMemo, useState } from 'react';
import { useTimeline } from '../../frame';
import type { Mistake } from '../../../lessons/lesson';
import { brokenPass } from '../../../study/broken/brokenPass';
import { hiddenMistake } from '../../../study/broken/mysteries';
import { Button } from '../../controls/Button';
import styles from './breakIt.module.css';
import { FindMistake } from './FindMistake';
import { useSettled } from './useSettled';

/** Which mistake was taken, how many have been, and whether the reader has found it. */
interface Mystery {
  readonly count: number;
  readonly mistake: Mistake | undefined;
  readonly solved: boolean;
}

/** One mistake after the other, chosen at random among those that make a difference on this graph. */
export function FindIt({ seed }: { readonly seed: number }) {
  const recording = useSettled(useTimeline()?.recording);
  const [mystery, setMystery] = useState<Mystery>({ count: 0, mistake: undefined, solved: false });
  const hidden = useMemo(() => {
    if (recording === undefined) return undefined;
    const { mistake } = mystery;
    // With other numbers it stays the same one, as long as it can be found.
    if (mistake !== undefined && brokenPass(recording, mistake).effect.kind === 'wrong') return mistake;
    return hiddenMistake(recording, seed + mystery.count);
  }, [recording, mystery, seed]);
  // What is being hunted stays what it is, whatever becomes of the numbers.
  if (hidden !== undefined && mystery.mistake === undefined) setMystery({ ...mystery, mistake: hidden });
  if (recording !== undefined && hidden === undefined) {
    return <p className={styles.quiet}>None of the mistakes makes a difference on this graph with its present numbers.</p>;
  }
  if (recording === undefined || hidden === undefined) return <p className={styles.quiet}>There is no graph to break yet.</p>;
  const another = (): void => {
    const count = mystery.count + 1;
    setMystery({ count, mistake: hiddenMistake(recording, seed + count, hidden), solved: false });
  };
  return (
    <div className={styles.mystery}>
      <FindMistake
        key={mystery.count}
        mistake={hidden}
        solved={mystery.solved}
        onSolved={() => setMystery({ ...mystery, mistake: hidden, solved: true })}
      />
      <Button onClick={another}>{mystery.solved ? 'Hide another mistake' : 'Take another mistake'}</Button>
    </div>
  );
}
