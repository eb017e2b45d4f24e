import { useMiniflow, useRuns, useTraining } from '../../context';
import { Button } from '../../controls/Button';
import styles from '../section.module.css';
import { Section } from '../Section';
import { RunsTable } from './RunsTable';

/** The table of all runs or, before there are any, how they come about. */
export function RunsSection() {
  const count = useRuns(({ runs }) => runs.length);
  return (
    <Section
      title="Runs"
      intro={
        count < 2 ? (
          <>
            A run is one training from its first step on. Training begins one on the <a href="#network">Network page</a>; a branch there, another
            seed here or a cell of a sweep below makes another.
          </>
        ) : (
          'Every training so far. The one at the front is the one that the Network page shows.'
        )
      }
    >
      {count === 0 ? <NoRuns /> : <RunsTable />}
    </Section>
  );
}

/** Why there are no runs: the data are on their way, or could not be had. */
function NoRuns() {
  const { load } = useMiniflow();
  const problem = useTraining(({ dataProblem, problem: other }) => dataProblem ?? other);
  if (problem === undefined) {
    return (
      <p className={styles.quiet} role="status">
        Fetching the data …
      </p>
    );
  }
  return (
    <p className={styles.problem} role="alert">
      {problem} <Button onClick={() => void load()}>Try again</Button>
    </p>
  );
}
