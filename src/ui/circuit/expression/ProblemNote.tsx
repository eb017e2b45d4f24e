import type { RefObject } from 'react';
import { Button } from '../../controls/Button';
import { useCircuitState } from '../circuitContext';
import { replaceSpan } from './replaceSpan';
import { useSettled } from './settled';
import styles from './expression.module.css';
import { suggestionWords } from './words';

/** Nobody wants to hear about every letter of a name that is not finished: so long a pause in milliseconds is a pause. */
const PAUSE_MS = 450;

interface ProblemNoteProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Why the text is no expression, and what it was most likely meant to be. */
export function ProblemNote({ id, field }: ProblemNoteProps) {
  const problem = useCircuitState((state) => state.problem);
  const settled = useSettled(problem, PAUSE_MS);
  // What was suggested for another text would be put in the wrong place.
  const suggestion = settled === problem ? problem?.suggestion : undefined;
  return (
    <div className={settled === undefined ? undefined : styles.problemNote}>
      <p role="status" id={id}>
        {settled === undefined ? '' : `${settled.message} `}
        {settled === undefined ? null : <span className={styles.stays}>Until this is mended, the graph stays as it was.</span>}
      </p>
      {problem === undefined || suggestion === undefined ? null : (
        <Button
          onClick={() => {
            if (field.current !== null) replaceSpan(field.current, problem.span, suggestion);
          }}
        >
          {suggestionWords(problem)}
        </Button>
      )}
    </div>
  );
}
