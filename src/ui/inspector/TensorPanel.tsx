import { useMemo, useState, type JSX, type ReactNode } from 'react';
import { sizeOf, type Shape, type Tensor } from '../../engine';
import { summarise, type Summary } from '../../scene/summary';
import { HeatMapView, heatMapHeight } from './HeatMapView';
import { useInspection } from './inspection';
import { Statistics } from './Statistics';
import { TableDialog } from './TableDialog';
import styles from './tensor.module.css';
import { nonFiniteSentence } from './words';

interface TensorPanelProps {
  /** The node whose value or gradient it is. */
  readonly of: string;
  readonly direction: 'forward' | 'backward';
  readonly heading: ReactNode;
  /** What it is, in words: `Value of s`. */
  readonly label: string;
  /** Undefined as long as it does not exist. */
  readonly tensor: Tensor | undefined;
  /** The shape that it has, or will have. */
  readonly shape: Shape;
  /** Why there is none. */
  readonly absence: string;
  /** Whether it will exist later, so that its room is kept free. */
  readonly reserve?: boolean;
  /** The offset of the chosen cell. */
  readonly cell: number;
  readonly onChoose: (cell: number) => void;
}

/** A tensor: a scalar as a number, anything else as a heat map with its statistics, a table and copies on request. */
export function TensorPanel(props: TensorPanelProps): JSX.Element {
  const { direction, heading, tensor, shape, absence, reserve = true } = props;
  const summary = useMemo(() => tensor && summarise(tensor), [tensor]);
  // A heat map of one cell, with its least, greatest and mean, would say the same number five times.
  const single = sizeOf(shape) === 1;
  return (
    <section className={styles.panel} data-direction={direction}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{heading}</h3>
        {summary !== undefined && !single && <Headline direction={direction} summary={summary} />}
      </div>
      {tensor === undefined || summary === undefined ? (
        <p className={styles.absent} data-scalar={single} style={{ minHeight: !reserve || single ? SCALAR_HEIGHT : heatMapHeight(shape) + FOOT_HEIGHT }}>
          {absence}
        </p>
      ) : (
        <Existing {...props} tensor={tensor} summary={summary} />
      )}
    </section>
  );
}

/** Pixels: a number by itself, and what stands below a heat map. */
const SCALAR_HEIGHT = 32;
const FOOT_HEIGHT = 39;

function Existing({
  of,
  direction,
  label,
  tensor,
  cell,
  onChoose,
  summary,
}: TensorPanelProps & { readonly tensor: Tensor; readonly summary: Summary }): JSX.Element {
  const { format, names } = useInspection();
  const [open, setOpen] = useState(false);
  const axes = names?.get(of);
  const warning = nonFiniteSentence(summary, tensor.shape, axes);
  const dialog = <TableDialog label={label} tensor={tensor} cell={cell} names={axes} open={open} onClose={() => setOpen(false)} />;
  if (sizeOf(tensor.shape) === 1) {
    return (
      <>
        <div className={styles.foot}>
          <p className={styles.scalar}>{format(tensor.data[0] ?? NaN)}</p>
          <button type="button" className={styles.small} aria-haspopup="dialog" aria-label={`Copy: ${label}`} onClick={() => setOpen(true)}>
            Copy
          </button>
        </div>
        {warning !== undefined && <p className={styles.warning}>{warning}</p>}
        {dialog}
      </>
    );
  }
  return (
    <>
      <HeatMapView tensor={tensor} label={label} chosen={cell} format={format} onChoose={onChoose} />
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      {sizeOf(tensor.shape) > 0 && (
        <div className={styles.foot}>
          <Statistics summary={summary} without={direction === 'forward' ? ['mean', 'max'] : ['norm']} />
          <button type="button" className={styles.small} aria-haspopup="dialog" aria-label={`Table: ${label}`} onClick={() => setOpen(true)}>
            Table
          </button>
        </div>
      )}
      {dialog}
    </>
  );
}

/** The statistics that matter most, beside the heading. */
function Headline({ direction, summary }: { readonly direction: 'forward' | 'backward'; readonly summary: Summary }): JSX.Element | null {
  const { exact, format } = useInspection();
  // All digits do not fit beside a heading; the statistics below have them all then.
  if (exact) return null;
  const text = direction === 'forward' ? `mean ${format(summary.mean)} · max ${format(summary.max)}` : `‖·‖ ${format(summary.norm)}`;
  return <p className={styles.headline}>{text}</p>;
}
