import { useState } from 'react';
import type { RunRecord } from '../../../store/runs';
import { useMiniflow } from '../../context';
import styles from './runName.module.css';

/** As long as a name can be. */
const LONGEST = 60;

/** The name of a run, to be typed over. It counts on Enter or on leaving; Esc, or no name at all, leaves it as it was. */
export function RunName({ run: { id, name } }: { readonly run: RunRecord }) {
  const { renameRun } = useMiniflow();
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    const wanted = typed?.trim();
    setTyped(undefined);
    if (wanted !== undefined && wanted !== '' && wanted !== name) renameRun(id, wanted);
  };
  return (
    <input
      className={styles.nameField}
      type="text"
      aria-label={`Name of ${name}`}
      title="Type to rename"
      autoComplete="off"
      spellCheck={false}
      maxLength={LONGEST}
      size={Math.max(5, (typed ?? name).length)}
      value={typed ?? name}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') {
          setTyped(undefined);
          event.stopPropagation();
        }
      }}
    />
  );
}
