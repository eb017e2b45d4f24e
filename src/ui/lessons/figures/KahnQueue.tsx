import type { ReactElement } from 'react';
import { formatName } from '../../../scene/format';
import type { SceneState } from '../../../scene/frame';
import { sortListsAt } from '../../../scene/sortLists';
import type { Timeline } from '../../../scene/timeline';
import styles from './kahnQueue.module.css';

interface KahnQueueProps {
  readonly timeline: Timeline;
  /** The moment. */
  readonly state: SceneState;
}

/** Kahn's algorithm at one moment: who waits and for how many, who is ready, and who has a place. */
export function KahnQueue({ timeline, state }: KahnQueueProps) {
  const { ready, order } = sortListsAt(timeline.steps, state.completed);
  const waiting = timeline.recording.graph.nodes.flatMap(({ id }) => {
    const node = state.nodes.get(id);
    return node?.sort === 'waiting' ? [{ id, remaining: node.remaining }] : [];
  });
  return (
    <dl className={styles.lists}>
      <List title="waiting">
        {waiting.map(({ id, remaining }) => (
          <li key={id} className={styles.waiting}>
            {formatName(id)} <small>{remaining === 0 ? 'for none' : `for ${remaining}`}</small>
          </li>
        ))}
      </List>
      <List title="queue">
        {ready.map((id) => (
          <li key={id} className={styles.ready}>
            {formatName(id)}
          </li>
        ))}
      </List>
      <List title="order">
        {order.map((id) => (
          <li key={id} className={styles.placed}>
            {formatName(id)}
          </li>
        ))}
      </List>
    </dl>
  );
}

interface ListProps {
  readonly title: string;
  readonly children: readonly ReactElement[];
}

function List({ title, children }: ListProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children.length === 0 ? <span className={styles.none}>none</span> : <ol>{children}</ol>}</dd>
    </div>
  );
}
