import type { ReactElement } from 'react';
import { formatName } from '../../../scene/format';
import { sortListsAt } from '../../../scene/sortLists';
import type { Timeline } from '../../../scene/timeline';
import { useSceneState } from '../../frame';
import styles from './kahnQueue.module.css';

/** Kahn's algorithm at the moment that is shown: who waits and for how many, who is ready, and who has a place. */
export function KahnQueue({ timeline }: { readonly timeline: Timeline }) {
  const state = useSceneState();
  if (state === undefined) return null;
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
      <dd>{children.length === 0 ? <span className={styles.none}>nobody</span> : <ol>{children}</ol>}</dd>
    </div>
  );
}
