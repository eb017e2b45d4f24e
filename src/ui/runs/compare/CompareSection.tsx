import { useMemo, useState } from 'react';
import { useRuns } from '../../context';
import { RunChoice } from '../RunChoice';
import section from '../section.module.css';
import styles from './compare.module.css';
import { Section } from '../Section';
import { DifferencesPanel } from './DifferencesPanel';
import { LossOverlay } from './LossOverlay';
import { apartFrom, pairOf } from './pair';
import { ParametersPanels } from './ParametersPanels';

/** Two runs side by side. */
export function CompareSection() {
  const runs = useRuns((state) => state.runs);
  const current = useRuns((state) => state.current);
  const [chosen, setChosen] = useState<readonly [number | undefined, number | undefined]>([undefined, undefined]);
  const [here, other] = pairOf(runs, current, chosen);
  const there = useMemo(() => apartFrom(here, other), [here, other]);
  if (here === undefined || there === undefined) {
    return (
      <Section title="Two runs side by side">
        <p className={section.quiet}>
          Comparing takes two runs, and there {runs.length === 1 ? 'is one' : 'are none'} so far. Repeat a run with another seed in the table above,
          or branch it on the <a href="#network">Network page</a>.
        </p>
      </Section>
    );
  }
  const choose = (place: 0 | 1, id: number): void => {
    const beside = place === 0 ? there.id : here.id;
    // Choosing the run of the other side swaps them.
    const instead = id === beside ? (place === 0 ? here.id : there.id) : beside;
    setChosen(place === 0 ? [id, instead] : [instead, id]);
  };
  return (
    <Section
      title="Two runs side by side"
      aside={
        <div className={styles.pair}>
          <RunChoice label="One run" runs={runs} chosen={here} onChoose={(id) => choose(0, id)} />
          <span className={section.quiet}>and</span>
          <RunChoice label="The other run" runs={runs} chosen={there} onChoose={(id) => choose(1, id)} />
        </div>
      }
    >
      <div className={styles.split}>
        <LossOverlay runs={[here, there]} />
        <DifferencesPanel here={here} there={there} />
      </div>
      <ParametersPanels key={`${here.id} ${there.id}`} here={here} there={there} />
    </Section>
  );
}
