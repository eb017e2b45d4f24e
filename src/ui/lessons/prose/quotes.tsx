import { formatShape } from '../../../engine';
import type { QuotedPart } from '../../../scene/reading';
import { quoteOf } from '../../../scene/reading';
import { quotedText } from '../../../scene/texQuotes';
import { useTimeline } from '../../frame';
import { Missing, quoting } from './Missing';
import styles from './prose.module.css';

interface QuoteProps {
  /** A node, or one of its cells: `f`, `X[0,1]`. */
  readonly of: string;
  readonly times?: number;
  readonly digits?: number;
}

/** The value of a node in the iteration that is shown, from its end. */
export function Value(props: QuoteProps) {
  return <Quote part="value" {...props} />;
}

/** Its gradient. */
export function Gradient(props: QuoteProps) {
  return <Quote part="gradient" {...props} />;
}

/** A parameter's value after the update. */
export function After(props: QuoteProps) {
  return <Quote part="after" {...props} />;
}

function Quote({ part, of, times, digits }: QuoteProps & { readonly part: QuotedPart }) {
  const timeline = useTimeline();
  if (timeline === undefined) return <>…</>;
  const quoted = quoting(() => quotedText(timeline.recording, part, of, { ...(times === undefined ? {} : { times }), ...(digits === undefined ? {} : { digits }) }));
  if (typeof quoted === 'object') return <Missing why={quoted.why} />;
  return (
    <data className={styles.number} data-part={part} data-times={times} data-digits={digits} value={of}>
      {quoted}
    </data>
  );
}

/** The shape of a node: `2 × 3`. */
export function Shape({ of }: { readonly of: string }) {
  const timeline = useTimeline();
  if (timeline === undefined) return <>…</>;
  const shape = quoting(() => formatShape(quoteOf(timeline.recording, 'value', of).shape));
  return typeof shape === 'object' ? <Missing why={shape.why} /> : <span className={styles.number}>{shape}</span>;
}
