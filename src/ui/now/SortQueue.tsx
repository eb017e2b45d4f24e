import { formatName } from '../../scene/format';
import { sortListsAt } from '../../scene/sortLists';
import type { Timeline } from '../../scene/timeline';
import { usePlayback } from '../context';
import { frameOf } from '../frame';
import styles from './now.module.css';

/** Kahn's two lists: the nodes that are ready and wait for their turn, and the order so far. */
export function SortQueue({ timeline }: { readonly timeline: Timeline }) {
  const completed = usePlayback((playback) => frameOf(playback)?.completed ?? 0);
  const { ready, order } = sortListsAt(timeline.steps, completed);
  return (
    <dl className={styles.queue}>
      <dt>ready</dt>
      <dd>{ready.map(formatName).join(' ') || '–'}</dd>
      <dt>order</dt>
      <dd>{order.map(formatName).join(' ') || '–'}</dd>
    </dl>
  );
}
