import { useMemo, useRef, useState } from 'react';
import { edgeId, type Recording } from '../../../engine';
import { replay, strongestCell } from '../../../scene/recording/replay';
import type { SceneState } from '../../../scene/frame';
import { formatExactly, formatFigure } from '../../../scene/format';
import { spotlightOn } from '../../../scene/spotlight';
import type { ProductPart, Product } from '../../../study/unfold/product';
import { tensorsAt } from '../../../study/unfold/tensors';
import { bandsOf, offsetAt, placeAt, unfold, type Band, type Matrix, type Place } from '../../../study/unfold/unfold';
import { absenceOf, makingOf, matrixName, originOf } from '../../../study/unfold/words';
import { usePlayback, useSettings, useWalk } from '../../context';
import { useNarrow } from '../../narrow';
import { useAxisNames } from '../../network/useAxisNames';
import { useShine } from '../useShine';
import { cellFigure } from './cellFigure';
import { headsOf } from './headsOf';
import { besideColumns, columnWidth, MatrixGrid } from './MatrixGrid';
import { shareColumns } from './shareColumns';
import styles from './unfold.module.css';
import { useWidth } from './useWidth';
import { WorkedSum } from './WorkedSum';

interface UnfoldPanelProps {
  readonly recording: Recording;
  readonly state: SceneState;
  readonly product: Product;
  readonly part: ProductPart;
}

/** Pixels of a sign between two matrices. */
const SIGN = 24;
/** So many rows are seen at once; on a phone, where the matrices stand one below the other, fewer. */
const ROWS = 5;
const FEW_ROWS = 3;

/** The matrices of one part of a product, and the cell that is pointed at, worked out. */
export function UnfoldPanel({ recording, state, product, part }: UnfoldPanelProps) {
  const { choose } = useWalk();
  const exact = useSettings((settings) => settings.allDigits);
  const chosen = usePlayback((playback) => playback.chosen);
  const [pointed, setPointed] = useState<{ readonly place: Place; readonly aloud: boolean } | null>(null);
  const { node } = product;
  const names = useAxisNames();
  const unfolding = useMemo(() => unfold(product, part, tensorsAt(recording, state, node, part)), [product, part, recording, state, node]);
  const { left, right, added, result } = unfolding;
  const owner = part === 'value' ? node.id : (node.inputs[part] ?? node.id);
  // The cell that the inspector works out as well, as long as none is chosen.
  const [strongest] = useState(() => strongestCell(replay(recording), owner));
  const pinned = placeAt(result, chosen?.node === owner ? chosen.cell : strongest);
  const place = pointed === null ? pinned : placeAt(result, offsetAt(result, pointed.place));
  const bands = bandsOf(unfolding, place);

  const spotlight = useMemo(
    () =>
      part === 'value'
        ? spotlightOn([node.id, ...node.inputs], node.inputs.map((_, port) => edgeId(node.id, port)))
        : spotlightOn([node.id, node.inputs[part] ?? node.id], [edgeId(node.id, part)]),
    [node, part],
  );
  useShine(spotlight);

  const headsIn = (matrix: Matrix) => headsOf(matrix, node.inputs, names);
  const nameOf = (matrix: Matrix): string => matrixName(matrix, product, recording.graph);
  const long = exact ? formatExactly : formatFigure;
  const common = { format: exact ? formatExactly : cellFigure, exact };
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const narrow = useNarrow();
  const shown = [left, right, added, result].filter((matrix) => matrix !== undefined);
  const wanting = shown.map((matrix) => ({ columns: matrix.columns, aside: besideColumns(headsIn(matrix)) }));
  const column = columnWidth(exact);
  const columns = narrow ? wanting.flatMap((one) => shareColumns(width, [one], column)) : shareColumns(width - SIGN * (shown.length - (right === undefined ? 0 : 1)), wanting, column);
  const seenOf = (matrix: Matrix) => ({ rows: narrow ? FEW_ROWS : ROWS, columns: columns[shown.indexOf(matrix)] ?? 1 });
  const operand = (matrix: Matrix, band: Band) => (
    <MatrixGrid matrix={matrix} name={nameOf(matrix)} heads={headsIn(matrix)} band={band} inView={viewOf(band)} seen={seenOf(matrix)} {...common} />
  );
  const absence = absenceOf(unfolding, product, recording);
  const origin = originOf(unfolding, product, recording);
  const cellName = `${nameOf(result)}${result.rows * result.columns === 1 ? '' : result.rows === 1 ? `, cell ${place.column + 1}` : `, row ${place.row + 1}, column ${place.column + 1}`}`;
  const making = makingOf(unfolding, place, nameOf);
  const number = result.data?.[offsetAt(result, place)];
  return (
    <>
      <div ref={host} className={styles.matrices}>
        {right === undefined && <span className={styles.sign}>Σ</span>}
        {operand(left, bands.left)}
        {right !== undefined && (
          <>
            <span className={styles.sign}>·</span>
            {operand(right, bands.right)}
          </>
        )}
        {added !== undefined && (
          <>
            <span className={styles.sign}>+</span>
            {operand(added, bands.added)}
          </>
        )}
        <span className={styles.sign}>=</span>
        <MatrixGrid
          matrix={result}
          name={nameOf(result)}
          heads={headsIn(result)}
          inView={pointed?.aloud === true ? place : pinned}
          seen={seenOf(result)}
          cursor={place}
          callbacks={{
            onPoint: (to, aloud) => setPointed(to && { place: to, aloud }),
            onPin: (to) => choose({ node: owner, cell: offsetAt(result, to) }),
          }}
          {...common}
        />
      </div>
      {absence === undefined ? <WorkedSum unfolding={unfolding} place={place} cellName={cellName} making={making} format={long} /> : <p className={styles.absence}>{absence}</p>}
      {origin !== undefined && <p className={styles.absence}>{origin}</p>}
      <p className="visually-hidden" role="status">
        {pointed?.aloud === true ? `${cellName}: ${number === undefined ? 'not computed yet' : long(number)}. It is ${making}.` : ''}
      </p>
    </>
  );
}

/** Brings a band into view, and leaves the other direction where it is. */
function viewOf(band: Band): Place {
  if (band === 'all') return { row: 0, column: 0 };
  return 'row' in band ? { row: band.row, column: 0 } : { row: 0, column: band.column };
}
