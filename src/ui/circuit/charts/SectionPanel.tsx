import { useEffect, useRef } from 'react';
import { drawSection } from '../../../draw/charts/section';
import { formatName } from '../../../scene/format';
import styles from '../../charts/charts.module.css';
import { useCircuit } from '../circuitContext';
import { onceAFrame } from './onceAFrame';
import { resolutionFor } from './resolution';

/** More samples than a narrow chart has pixels across show nothing more. */
const MOST_SAMPLES = 480;

/** f along the chosen input, the slope here, and the way of the descent. This is the only seam between React and the drawing. */
export function SectionPanel() {
  const { state, probe, setValue } = useCircuit();
  const host = useRef<HTMLDivElement>(null);

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
      const { expression, inputs, chosen, descent, fault } = state.getState();
      const input = inputs.find(({ name }) => name === chosen);
      if (input === undefined) return;
      const { output, nodes } = expression.graph;
      const count = resolutionFor(nodes.length, MOST_SAMPLES);
      if (samples.length !== count) samples = new Float64Array(count);
      const f = probe();
      const known = fault?.part !== 'value';
      f.along(input.name, input.min, input.max, samples);
      const x = descent.path.placesOf(input.name);
      section.update({
        name: formatName(output),
        input: formatName(input.name),
        from: input.min,
        to: input.max,
        samples,
        at: input.value,
        value: known ? f.evaluate() : NaN,
        slope: fault === undefined ? f.gradient(input.name) : NaN,
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
  }, [state, probe, setValue]);

  return <div ref={host} className={styles.chart} />;
}
