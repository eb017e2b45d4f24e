import { useEffect, useMemo, useRef, useState } from 'react';
import type { Recording } from '../../../engine';
import type { Mistake } from '../../../lessons/lesson';
import { brokenPass } from '../../../study/broken/brokenPass';
import { judgeGuess } from '../../../study/broken/judgement';
import { MISTAKE_WORDS } from '../../../study/broken/mistakeWords';
import { checkables } from '../../../study/broken/mysteries';
import { useTimeline } from '../../frame';
import styles from './breakIt.module.css';
import { Broken } from './Broken';
import { Checks } from './Checks';
import { Explanation } from './Explanation';
import { Naming, type Guess } from './Naming';
import { useChecking } from './useChecking';
import { useSettled } from './useSettled';

interface FindMistakeProps {
  /** The mistake that is hidden. */
  readonly mistake: Mistake;
  /** Told once the reader has named it. */
  readonly onSolved: () => void;
  /** Whether it has been named before. */
  readonly solved?: boolean;
}

/** A backward pass with a hidden mistake, on the graph around it, to be found with the gradient check and named. */
export function FindMistake(props: FindMistakeProps) {
  const recording = useTimeline()?.recording;
  const settled = useSettled(recording);
  return (
    <Broken>
      {settled === undefined ? (
        <p className={styles.quiet}>There is no graph to break yet.</p>
      ) : (
        <Hunt key={props.mistake} {...props} recording={settled} stale={settled !== recording} />
      )}
    </Broken>
  );
}

interface HuntProps extends FindMistakeProps {
  readonly recording: Recording;
  /** Whether the numbers of the graph are others by now. */
  readonly stale: boolean;
}

function Hunt({ recording, stale, mistake, onSolved, solved = false }: HuntProps) {
  const pass = useMemo(() => brokenPass(recording, mistake), [recording, mistake]);
  const nodes = useMemo(() => checkables(recording), [recording]);
  const checking = useChecking(pass);
  const [guess, setGuess] = useState<Guess>();
  const found = solved || guess?.judgement.right === true;
  const answer = useRef<HTMLDivElement>(null);
  const isNamed = guess?.judgement.right === true;
  useEffect(() => {
    // Its beginning, which may be above the edge of what scrolls.
    if (isNamed) answer.current?.scrollIntoView({ block: 'start' });
  }, [isNamed]);
  if (pass.effect.kind === 'none') {
    return <p className={styles.quiet}>With the present numbers the hidden mistake cannot be found. {pass.effect.why}</p>;
  }
  return (
    <div className={styles.hunt}>
      {checking.checks.size === 0 && !found && (
        <p className={styles.quiet}>
          One mistake is hidden in this pass. Check gradients against central differences, read by how much they are wrong, and name it.
        </p>
      )}
      {stale && <p className={styles.quiet}>The numbers of the graph are changing; what is checked here are those of a moment before.</p>}
      <Checks nodes={nodes} checking={checking} byNode>
        <div className={styles.aside}>
          {!found && (
            <Naming
              guess={guess}
              onGuess={(named) => {
                const judgement = judgeGuess(pass, named, checking.checks);
                setGuess({ mistake: named, judgement });
                if (judgement.right) onSolved();
              }}
            />
          )}
          <div ref={answer} role="status">
            {found && (
              <div className={styles.solved}>
                <h3>✓ {MISTAKE_WORDS[mistake].title}</h3>
                {guess?.judgement.right === true && guess.judgement.twin && (
                  <p>On this graph {MISTAKE_WORDS[guess.mistake].title} does exactly the same, so that counts as well.</p>
                )}
                <Explanation mistake={mistake} />
              </div>
            )}
          </div>
        </div>
      </Checks>
    </div>
  );
}
