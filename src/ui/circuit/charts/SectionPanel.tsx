import { useEffect, useRef } from 'react';
import { drawSection } from '../../../draw/charts/section';
import { formatExactly, formatName } from '../../../scene/format';
import { finalGradient, finalValue } from '../../../scene/final';
import { shownIteration } from '../../../store/playback';
import styles from '../../charts/charts.module.css';
import { useSettings } from '../../context';
import { useCircuit } from '../circuitContext';
import { onceAFrame } from './onceAFrame';
import { pictureRange } from './pictureRange';
import { resolutionFor } from './resolution';

/** More samples than a narrow chart has pixels across show nothing more. */
const MOST_SAMPLES = 480;

/** f along the chosen input, the slope here, and the way of the descent. This is the only seam between React and the drawing. */
export function SectionPanel() {
  const { state, walk, probe, setValue } = useCircuit();
  const host = useRef<HTMLDivElement>(null);
  const allDigits = useSettings((settings) => settings.allDigits);

  useEffect(() => {
    if (host.current === null) return undefined;
    const section = drawSection(host.current, {
      onMove: (x) => {
        const { chosen } = state.getState();
        if (chosen !== undefined) setValue(chosen, x);
      },
    });
    let samples = new Float64Array(MOST_SAMPLES);
    const show = onceAFrame(() => {
      const { expression, inputs, chosen, descent } = state.getState();
      const input = inputs.find(({ name }) => name === chosen);
      const timeline = shownIteration(walk.playback.getState())?.timeline;
      if (input === undefined || timeline === undefined) return;
      const { output, nodes } = expression.graph;
      const count = resolutionFor(nodes.length, MOST_SAMPLES);
      if (samples.length !== count) samples = new Float64Array(count);
      const f = probe();
      const [from, to] = pictureRange(input);
      f.along(input.name, from, to, samples);
      const x = descent.path.placesOf(input.name);
      section.update({
        name: formatName(output),
        input: formatName(input.name),
        from,
        to,
        samples,
        at: input.value,
        value: finalValue(timeline, output),
        slope: finalGradient(timeline, input.name),
        format: allDigits ? formatExactly : undefined,
        path: x === undefined || x.length < 2 ? null : { x, y: descent.path.values, count: x.length },
      });
    });
    show.request();
    const unsubscribe = state.subscribe(show.request);
    return () => {
      unsubscribe();
      show.cancel();
      section.destroy();
    };
  }, [state, walk, probe, setValue, allDigits]);

  return <div ref={host} className={styles.chart} />;
}
