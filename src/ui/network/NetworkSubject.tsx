import { useSettings, useTraining } from '../context';
import styles from '../header/header.module.css';

/** What the network learns, and how many units its layers have. */
export function NetworkSubject() {
  const hidden = useSettings((settings) => settings.hidden);
  const features = useTraining((training) => training.dataset?.featureNames.length);
  return (
    <>
      Boston housing
      {features === undefined ? null : (
        <span className={styles.chip} title="features → hidden units → price">
          {features} → {hidden} → 1
        </span>
      )}
    </>
  );
}
