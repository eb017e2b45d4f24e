import { PHASES, type Phase } from '../../engine';
import { useWalk, usePlayback } from '../context';
import { frameOf, useTimeline } from '../frame';
import styles from './phasePills.module.css';

/** The seed is the backward pass's first step: to a reader they are one. */
const SHOWN = PHASES.filter((phase) => phase !== 'seed');

function shownPhase(phase: Phase | undefined): Phase | undefined {
  return phase === 'seed' ? 'backward' : phase;
}

/** The phases of an iteration, in their colours: they tell where one is, and lead to where each begins. */
export function PhasePills() {
  const { seek } = useWalk();
  const timeline = useTimeline();
  const current = usePlayback((playback) => shownPhase(frameOf(playback)?.phase));
  return (
    <ol className={styles.pills} aria-label="Phases">
      {SHOWN.map((phase) => {
        const first = timeline?.phases.find((span) => shownPhase(span.phase) === phase);
        return (
          <li key={phase}>
            <button
              type="button"
              className={styles.pill}
              data-phase={phase}
              aria-current={current === phase ? 'step' : undefined}
              disabled={first === undefined}
              onClick={() => {
                if (first !== undefined) seek(first.start + 1);
              }}
            >
              <span className={styles.dot} data-phase={phase} />
              {phase}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
