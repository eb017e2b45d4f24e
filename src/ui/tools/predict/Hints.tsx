import { useState } from 'react';
import type { Hint } from '../../../study/questions/question';
import { Button } from '../../controls/Button';
import { Tex } from '../../tex/Tex';
import styles from './questionCard.module.css';

const NAMES = ['First hint', 'Second hint', 'Third hint'] as const;

interface HintsProps {
  readonly hints: readonly [Hint, Hint, Hint];
}

/** Three hints, one after the other, each of them on request. */
export function Hints({ hints }: HintsProps) {
  const [shown, setShown] = useState(0);
  const next = NAMES[shown];
  return (
    <div className={styles.hints}>
      <ol className={styles.list} aria-live="polite">
        {hints.slice(0, shown).map(({ text, tex }) => (
          <li key={text}>
            {text}
            {tex.map((formula) => (
              <span key={formula} className={styles.formula}>
                <Tex tex={formula} />
              </span>
            ))}
          </li>
        ))}
      </ol>
      {next !== undefined && (
        <Button look="quiet" onClick={() => setShown(shown + 1)}>
          {next}
        </Button>
      )}
    </div>
  );
}
