import { useCallback, useMemo, useRef, useState } from 'react';
import type { StepRange } from '../../draw/charts/lossChart';
import { useMiniflow, useRuns } from '../context';
import { healthMarks, useFindings } from '../health/useFindings';
import charts from './charts.module.css';
import styles from './loss.module.css';
import { LossCurves } from './LossCurves';
import { LossSwitches } from './LossSwitches';
import { RunChips } from './RunChips';
import { useWidth } from './lossWidth';

/** From this width on, in pixels, the head has room for the smoothing, too. */
const ROOMY = 484;

/** The losses of the runs with their switches: the handle of time. */
export function LossPanel() {
  const { runs } = useMiniflow();
  const current = useRuns((state) => state.current);
  const findings = useFindings();
  const [look, setLook] = useState<{ readonly run: number; readonly zoom: StepRange | null }>({ run: 0, zoom: null });
  const [brushing, setBrushing] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  const width = useWidth(head);
  // Another run at the front is looked at as a whole.
  const zoom = look.run === current ? look.zoom : null;

  const onZoom = useCallback(
    (range: StepRange | null) => {
      setLook({ run: runs.getState().current, zoom: range });
      setBrushing(false);
    },
    [runs],
  );
  const health = useMemo(() => healthMarks(findings), [findings]);

  return (
    <section className={styles.panel} aria-labelledby="loss-heading">
      <div ref={head} className={charts.head}>
        <h2 id="loss-heading" className={charts.heading}>
          Loss
        </h2>
        <LossSwitches
          roomy={width >= ROOMY}
          brushing={brushing}
          zoomed={zoom !== null}
          onBrushing={setBrushing}
          onWhole={() => {
            onZoom(null);
          }}
        />
      </div>
      <RunChips />
      <LossCurves zoom={zoom} brushing={brushing} health={health} onZoom={onZoom} />
    </section>
  );
}
