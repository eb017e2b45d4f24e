import { formatCount, formatName } from '../../../scene/format';
import type { Stage } from '../../../study/nudge/journey';
import type { NodeChange, Nudge } from '../../../study/nudge/nudge';
import { changeLabel } from '../../../study/nudge/spotlight';
import { Button } from '../../controls/Button';
import styles from './nudge.module.css';
import type { Travel } from './useTravel';

interface WayProps {
  readonly nudge: Nudge;
  readonly stages: readonly Stage[];
  readonly travel: Travel;
  readonly output: string;
}

/** So many nodes are listed; a long expression has more on its way. */
const MOST = 60;

/** What the change has come to in each node on its way, in order. */
export function Way({ nudge, stages, travel, output }: WayProps) {
  const reached = new Set(stages.slice(0, travel.reached + 1).flatMap(({ nodes }) => nodes));
  const listed = nudge.changes.length > MOST ? [...nudge.changes.slice(0, MOST - 1), ...nudge.changes.filter(({ node }) => node === output).slice(0, 1)] : nudge.changes;
  const left = nudge.changes.length - listed.length;
  const last = nudge.changes.find(({ node }) => node === output);
  return (
    <div className={styles.way}>
      <Button onClick={travel.start} disabled={stages.length < 2}>
        Watch it travel
      </Button>
      {/* It scrolls, and nothing in it takes the focus. */}
      <ol className={styles.changes} tabIndex={0} aria-label="The change in each node, in order">
        {listed.map((change, index) => (
          <li key={change.node} data-reached={reached.has(change.node)} data-last={change.node === output}>
            {left > 0 && index === listed.length - 1 && <span className={styles.left}>… {formatCount(left)} more … </span>}
            <Change change={change} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {travel.travelling || last === undefined || !Number.isFinite(last.change) ? '' : `${formatName(output)} has changed by ${changeLabel(last)}`}
      </p>
    </div>
  );
}

function Change({ change }: { readonly change: NodeChange }) {
  const { node, numbers, changed, shape } = change;
  const cells = shape.reduce((product, length) => product * length, 1);
  const title = numbers === undefined ? `${formatCount(changed)} of ${formatCount(cells)} cells have changed; the number is the norm of the change` : undefined;
  return (
    <span title={title}>
      {formatName(node)} <b>{numbers === undefined ? `‖${changeLabel(change)}‖` : changeLabel(change)}</b>
    </span>
  );
}
