import { useEffect, useRef } from 'react';
import { MISTAKES, type Mistake } from '../../../lessons/lesson';
import type { GuessJudgement } from '../../../study/broken/judgement';
import { MISTAKE_WORDS } from '../../../study/broken/mistakeWords';
import styles from './breakIt.module.css';

/** A name that a reader has given, and what is said to it. */
export interface Guess {
  readonly mistake: Mistake;
  readonly judgement: GuessJudgement;
}

interface NamingProps {
  readonly guess: Guess | undefined;
  readonly onGuess: (mistake: Mistake) => void;
}

/** The six mistakes, one of which it is. */
export function Naming({ guess, onGuess }: NamingProps) {
  const wrong = guess?.judgement.right === false ? guess : undefined;
  const answer = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The tool scrolls: what is said must not be said below its edge.
    if (wrong !== undefined) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [wrong]);
  return (
    <div className={styles.naming}>
      <div className={styles.names} role="group" aria-label="Which mistake is it?">
        <span className={styles.question}>Which mistake is it?</span>
        {MISTAKES.map((mistake) => (
          <button key={mistake} type="button" aria-pressed={mistake === wrong?.mistake} title={MISTAKE_WORDS[mistake].does} onClick={() => onGuess(mistake)}>
            {MISTAKE_WORDS[mistake].title}
          </button>
        ))}
      </div>
      <p ref={answer} role="status" className={styles.answer}>
        {wrong?.judgement.right === false && (
          <>
            <strong>✗ Not {MISTAKE_WORDS[wrong.mistake].title}.</strong> {wrong.judgement.why}
          </>
        )}
      </p>
    </div>
  );
}
