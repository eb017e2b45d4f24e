import { select } from 'd3';
import { css } from './css';

/** The dot that runs along the one edge on which something moves, and its trail. */
export interface Pulse {
  /** Puts the dot at a fraction of a wire's length, counted from the end it comes from. */
  move(wire: SVGPathElement, progress: number, direction: 'with' | 'against'): void;
  hide(): void;
}

/** Adds the pulse over everything else on the canvas. */
export function createPulse(parent: SVGGElement): Pulse {
  const group = select(parent).append('g').attr('class', css('pulse')).attr('display', 'none');
  const trail = group.append('path').attr('class', css('trail'));
  const halo = group.append('circle').attr('class', css('halo')).attr('r', 9);
  const dot = group.append('circle').attr('class', css('dot')).attr('r', 5);
  let shown: SVGPathElement | undefined;
  let length = 0;
  return {
    move(wire, progress, direction) {
      if (shown !== wire) {
        shown = wire;
        length = wire.getTotalLength();
        trail.attr('d', wire.getAttribute('d'));
        group.attr('display', null);
      }
      const covered = progress * length;
      const at = direction === 'with' ? covered : length - covered;
      const { x, y } = wire.getPointAtLength(at);
      halo.attr('cx', x).attr('cy', y);
      dot.attr('cx', x).attr('cy', y);
      // One dash from the end that it comes from to the dot, then a gap that is longer than the rest.
      trail
        .attr('stroke-dasharray', `${covered} ${length + 1}`)
        .attr('stroke-dashoffset', direction === 'with' ? 0 : -at);
    },
    hide() {
      if (shown === undefined) return;
      shown = undefined;
      group.attr('display', 'none');
    },
  };
}
