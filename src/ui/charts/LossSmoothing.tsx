import { useId } from 'react';
import { useMiniflow, useSettings } from '../context';
import styles from './loss.module.css';
import { placeOfSmoothing, smoothingAt } from './lossSmoothingScale';

/** How smooth the strong line is: the weight of the past, or, at the left end, the epochs' means. */
export function LossSmoothing() {
  const { set } = useMiniflow();
  const smoothing = useSettings((settings) => settings.smoothing);
  const id = useId();
  return (
    <div className={styles.smoothing} title="The weight of the past in the strong line; at the left end it joins the epochs’ means">
      <label htmlFor={id}>Smoothing</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={placeOfSmoothing(smoothing)}
        aria-valuetext={smoothing === 0 ? 'off: epoch means' : String(smoothing)}
        onChange={(event) => {
          set({ smoothing: smoothingAt(Number(event.target.value)) });
        }}
      />
    </div>
  );
}
