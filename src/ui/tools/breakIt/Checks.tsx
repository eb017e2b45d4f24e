import { useMemo, useState, type ReactNode } from 'react';
import { formatCount } from '../../../scene/format';
import { spotlightOn } from '../../../scene/spotlight';
import type { Checkables } from '../../../study/broken/mysteries';
import { Button } from '../../controls/Button';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { useShine } from '../useShine';
import styles from './breakIt.module.css';
import { checkNotes, foundWords } from './checkFigures';
import { CheckTable } from './CheckTable';
import type { Checking } from './useChecking';

interface ChecksProps {
  readonly nodes: Checkables;
  readonly checking: Checking;
  /** Whether the reader goes node by node. */
  readonly byNode: boolean;
  /** What else can be done with what was found. */
  readonly children?: ReactNode;
}

/** The gradient checks of a broken pass, with all that starts and stops them. Lights the nodes whose check fails. */
export function Checks({ nodes, checking, byNode, children }: ChecksProps) {
  const { checks, progress, check, stop } = checking;
  const [showsAll, setShowsAll] = useState(false);
  const failing = useMemo(() => [...checks.values()].filter(({ verdict }) => verdict === 'differs').map(({ node }) => node), [checks]);
  useShine(useMemo(() => (failing.length === 0 ? null : spotlightOn(failing)), [failing]));
  const hidden = nodes.all.length - nodes.first.length;
  const first = useMemo(() => new Set(nodes.first), [nodes]);
  const listed = useMemo(() => (showsAll ? nodes.all : nodes.all.filter((id) => first.has(id) || checks.has(id))), [showsAll, nodes, first, checks]);
  const isWhole = listed.every((id) => checks.has(id));
  return (
    <div className={styles.beside}>
      <div className={styles.rows}>
        <div className={styles.actions}>
          {progress === undefined ? (
            <Button disabled={isWhole} onClick={() => check(listed)}>
              {byNode ? `Check all ${formatCount(listed.length)}` : 'Check the rest'}
            </Button>
          ) : (
            <>
              <Button onClick={stop}>Stop</Button>
              <progress className={styles.progress} value={progress.done} max={progress.of} aria-label="Gradient checks" />
              <span className={styles.quiet}>
                {formatCount(progress.done)} of {formatCount(progress.of)}
              </span>
            </>
          )}
          {hidden > 0 && !showsAll && (
            <Button look="quiet" onClick={() => setShowsAll(true)}>
              Show all {formatCount(nodes.all.length)} nodes
            </Button>
          )}
          <p role="status" className={styles.found}>
            {progress === undefined ? foundWords(checks.values()) : ''}
          </p>
        </div>
        {hidden > 0 && !showsAll && (
          <p className={styles.quiet}>The graph has {formatCount(nodes.all.length)} nodes with a gradient; its leaves are checked first.</p>
        )}
        <ScrollRegion label="Gradient checks">
          <CheckTable nodes={listed} checks={checks} {...(byNode ? { onCheck: check } : {})} />
        </ScrollRegion>
        {checkNotes(checks.values()).map((note) => (
          <p key={note} className={styles.quiet}>
            {note}
          </p>
        ))}
      </div>
      {children}
    </div>
  );
}
