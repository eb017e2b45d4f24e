import type { RunRecord } from '../../store/runs';
import { Choice } from '../controls/Choice';
import { RunSwatch } from './RunSwatch';
import styles from './runChoice.module.css';

interface RunChoiceProps {
  readonly label: string;
  readonly runs: readonly RunRecord[];
  readonly chosen: RunRecord;
  readonly onChoose: (id: number) => void;
}

/** One of the runs, with its line beside it. */
export function RunChoice({ label, runs, chosen, onChoose }: RunChoiceProps) {
  return (
    <div className={styles.runChoice}>
      <RunSwatch slot={chosen.slot} />
      <Choice
        label={label}
        bare
        value={String(chosen.id)}
        options={runs.map(({ id, name }) => [String(id), name] as const)}
        onChange={(id) => {
          onChoose(Number(id));
        }}
      />
    </div>
  );
}
