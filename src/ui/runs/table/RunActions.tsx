import { useState } from 'react';
import { stepsOf, type RunRecord } from '../../../store/runs';
import { useMiniflow, useTraining } from '../../context';
import { Button } from '../../controls/Button';
import { saveRun, whyNotSaved } from '../saveRun';
import styles from './runActions.module.css';

interface RunActionsProps {
  readonly run: RunRecord;
  /** Whether there is no other run. */
  readonly only: boolean;
}

/** What can be done with a run. */
export function RunActions({ run, only }: RunActionsProps) {
  const { openRun, showRun, repeatRun, documentOf } = useMiniflow();
  const dataset = useTraining((training) => training.dataset);
  const [asking, setAsking] = useState(false);
  const { id, name, shown } = run;
  const whyNot = whyNotSaved(stepsOf(run));
  if (asking) return <Confirm run={run} onKeep={() => setAsking(false)} />;
  return (
    <div className={styles.buttons}>
      <Button
        aria-label={`Open ${name}`}
        onClick={() => {
          openRun(id);
          location.hash = '#network';
        }}
      >
        Open
      </Button>
      <label className={styles.shown}>
        <input
          type="checkbox"
          aria-label={`Show ${name} in charts`}
          checked={shown}
          onChange={() => {
            showRun(id, !shown);
          }}
        />
        show
      </label>
      <Button
        look="quiet"
        aria-label={`Repeat ${name} with the next seed`}
        title="The same settings with the next seed, trained at once for as many epochs"
        onClick={() => {
          repeatRun(id);
          location.hash = '#network';
        }}
      >
        Repeat
      </Button>
      <Button
        look="quiet"
        aria-label={`Save ${name} as a file`}
        disabled={dataset === undefined || whyNot !== undefined}
        title={whyNot}
        onClick={() => {
          if (dataset !== undefined) saveRun(documentOf(id), dataset);
        }}
      >
        Save…
      </Button>
      <Button
        look="quiet"
        aria-label={`Delete ${name}`}
        disabled={only && stepsOf(run) === 0}
        title={only && stepsOf(run) === 0 ? 'There is nothing in it yet' : undefined}
        onClick={() => {
          setAsking(true);
        }}
      >
        Delete
      </Button>
    </div>
  );
}

/** A run that is deleted is gone: the reader is asked once more. */
function Confirm({ run: { id, name }, onKeep }: { readonly run: RunRecord; readonly onKeep: () => void }) {
  const { deleteRun } = useMiniflow();
  return (
    <div
      className={styles.buttons}
      role="group"
      aria-label={`Delete ${name}?`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onKeep();
      }}
    >
      <span className={styles.asked}>Delete {name} for good?</span>
      <Button autoFocus onClick={onKeep}>
        Keep
      </Button>
      <Button look="primary" aria-label={`Delete ${name} for good`} onClick={() => deleteRun(id)}>
        Delete
      </Button>
    </div>
  );
}
