import { select } from 'd3';
import { describeEdge } from '../../scene/describe';
import { figure } from '../../scene/figure';
import type { Heading } from '../../scene/layout/curve';
import type { Label, Wire } from '../../scene/layout/wires';
import type { EdgeState } from '../../scene/state';
import { css } from './css';
import { headScale, HEAD_LENGTH } from './widths';

/** How an edge takes part in the step: not, as the last that moved, or as the one that is moving. */
export type Part = 'none' | 'last' | 'moving';

/** A dash as long as this never ends. */
const LONGER_THAN_ANY = 1e5;

/** An edge on the canvas. */
export interface EdgeView {
  readonly element: SVGGElement;
  readonly wire: SVGPathElement;
  remove(): void;
  /** `direction` tells which way the step moves along it, if it takes part; `width` is the wire's, in pixels. */
  paint(state: EdgeState, part: Part, direction: 'with' | 'against', width: number): void;
}

/** Adds an edge to the canvas; its figures go to a layer over all edges, so that no wire crosses them out. */
export function createEdgeView(parent: SVGGElement, figures: SVGGElement, edge: Wire): EdgeView {
  const group = select(parent)
    .append('g')
    .attr('class', css('edge'))
    .attr('data-edge', edge.id)
    .attr('role', 'button')
    .attr('tabindex', -1)
    .attr('aria-pressed', 'false');
  const line = (part: string) => group.append('path').attr('class', css(part)).attr('d', edge.path);
  line('hit');
  line('under');
  const wire = line('wire');
  const head = (part: string, d: string) => group.append('path').attr('class', css(part)).attr('d', d);
  head('reader', 'M-9,-5.5L0,0L-9,5.5').attr('transform', placed(edge.end, 0, 1));
  const source = head('source', `M${-HEAD_LENGTH},-5.5L0,0L${-HEAD_LENGTH},5.5Z`);
  const written = select(figures).append('g');
  const label = (pass: string, { x, y, anchor }: Label) =>
    written.append('text').attr('class', css('figure')).attr('data-pass', pass).attr('x', x).attr('y', y).attr('text-anchor', anchor);
  const value = label('forward', edge.value);
  const gradient = label('backward', edge.gradient);
  const [element, path] = [group.node(), wire.node()];
  if (element === null || path === null) throw new Error(`The edge "${edge.id}" could not be drawn`);

  return {
    element,
    wire: path,
    remove() {
      group.remove();
      written.remove();
    },
    paint(state, part, direction, width) {
      const forward = part === 'moving' && direction === 'with' ? 'carrying' : state.value === undefined ? 'idle' : 'carried';
      const backward = part === 'moving' && direction === 'against' ? 'flowing' : state.flow === undefined ? 'idle' : 'flowed';
      group
        .attr('data-forward', forward)
        .attr('data-backward', backward)
        .attr('data-part', part)
        .attr('data-released', state.released ? 'true' : null)
        .attr('aria-label', describeEdge(edge, state));
      const scale = headScale(width);
      wire.attr('stroke-width', width);
      // A wide wire would stick out beside the tip of its head: it begins with a gap, further in.
      wire.attr('stroke-dasharray', state.flow === undefined ? null : `0 ${HEAD_LENGTH * scale * 0.8} ${LONGER_THAN_ANY}`);
      source.attr('transform', placed(edge.start, 180, scale));
      value.text(state.value === undefined ? '' : figure(state.value));
      gradient.text(state.flow === undefined ? '' : figure(state.flow));
    },
  };
}

/** An arrow head at a wire's end, turned with it; thicker wires have larger ones. */
function placed({ x, y, angle }: Heading, turn: number, scale: number): string {
  return `translate(${x},${y}) rotate(${(angle * 180) / Math.PI + turn}) scale(${scale})`;
}
