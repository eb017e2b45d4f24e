import { Dialog } from '../controls/Dialog';
import { KEY_BINDINGS } from '../keys';
import styles from './header.module.css';

/** The page's keys. */
export function KeyList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" open={open} onClose={onClose}>
      <dl className={styles.keys}>
        {KEY_BINDINGS.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        In the graph, arrow keys lead from node to edge to node, and Enter chooses. In a heat map they lead from cell to cell, in a chart
        from step to step.
      </p>
    </Dialog>
  );
}
