import { useId } from 'react';
import { formatNumber } from '../../scene/format';
import { useMiniflow, useSettings } from '../context';
import styles from './loss.module.css';
import { placeOfSmoothing, smoothingAt } from './lossSmoothingScale';

/** How smooth the strong line is: the weight of the past, or, at the left end, the epochs' means. What it is set to stands beside it. */
export function LossSmoothing() {
  const { set } = useMiniflow();
  const smoothing = useSettings((settings) => settings.smoothing);
  const id = useId();
  return (
    <div className={styles.smoothing} title="The weight of the past in the strong line; at the left end it joins the epochs’ means">
      <label htmlFor={id}>Smooth</label>
      <input
        id={id}
        aria-label="Smoothing"
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
      <span className={styles.smoothingValue} aria-hidden="true">
        {smoothing === 0 ? 'off' : formatNumber(smoothing, 2)}
      </span>
    </div>
  );
}
