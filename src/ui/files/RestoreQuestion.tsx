import { useEffect, useId, useRef } from 'react';
import { formatCount } from '../../scene/format';
import type { RestoringQuestion } from '../../store/session/restoring';
import { Button } from '../controls/Button';
import controls from '../controls/controls.module.css';
import styles from './files.module.css';

const WHY: Readonly<Record<RestoringQuestion['why'], string>> = {
  unfinished: 'The last session did not come back to its end: the page ended, or was left, while its runs were being replayed.',
  late: 'The last session was found late: this browser took its time to give it out.',
};

interface RestoreQuestionProps {
  readonly question: RestoringQuestion | undefined;
  readonly onBringBack: () => void;
  readonly onStartAfresh: () => void;
}

/**
 * Asks whether the last session is to be brought back. It cannot be put off: what is done meanwhile would have to be kept
 * in its place.
 */
export function RestoreQuestion({ question, onBringBack, onStartAfresh }: RestoreQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isAsked = question !== undefined;
  useEffect(() => {
    if (isAsked && dialog.current?.open === false) dialog.current.showModal();
    if (!isAsked) dialog.current?.close();
  }, [isAsked]);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={controls.dialog}
      aria-labelledby={id}
      aria-describedby={`${id}-why`}
      onCancel={(event) => {
        event.preventDefault();
      }}
      onClose={(event) => {
        // Some browsers close a dialog on a second Esc, whatever it says.
        if (isAsked) event.currentTarget.showModal();
      }}
    >
      {question !== undefined && (
        <>
          <div className={controls.dialogHead}>
            <h2 id={id}>Bring the last session back?</h2>
          </div>
          <div className={controls.dialogBody}>
            <p id={`${id}-why`}>
              {WHY[question.why]} It is still kept: {question.runs === 1 ? 'one run' : `${formatCount(question.runs)} runs`}, {formatCount(question.steps)} SGD
              step{question.steps === 1 ? '' : 's'}.
            </p>
            <div className={styles.answers}>
              <Button look="primary" onClick={onBringBack}>
                Bring it back
              </Button>
              <Button onClick={onStartAfresh} title="The last session is forgotten">
                Start afresh
              </Button>
            </div>
          </div>
        </>
      )}
    </dialog>
  );
}
