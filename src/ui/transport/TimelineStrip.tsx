import { memo, type CSSProperties } from 'react';
import type { PhaseSpan } from '../../scene/timeline';
import styles from './transport.module.css';

/** Up to so many steps each has an element of its own, with round corners; beyond, each phase has one that is striped. */
const MOST_APART = 120;

/** The steps of an iteration as bars in the colours of their phases. */
export const TimelineStrip = memo(function TimelineStrip({ phases }: { readonly phases: readonly PhaseSpan[] }) {
  const steps = phases.at(-1)?.end ?? 0;
  const drawn = steps > MOST_APART ? 'together' : 'apart';
  return phases.map(({ phase, start, end }) => {
    const count = end - start;
    return (
      <div key={phase} className={styles.span} data-phase={phase} data-drawn={drawn} style={sizes(count, steps)} title={phase}>
        {drawn === 'together' ? <i /> : Array.from({ length: count }, (_, index) => <i key={index} />)}
      </div>
    );
  });
}, samePhases);

/** Numbers for the stylesheet: how much of the strip a phase takes, and of how many steps. */
function sizes(count: number, steps: number): CSSProperties & Readonly<Record<`--${string}`, number>> {
  return { flexGrow: count, '--count': count, '--steps': steps };
}

function samePhases({ phases: before }: { readonly phases: readonly PhaseSpan[] }, { phases }: { readonly phases: readonly PhaseSpan[] }): boolean {
  return before === phases || (before.length === phases.length && before.every(({ phase, end }, at) => phase === phases[at]?.phase && end === phases[at].end));
}
