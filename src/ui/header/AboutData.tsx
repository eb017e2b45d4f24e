import { useTraining } from '../context';
import { Dialog } from '../controls/Dialog';
import styles from './header.module.css';

/** Where the data is from, what its columns mean, and why one should be wary of it. */
export function AboutData({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const dataset = useTraining((training) => training.dataset);
  const problem = useTraining((training) => training.dataProblem);
  return (
    <Dialog title={dataset?.about.title ?? 'The data'} open={open} onClose={onClose}>
      {dataset === undefined ? (
        <p>{problem ?? 'The data is still on its way.'}</p>
      ) : (
        <div className={styles.about}>
          <p className={styles.caution}>{dataset.about.caution}</p>
          <p>{dataset.about.source}</p>
          <p>{dataset.about.licence}</p>
          <p>
            Before training every feature is brought to mean 0 and standard deviation 1 (of the population). The price is left as it is.
          </p>
          <table className={styles.columns}>
            <caption className="visually-hidden">The columns</caption>
            <thead>
              <tr>
                <th scope="col">column</th>
                <th scope="col">what it is</th>
                <th scope="col">unit</th>
              </tr>
            </thead>
            <tbody>
              {dataset.columns.map(({ name, meaning, unit }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{meaning}</td>
                  <td>{unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
