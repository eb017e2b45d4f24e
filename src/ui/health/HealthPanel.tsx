import { formatCount } from '../../scene/format';
import { isIdle } from '../../store/training';
import type { Finding, Remedy } from '../../training/health/finding';
import { useMiniflow, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Icon } from '../controls/Icon';
import { usePastStep } from '../training/past';
import styles from './health.module.css';
import { keyOf } from './watch';

/** The findings, causes first: the first one unfolded. */
export function HealthPanel({ findings }: { readonly findings: readonly Finding[] }) {
  // In the present, a note of its own says all about the divergence.
  const isNoted = usePastStep() === undefined;
  const listed = findings.filter(({ kind }) => !(isNoted && kind === 'non-finite'));
  if (listed.length === 0) return null;
  return (
    <section className={styles.health} aria-label="Health of the training">
      {listed.map((finding, index) => (
        <Item
          key={keyOf(finding)}
          finding={finding}
          first={index === 0}
          remedy={isOffered(findings.slice(0, findings.indexOf(finding)), finding.remedy) ? undefined : finding.remedy}
        />
      ))}
    </section>
  );
}

/** Whether an earlier finding has the same remedy: a cause and its consequences are healed at once. */
export function isOffered(earlier: readonly Finding[], remedy: Remedy | undefined): boolean {
  return earlier.some((finding) => JSON.stringify(finding.remedy) === JSON.stringify(remedy));
}

interface ItemProps {
  readonly finding: Finding;
  readonly first: boolean;
  readonly remedy: Remedy | undefined;
}

function Item({ finding: { severity, title, cause, step }, first, remedy }: ItemProps) {
  return (
    <details className={styles.finding} data-severity={severity} open={first}>
      <summary className={styles.title}>
        <Icon name="warning" size={15} />
        <span>
          <span className="visually-hidden">{severity === 'error' ? 'Error: ' : 'Warning: '}</span>
          {title}
        </span>
        <span className={styles.chevron}>
          <Icon name="chevron" size={12} />
        </span>
      </summary>
      <p className={styles.cause}>{cause}</p>
      <div className={styles.actions}>
        {remedy !== undefined && <RemedyButton remedy={remedy} />}
        <SeekButton step={step} />
      </div>
    </details>
  );
}

function RemedyButton({ remedy: { label, plan, settings, at } }: { readonly remedy: Remedy }) {
  const { branch } = useMiniflow();
  return (
    <Button
      title={at === 0 ? 'A new run, from its first step on' : `A new run that shares the first ${formatCount(at)} steps`}
      onClick={() => {
        branch(at, { ...(plan && { plan }), ...(settings && { settings }) }, { train: true });
      }}
    >
      Try {label} on a {at === 0 ? 'new run' : 'branch'}
    </Button>
  );
}

function SeekButton({ step }: { readonly step: number }) {
  const { seekStep } = useMiniflow();
  const canGo = useTraining(({ status }) => isIdle(status) || status === 'diverged');
  return (
    <Button
      look="quiet"
      disabled={!canGo}
      title={canGo ? 'Where it was first to be seen' : 'While training rests'}
      onClick={() => {
        seekStep(step);
      }}
    >
      Show step {formatCount(step)}
    </Button>
  );
}
