import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { divergingBin, divergingProperty, symmetricExtent } from '../../../draw/diverging';
import { keyTarget } from '../../../draw/heatMap/cellCursor';
import { isIn, numberAt, type Band, type Matrix, type Place } from '../../../study/unfold/unfold';
import cue from '../../charts/scrollCue.module.css';
import { useScrollCue } from '../../charts/useScrollCue';
import { useScrollView } from '../../inspector/useScrollView';
import { visibleIndices } from '../../inspector/visibleRange';
import styles from './matrixGrid.module.css';
import { scrolledTo } from './scrolledTo';

/** What rows and columns are called, where they have names. */
export interface Heads {
  readonly rows?: readonly string[] | undefined;
  readonly columns?: readonly string[] | undefined;
}

interface MatrixGridProps {
  readonly matrix: Matrix;
  /** `X`, `∂C/∂W₁`. */
  readonly name: string;
  readonly heads: Heads;
  readonly format: (value: number) => string;
  readonly exact: boolean;
  /** How many rows and columns are seen at once. */
  readonly seen: { readonly rows: number; readonly columns: number };
  /** The cells that take part. */
  readonly band?: Band;
  /** The cell that is brought into view. */
  readonly inView: Place;
  /** For the result alone: the cell that is worked out, and what the reader does with cells. */
  readonly cursor?: Place;
  readonly callbacks?: GridCallbacks;
}

/** What a reader does in the result. */
export interface GridCallbacks {
  /** A cell is pointed at or has the keyboard's cursor; null when none is any more. */
  readonly onPoint: (place: Place | null, byKeyboard: boolean) => void;
  readonly onPin: (place: Place) => void;
}

/** Pixels. */
const ROW = 24;
const HEADER = 34;
const NAMED_HEADER = 76;
/** Room for two borders and a scroll bar. */
const EDGES = 14;

/** The pixels of a column. */
export function columnWidth(exact: boolean): number {
  return exact ? 176 : 76;
}

/** The pixels that a matrix takes beside its columns. */
export function besideColumns(heads: Heads): number {
  return headerWidth(heads) + EDGES;
}

function headerWidth(heads: Heads): number {
  return heads.rows === undefined ? HEADER : NAMED_HEADER;
}

/** A matrix as numbers on the colour of their sign. Only what can be seen is in the document. */
export function MatrixGrid({ matrix, name, heads, format, exact, seen, band, inView, cursor, callbacks }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useScrollView(scroller);
  useScrollCue(scroller, view);
  const { rows, columns, data } = matrix;
  const column = columnWidth(exact);
  const header = headerWidth(heads);
  const extent = useMemo(() => (data === undefined ? 0 : symmetricExtent(data)), [data]);

  const reveal = useEffectEvent(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = scrolledTo(inView.row * ROW, ROW, element.scrollTop, element.clientHeight, ROW);
    element.scrollLeft = scrolledTo(inView.column * column, column, element.scrollLeft, element.clientWidth, header);
  });
  useEffect(() => reveal(), [inView.row, inView.column, column, header, view.width, view.height]);

  const shownRows = visibleIndices(view.top, view.height, ROW, rows);
  const shownColumns = visibleIndices(view.left, view.width, column, columns);
  const across = (index: number): { left: number; width: number } => ({ left: header + index * column, width: column });
  const size = `${rows} by ${columns}`;

  const placeOf = ({ target }: PointerEvent | { readonly target: EventTarget }): Place | null => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return cell === null || row === undefined ? null : { row: Number(row), column: Number(cell.dataset['column']) };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (callbacks === undefined || cursor === undefined || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    else if (event.key === 'Enter') callbacks.onPin(cursor);
    else {
      const target = keyTarget(event.key, event.ctrlKey, cursor, { shownRows: rows, shownColumns: columns });
      if (target === null) return;
      callbacks.onPoint(target, true);
    }
    // The page steps through time with the same keys.
    event.preventDefault();
    event.stopPropagation();
  };
  const handlers = callbacks && {
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => callbacks.onPoint(placeOf(event), false),
    onPointerLeave: () => callbacks.onPoint(null, false),
    onClick: (event: { readonly target: EventTarget }) => {
      const place = placeOf(event);
      if (place !== null) callbacks.onPin(place);
    },
    onBlur: () => callbacks.onPoint(null, false),
    onKeyDown,
  };

  return (
    <figure className={styles.matrix} data-result={callbacks !== undefined}>
      <figcaption>
        <b>{name}</b> <span>{rows} × {columns}</span>
      </figcaption>
      <div
        ref={scroller}
        className={`${styles.scroller ?? ''} ${cue.cue ?? ''}`}
        role="application"
        tabIndex={0}
        style={{ width: header + seen.columns * column + view.edges.across, maxHeight: (seen.rows + 1) * ROW + view.edges.down, scrollPaddingLeft: header }}
        aria-label={callbacks === undefined ? `${name}, ${size}. Arrow keys scroll` : `${name}, ${size}. Arrow keys move between cells, Enter chooses one`}
        {...handlers}
      >
        <div className={styles.grid} style={{ width: header + columns * column, height: (rows + 1) * ROW }}>
          {/* Scrolling snaps to what is in the document: that is where `reveal` may go before the heads there are. */}
          {[inView.column, Math.max(0, inView.column + 1 - seen.columns)].map((index, end) => (
            <span key={end} className={styles.stop} style={across(index)} aria-hidden="true" />
          ))}
          <div className={styles.heads} style={{ height: ROW }}>
            <span className={styles.corner} style={{ width: header }} />
            {shownColumns.map((index) => (
              <Head key={index} style={across(index)}>
                {heads.columns?.[index] ?? index + 1}
              </Head>
            ))}
          </div>
          {shownRows.map((row) => (
            <div key={row} className={styles.row} data-row={row} style={{ top: (row + 1) * ROW, height: ROW }}>
              <span className={styles.rowHead} style={{ width: header }}>
                {heads.rows?.[row] ?? row + 1}
              </span>
              {shownColumns.map((index) => {
                const value = numberAt(matrix, { row, column: index });
                const background = value === undefined ? undefined : `color-mix(in srgb, var(${divergingProperty(divergingBin(value, extent))}) 38%, var(--ground))`;
                return (
                  <span
                    key={index}
                    className={styles.cell}
                    data-column={index}
                    data-band={bandAt(band, { row, column: index })}
                    data-cursor={cursor?.row === row && cursor.column === index}
                    style={{ ...across(index), background }}
                  >
                    {value === undefined ? '' : format(value)}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </figure>
  );
}

function Head({ style, children }: { readonly style: { readonly left: number; readonly width: number }; readonly children: ReactNode }) {
  return (
    <span className={styles.columnHead} style={style}>
      {children}
    </span>
  );
}

/** Which way a cell's band runs, for its lines. */
function bandAt(band: Band | undefined, place: Place): 'row' | 'column' | 'all' | undefined {
  if (band === undefined || !isIn(band, place)) return undefined;
  if (band === 'all') return 'all';
  return 'row' in band ? 'row' : 'column';
}
