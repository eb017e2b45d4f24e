import { knownFigure } from '../../scene/figure';
import type { Label, Wire } from '../../scene/layout/wires';
import { appendSvg, setAttribute, setAttributes } from '../parts/dom';
import { css } from './css';
import { labelsFor, type FigureType } from './figureType';
import type { NodeLook } from './nodeLook';
import { writeFigure } from './writeFigure';

/** Where the figures of a node that nothing reads are written, in coordinates whose origin is its middle. */
export type StubLabels = Pick<Wire, 'value' | 'gradient'>;

/** The end of a wire that nothing reads: where the output's value and gradient stand. */
export interface Stub {
  paint(look: NodeLook): void;
}

/** Labels right of a node whose outline ends at `start`, where the layout has not chosen any. */
export function stubLabelsAt(start: number, figureRoom: number): StubLabels {
  const at = (y: number): Label => ({ x: start + figureRoom / 2, y, anchor: 'middle' });
  return { value: at(-6), gradient: at(14) };
}

/** Adds a stub that leaves a node at `start` and ends with the room of its figures. */
export function createStub(parent: SVGGElement, start: number, figureRoom: number, labels: StubLabels): Stub {
  const group = appendSvg(parent, 'g', css('stub'), { 'aria-hidden': 'true' });
  appendSvg(group, 'path', undefined, { d: `M${start},0H${labels.value.x + figureRoom / 2}` });
  const text = (pass: string) => appendSvg(group, 'text', css('figure'), { 'data-pass': pass });
  const [value, gradient] = [text('forward'), text('backward')];
  let shown: FigureType | undefined;
  return {
    paint({ state, figures }) {
      setAttribute(group, 'data-forward', state.value === undefined ? 'idle' : 'carried');
      setAttribute(group, 'data-backward', state.gradient === undefined ? 'idle' : 'flowed');
      writeFigure(value, state.value, knownFigure, figures.room);
      writeFigure(gradient, state.gradient, knownFigure, figures.room);
      if (shown === figures) return;
      shown = figures;
      const placed = labelsFor(labels.value, labels.gradient, figures.size);
      [value, gradient].forEach((label, at) => {
        const { x, y, anchor } = placed[at] ?? labels.value;
        setAttributes(label, { x, y, 'text-anchor': anchor });
      });
    },
  };
}
