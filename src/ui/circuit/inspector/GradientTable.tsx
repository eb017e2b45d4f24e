import { memo, useMemo, useState } from 'react';
import type { Recording } from '../../../engine';
import type { Expression } from '../../../expression/expression';
import { notesOf, type GradientNotes } from '../../../scene/circuit/gradientNotes';
import type { GradientRow } from '../../../scene/circuit/gradients';
import { formatName, formatNumber } from '../../../scene/format';
import { useTimeline } from '../../frame';
import shared from '../../inspector/inspector.module.css';
import { useCircuit, useCircuitState } from '../circuitContext';
import { formatLong, formatShort, UNKNOWN } from './circuitWords';
import { Mark, WitnessCell } from './GradientCells';
import styles from './gradientTable.module.css';
import { ScrollRegion } from './ScrollRegion';
import { useGradientRows } from './useGradientRows';

/** So many rows at first. */
const ROWS = 50;

/** What the column of errors means. */
const ERROR = 'The largest relative difference between backprop and the others';

/** The gradient of every input in three ways that know nothing of one another. */
export function GradientTable({ exact }: { readonly exact: boolean }) {
  const recording = useTimeline()?.recording;
  const expression = useCircuitState((circuit) => circuit.expression);
  return (
    <section className={shared.block} aria-labelledby="three-ways-heading">
      <h2 id="three-ways-heading" className={shared.heading}>
        Three ways to the same gradient
      </h2>
      {expression.inputs.length === 0 ? (
        <p className={shared.quiet}>The expression has no inputs: nothing can be derived.</p>
      ) : (
        recording !== undefined && <Comparison expression={expression} recording={recording} exact={exact} />
      )}
    </section>
  );
}

interface ComparisonProps {
  readonly expression: Expression;
  readonly recording: Recording;
  readonly exact: boolean;
}

/** Rendered again for other numbers, not for another moment. */
const Comparison = memo(function Comparison({ expression, recording, exact }: ComparisonProps) {
  const [isWhole, setWhole] = useState(false);
  const { rows, stale } = useGradientRows(expression, recording, isWhole ? Infinity : ROWS);
  const notes = useMemo(() => notesOf(rows), [rows]);
  const { inputs } = expression;
  return (
    <>
      <ScrollRegion label="Gradients, in columns">
        <table className={styles.table} aria-label="Gradients" aria-busy={stale}>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Value</th>
              <th scope="col" className={styles.backprop}>
                Backprop
              </th>
              <th scope="col">Symbolic</th>
              <th scope="col">
                Central <br />
                difference
              </th>
              <th scope="col" title={ERROR}>
                Error
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.name} row={row} notes={notes} exact={exact} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {notes.sentences.length > 0 && (
        <ol className={styles.notes} aria-label="Notes on the gradients">
          {notes.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
      {inputs.length > ROWS && (
        <button type="button" className={shared.button} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? `Show ${ROWS} inputs` : `Show all ${inputs.length} inputs`}
        </button>
      )}
    </>
  );
});

interface RowProps {
  readonly row: GradientRow;
  readonly notes: GradientNotes;
  readonly exact: boolean;
}

function Row({ row, notes, exact }: RowProps) {
  const { choose } = useCircuit();
  const isChosen = useCircuitState(({ chosen }) => chosen === row.name);
  const { name, value, backprop, note, symbolic, central, error } = row;
  const format = exact ? formatLong : formatShort;
  return (
    <tr data-chosen={isChosen}>
      <th scope="row">
        <button
          type="button"
          className={styles.input}
          aria-label={name}
          aria-pressed={isChosen}
          title={`Show the symbolic derivative by ${formatName(name)}`}
          onClick={() => choose(name)}
        >
          {formatName(name)}
        </button>
      </th>
      <td className={styles.value}>{exact ? formatLong(value) : formatNumber(value)}</td>
      <td className={styles.backprop}>
        {backprop === undefined ? UNKNOWN : format(backprop)}
        <Mark number={notes.markOf(note)} />
      </td>
      <WitnessCell witness={symbolic} mark={notes.markOf(symbolic.note)} format={format} />
      <WitnessCell witness={central} mark={notes.markOf(central.note)} format={format} />
      <td title={ERROR}>{error === undefined ? '–' : exact ? formatLong(error) : formatNumber(error, 1)}</td>
    </tr>
  );
}
