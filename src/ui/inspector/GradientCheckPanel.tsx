import { useState, type JSX } from 'react';
import type { GradientCheck, Recording } from '../../engine';
import { formatCount, formatName } from '../../scene/format';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { placeName } from '../../scene/places';
import { replay } from '../../scene/recording/replay';
import { verdictOf } from '../../scene/recording/verdict';
import working from './working.module.css';

interface GradientCheckPanelProps {
  readonly node: string;
  /** Whether the gradient is complete at this moment. */
  readonly ready: boolean;
  readonly onCheckGradient: (node: string) => Promise<GradientCheck>;
}

/** A check that was asked for, of one recording: with another one it means nothing any more. */
interface Run {
  readonly recording: Recording;
  readonly outcome: GradientCheck | 'running' | Error;
}

/** Compares the node's gradient with central differences, on request. */
export function GradientCheckPanel({ node, ready, onCheckGradient }: GradientCheckPanelProps): JSX.Element {
  const { recording } = useInspection();
  const [last, setLast] = useState<Run | null>(null);
  const run = ready && last?.recording === recording ? last.outcome : null;

  const start = async (): Promise<void> => {
    const asked: Run = { recording, outcome: 'running' };
    setLast(asked);
    const outcome = await onCheckGradient(node).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    setLast((current) => (current === asked ? { recording, outcome } : current));
  };

  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>Gradient check</h3>
      {/* Without the attribute `disabled` while it runs: that would throw the keyboard's focus out. */}
      <button
        type="button"
        className={styles.button}
        disabled={!ready}
        aria-disabled={run === 'running'}
        onClick={() => {
          if (run !== 'running') void start();
        }}
      >
        Check this gradient
      </button>
      <div role="status" className={styles.outcome}>
        {!ready && <p className={styles.quiet}>Possible once the gradient of {formatName(node)} is complete.</p>}
        {run === 'running' && <p className={styles.quiet}>Nudging every cell a little and computing the cost anew …</p>}
        {run instanceof Error && <p className={styles.problem}>The check failed: {run.message}</p>}
        {run !== null && run !== 'running' && !(run instanceof Error) && <Finding check={run} />}
      </div>
    </section>
  );
}

/** What a check found. */
function Finding({ check }: { readonly check: GradientCheck }): JSX.Element {
  const { recording, format, names } = useInspection();
  const { agrees, reason } = verdictOf(check, recording.graph);
  const { shape } = replay(recording).view(check.node);
  const place = placeName(shape, check.worst.cell, names?.get(check.node));
  return (
    <div className={styles.card}>
      <p className={working.line}>
        relative error {format(check.relativeError)}
        {agrees && <span className={working.tick}> ✓</span>}
      </p>
      <p className={styles.quiet}>
        {comparedCells(check)} compared with central differences
      </p>
      <dl className={working.worst}>
        <dt>{check.total === 1 ? 'backprop' : `backprop, ${place}`}</dt>
        <dd className={working.gradientNumber}>{format(check.worst.backprop)}</dd>
        <dt>central difference</dt>
        <dd>{format(check.worst.numeric)}</dd>
      </dl>
      {check.total > 1 && agrees && <p className={styles.quiet}>That is the cell in which they differ most.</p>}
      {reason !== undefined && <p className={styles.problem}>{reason}</p>}
    </div>
  );
}

/** `its one cell`, `all 130 cells`, `512 of 32,384 cells`. */
function comparedCells({ checked, total }: GradientCheck): string {
  if (total === 1) return 'its one cell';
  return checked === total ? `all ${formatCount(total)} cells` : `${formatCount(checked)} of ${formatCount(total)} cells`;
}
