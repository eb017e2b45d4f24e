import type { JSX } from 'react';
import { bracketsBehindOperator, formatName, formatNumber } from '../../scene/format';
import { formatSubstituted } from '../../scene/recording/substituted';
import type { Update } from '../../scene/state';
import { reserved } from './Fold';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { placeName } from '../../scene/places';
import { indexOf } from '../../scene/recording/recordingIndex';
import working from './working.module.css';

interface UpdatePanelProps {
  readonly node: string;
  /** The chosen cell's offset. */
  readonly cell: number;
  readonly update: Update | undefined;
}

/** Pixels, the same before and after the update. */
const TWO_LINES = 40;

/** How SGD moves the chosen cell of a parameter: `w − learning rate × gradient`. Nothing for what is not updated. */
export function UpdatePanel({ node, cell, update }: UpdatePanelProps): JSX.Element | null {
  const { recording, format, names } = useInspection();
  const rate = indexOf(recording).learningRates.get(node);
  if (rate === undefined) return null;
  const name = formatName(node);
  const place = update === undefined ? '' : placeName(update.before.shape, cell, names?.get(node));
  const slope = update && formatSubstituted(update.gradient.data[cell] ?? NaN, format);
  const [open, close] = bracketsBehindOperator(slope ?? '');
  return (
    <section className={styles.block} data-direction="update">
      <h3 className={styles.heading}>
        {place === '' ? 'Update' : 'Update · '}
        <span className={styles.asWritten}>{place}</span>
      </h3>
      <div className={styles.card}>
        <p className={working.caption}>
          {name} − learning rate × ∂{formatName(recording.graph.output)}/∂{name}
        </p>
        {update === undefined ? (
          <p className={styles.quiet} style={{ minHeight: reserved(TWO_LINES) }}>Once all gradients are known, {name} moves with the learning rate {formatNumber(rate)}.</p>
        ) : (
          <p className={working.line} style={{ minHeight: reserved(TWO_LINES) }}>
            {formatSubstituted(update.before.data[cell] ?? NaN, format)} − {formatNumber(rate)} ×{' '}
            <span className={working.whole}>
              {open}
              <span className={working.gradientNumber}>{slope}</span>
              {close}
            </span>{' '}
            <span className={working.updated}>= {format(update.after.data[cell] ?? NaN)}</span>
          </p>
        )}
      </div>
    </section>
  );
}
