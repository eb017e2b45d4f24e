import { Fragment, memo, useMemo, useState, type CSSProperties } from 'react';
import type { Recording } from '../../../engine';
import type { Expression } from '../../../expression/expression';
import { figureCharacters, formatError } from '../../../scene/circuit/gradientColumns';
import { notesOf, type GradientNotes } from '../../../scene/circuit/gradientNotes';
import type { GradientRow } from '../../../scene/circuit/gradients';
import { formatName } from '../../../scene/format';
import { useTimeline } from '../../frame';
import { Figure } from '../../inspector/Figure';
import shared from '../../inspector/inspector.module.css';
import { useCircuit, useCircuitState } from '../circuitContext';
import { formatInColumn, formatLong } from '../knownNumber';
import { Cell, Mark, WitnessCell } from './GradientCells';
import styles from './gradientTable.module.css';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { useGradientRows } from './useGradientRows';

/** So many rows at first. */
const ROWS = 50;

const COLUMNS = ['Input', 'Value', 'Backprop', 'Symbolic', 'Central difference', 'Error'] as const;
const [, VALUE, BACKPROP, SYMBOLIC, CENTRAL, ERROR] = COLUMNS;

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
  const sizes = useMemo(() => sizesOf(rows), [rows]);
  return (
    <>
      <ScrollRegion label="Gradients, in columns">
        <table role="table" className={exact ? styles.stacked : styles.table} style={sizes} aria-label="Gradients" aria-busy={stale}>
          <thead role="rowgroup" className={exact ? 'visually-hidden' : undefined}>
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col" className={column === BACKPROP ? styles.backprop : undefined}>
                  {/* Each word on a line of its own: the figures below are no wider. */}
                  {column.split(' ').map((word, place) => (
                    <Fragment key={word}>
                      {place > 0 && (
                        <>
                          {' '}
                          <br />
                        </>
                      )}
                      {word}
                    </Fragment>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <Row key={row.name} row={row} notes={notes} exact={exact} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={styles.legend}>Error: the largest relative difference from backprop.</p>
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

/** So many characters of a name are always shown. */
const MOST_OF_NAME = 5;

/** What the style sheet chooses the size of the type by, so that all columns are in sight. */
function sizesOf(rows: readonly GradientRow[]): CSSProperties {
  const longest = rows.reduce((most, { name }) => Math.max(most, name.length), 0);
  const sizes: Record<`--${string}`, number> = { '--characters': figureCharacters(rows), '--name': Math.min(longest, MOST_OF_NAME) };
  return sizes;
}

interface RowProps {
  readonly row: GradientRow;
  readonly notes: GradientNotes;
  readonly exact: boolean;
}

function Row({ row, notes, exact }: RowProps) {
  const { choose } = useCircuit();
  const isChosen = useCircuitState(({ chosen }) => chosen === row.name);
  const { name, value, backprop, note, symbolic, central, error } = row;
  const format = exact ? formatLong : formatInColumn;
  return (
    <tr role="row" data-chosen={isChosen}>
      <th role="rowheader" scope="row">
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
      <Cell column={VALUE} className={styles.value}>
        <Figure value={value} format={format} />
      </Cell>
      <Cell column={BACKPROP} className={styles.backprop}>
        <Figure value={backprop ?? NaN} format={format} />
        <Mark number={notes.markOf(note)} />
      </Cell>
      <WitnessCell column={SYMBOLIC} witness={symbolic} mark={notes.markOf(symbolic.note)} format={format} />
      <WitnessCell column={CENTRAL} witness={central} mark={notes.markOf(central.note)} format={format} />
      <Cell column={ERROR}>{error === undefined ? '–' : exact ? formatLong(error) : formatError(error)}</Cell>
    </tr>
  );
}
