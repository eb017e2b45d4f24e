import { useEffect, useRef } from 'react';
import { useMiniflow, useRuns } from '../context';
import { RunSwatch } from '../runs/RunSwatch';
import styles from './loss.module.css';
import cue from './scrollCue.module.css';
import { useScrollCue } from './useScrollCue';

/** So far from the ends of the row the chip of the front stands clear of what fades out there, in pixels. */
const FADE = 32;

/** The runs, as the chart draws them: to bring one to the front, and to show or hide the others. Nothing as long as there is one. */
export function RunChips() {
  const { openRun, showRun } = useMiniflow();
  const runs = useRuns((state) => state.runs);
  const current = useRuns((state) => state.current);
  const row = useRef<HTMLUListElement>(null);

  useScrollCue(row, runs.length);

  useEffect(() => {
    const front = row.current?.querySelector('[data-front="true"]');
    if (row.current === null || front === null || front === undefined) return;
    // Not by `scrollIntoView`, which on a phone would scroll the page along.
    const [all, chip] = [row.current.getBoundingClientRect(), front.getBoundingClientRect()];
    if (chip.left < all.left + FADE) row.current.scrollLeft += chip.left - all.left - FADE;
    else if (chip.right > all.right - FADE) row.current.scrollLeft += chip.right - all.right + FADE;
  }, [current, runs.length]);

  if (runs.length < 2) return null;
  return (
    <ul ref={row} className={`${styles.chips ?? ''} ${cue.cue ?? ''}`} aria-label="Runs">
      {runs.map(({ id, name, slot, shown }) => {
        const front = id === current;
        return (
          <li key={id} className={styles.chip} data-front={front} data-shown={shown || front}>
            <button
              type="button"
              className={styles.chipName}
              aria-pressed={front}
              title={front ? `${name} is at the front` : `Bring ${name} to the front`}
              onClick={() => {
                if (!front) openRun(id);
              }}
            >
              <RunSwatch slot={slot} />
              <span>{name}</span>
            </button>
            {front ? null : (
              <button
                type="button"
                className={styles.eye}
                aria-label={shown ? `Hide ${name}` : `Show ${name}`}
                title={shown ? `Hide ${name}` : `Show ${name}`}
                onClick={() => {
                  showRun(id, !shown);
                }}
              >
                <Eye open={shown} />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Eye({ open }: { readonly open: boolean }) {
  return (
    <svg width="15" height="15" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true" focusable="false">
      <path d="M2.5 12c2.5-4.5 5.8-6.8 9.5-6.8s7 2.3 9.5 6.8c-2.5 4.5-5.8 6.8-9.5 6.8S5 16.5 2.5 12z" />
      {open ? <circle cx="12" cy="12" r="3" fill="currentColor" stroke="none" /> : <path d="M4 20L20 4" />}
    </svg>
  );
}
