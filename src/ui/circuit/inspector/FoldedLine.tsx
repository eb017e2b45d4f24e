import { useState } from 'react';
import { formatName } from '../../../scene/format';
import shared from '../../inspector/inspector.module.css';
import { SelectButton } from '../../inspector/SelectButton';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { looksOf } from './circuitWords';

/** So many members are listed at first. */
const FIRST = 24;

/** What a folded line holds, and the way to unfold it. Nothing for a node that is no folded line. */
export function FoldedLine({ id }: { readonly id: string }) {
  const { setFolded } = useCircuit();
  const expression = useCircuitState((circuit) => circuit.expression);
  const isFolded = useCircuitState(({ folded }) => folded.has(id));
  const [isWhole, setWhole] = useState(false);
  const line = expression.lines.find((one) => one.id === id);
  if (!isFolded || line === undefined) return null;
  const members = line.members.filter((member) => member !== id);
  const shown = isWhole ? members : members.slice(0, FIRST);
  return (
    <section className={shared.block}>
      <h3 className={shared.heading}>Folded line</h3>
      <p className={shared.quiet}>
        {formatName(id)} stands for {line.members.length === 1 ? 'one operation' : `${line.members.length} operations`} of its line; its own
        formula and numbers follow below.
      </p>
      <ul className={styles.members}>
        {shown.map((member) => (
          <li key={member}>
            <SelectButton to={{ kind: 'node', id: member }} className={shared.chipButton} title={formatName(member)}>
              {looksOf(expression, member)} {formatName(member)}
            </SelectButton>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <button
          type="button"
          className={shared.button}
          onClick={({ currentTarget }) => {
            // The button goes away: reading goes on at the name.
            currentTarget.closest('[data-selected]')?.querySelector<HTMLElement>('h2')?.focus();
            setFolded(id, false);
          }}
        >
          Unfold
        </button>
        {members.length > FIRST && (
          <button type="button" className={shared.button} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${members.length}`}
          </button>
        )}
      </div>
    </section>
  );
}
