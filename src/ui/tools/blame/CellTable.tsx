import { useState } from 'react';
import type { Recording } from '../../../engine';
import { formatCount, formatName } from '../../../scene/format';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { CellPath, CellPaths } from '../../../study/blame/cellPaths';
import type { GradientPath } from '../../../study/blame/paths';
import { abridged, edgeLabel } from '../../../study/blame/symbols';
import { ScrollRegion } from '../../controls/ScrollRegion';
import styles from './blame.module.css';
import { factorText } from './figures';
import { cellOf } from './words';

interface CellTableProps {
  readonly recording: Recording;
  readonly path: GradientPath;
  readonly ways: CellPaths | undefined;
  /** The name of the cell whose gradient this is. */
  readonly place: string;
  readonly contribution: number;
  readonly format: (value: number) => string;
}

/** So many lines stand there at first, and so many more appear at a time. */
const HEAD = 4;
const MORE = 100;

/** What one path brings to one cell, one line of plain numbers for every way through cells. */
export function CellTable({ recording, path, ways, place, contribution, format }: CellTableProps) {
  const [head, setHead] = useState(HEAD);
  const output = formatName(recording.graph.output);
  if (ways === undefined) {
    return (
      <p className={styles.numbers}>
        Too many ways lead through single cells to write them out. Together they bring{' '}
        <strong className={styles.result}>{format(contribution)}</strong> to {place}.
      </p>
    );
  }
  // One more line is no longer than the words that it would be folded behind.
  const lines = ways.listed.slice(0, ways.count <= head + 1 ? head + 1 : head);
  const more = ways.count - lines.length;
  const rest = contribution - lines.reduce((sum, { product }) => sum + product, 0);
  const dots = { header: '⋯', index: -1 };
  const columns = abridged(path.map((edge, index) => ({ header: edgeLabel(edge), index })), dots);
  return (
    <>
      <p className={styles.caption}>
        ∂{output}/∂{place}
        {ways.count === 1 ? ', in numbers' : `: ${formatCount(ways.count)} ways lead through single cells, one line each`}
      </p>
      <ScrollRegion label="The products in numbers">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">through</th>
              {columns.map(({ header, index }) => (
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
              <th scope="col">product</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <tr key={row}>
                <th scope="row" className={styles.through}>
                  {throughOf(recording, path, line)}
                </th>
                {columns.map(({ index }, place) => {
                  const text = index === -1 ? '⋯' : factorText(line.locals[index] ?? NaN, place === 0, format);
                  return (
                    <td key={index} data-sign={place === 0 ? undefined : '×'} data-bracket={text.endsWith(')')}>
                      {text}
                    </td>
                  );
                })}
                <td data-sign="=">{format(line.product)}</td>
              </tr>
            ))}
            {more > 0 && (
              <tr>
                <th scope="row" colSpan={columns.length + 1}>
                  and {formatCount(more)} more, together
                  {lines.length < ways.listed.length && (
                    <button type="button" className={styles.more} onClick={() => setHead(head + MORE)}>
                      {more <= MORE ? 'show them' : `show ${formatCount(Math.min(MORE, ways.listed.length - lines.length))} of them`}
                    </button>
                  )}
                </th>
                <td data-sign="=">{format(rest)}</td>
              </tr>
            )}
          </tbody>
          {ways.count > 1 && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={columns.length + 1}>
                  sum
                </th>
                <td data-sign="=" className={styles.result}>
                  {format(contribution)}
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollRegion>
    </>
  );
}

/** The cells between the output and the node, each with its place: `l₂[3, 1] · s[3, 2]`. */
function throughOf(recording: Recording, path: GradientPath, { cells }: CellPath): string {
  const { shapes } = indexOf(recording);
  const between = path.slice(1).map(({ to }, index) => cellOf(to, shapes.get(to) ?? [], cells[index + 1] ?? 0));
  return between.length === 0 ? '–' : abridged(between, '⋯').join(' · ');
}
