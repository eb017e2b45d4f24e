import { formatCount } from '../../../scene/format';
import { SLIP_KINDS, SLIP_NAMES } from '../../../study/questions/slipKinds';
import type { Mistaken, Score } from '../../../store/score';
import { Button } from '../../controls/Button';
import styles from './predictTool.module.css';

interface ScoreTableProps {
  readonly score: Score;
  readonly onClear: () => void;
}

const ROWS: readonly (readonly [kind: Mistaken, name: string])[] = [...SLIP_KINDS.map((kind) => [kind, SLIP_NAMES[kind]] as const), ['unknown', 'Other wrong answers']];

/** How answers have come out so far: the right ones, and every kind of mistake that was made. */
export function ScoreTable({ score, onClear }: ScoreTableProps) {
  const made = ROWS.filter(([kind]) => score.mistakes[kind] > 0).toSorted(([a], [b]) => score.mistakes[b] - score.mistakes[a]);
  const isEmpty = made.length === 0 && score.right === 0;
  return (
    <section className={styles.score} aria-label="Score">
      <table className={styles.table}>
        <caption>Your answers so far</caption>
        <tbody>
          <tr>
            <th scope="row">Right</th>
            <td>{formatCount(score.right)}</td>
          </tr>
          {made.map(([kind, name]) => (
            <tr key={kind}>
              <th scope="row">{name}</th>
              <td>{formatCount(score.mistakes[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        Kept in this browser alone.{' '}
        {!isEmpty && (
          <Button look="quiet" onClick={onClear}>
            Clear
          </Button>
        )}
      </p>
    </section>
  );
}
