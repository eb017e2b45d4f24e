import { useId } from 'react';
import { useMiniflow, useSettings } from '../context';
import styles from './charts.module.css';

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
        value={placeOf(smoothing)}
        aria-valuetext={smoothing === 0 ? 'off: epoch means' : String(smoothing)}
        onChange={(event) => {
          set({ smoothing: smoothingAt(Number(event.target.value)) });
        }}
      />
    </div>
  );
}

/** The slider is even in the length of the memory, 1 / (1 − weight): from 1 step to 100, on a logarithmic scale. */
export function smoothingAt(place: number): number {
  return Math.round((1 - 10 ** (-place / 50)) * 1000) / 1000;
}

/** The inverse. */
export function placeOf(smoothing: number): number {
  return Math.round(-50 * Math.log10(1 - smoothing));
}
