import { select } from 'd3';
import type { Tensor } from '../../engine/tensor';
import { figure } from '../../scene/figure';
import { css } from './css';
import { THUMBNAIL_PATHS, thumbnailPaths, type Area } from './thumbnail';

/** A node's value or gradient: a number where there is only one, otherwise a heat map over a line in the colour of its pass. */
export interface TensorView {
  /** Shows a tensor in an area, or nothing. `baseline` is where a single number stands. */
  paint(tensor: Tensor | undefined, area: Area, baseline: number): void;
}

/** Adds an empty tensor view to a node. */
export function createTensorView(parent: SVGGElement, pass: 'forward' | 'backward', hatch: string): TensorView {
  const group = select(parent).append('g').attr('class', css('tensor')).attr('data-pass', pass);
  const cells = Array.from({ length: THUMBNAIL_PATHS }, (_, bin) =>
    group.append('path').attr('class', css(`bin${bin}`)),
  );
  cells.at(-1)?.attr('fill', `url(#${hatch})`);
  const line = group.append('rect').attr('class', css('passLine')).attr('height', 2).attr('rx', 1);
  const number = group.append('text').attr('class', css('number'));
  let shown: Tensor | undefined;
  let at: Area | undefined;
  return {
    paint(tensor, area, baseline) {
      if (tensor === shown && area === at) return;
      [shown, at] = [tensor, area];
      group.attr('display', tensor === undefined ? 'none' : null);
      if (tensor === undefined) return;
      // One cell as a heat map would tell no more than its sign.
      const single = tensor.data.length === 1;
      const paths = single ? [] : thumbnailPaths(tensor, area);
      cells.forEach((cell, bin) => cell.attr('d', paths[bin] ?? ''));
      line
        .attr('display', single ? 'none' : null)
        .attr('x', area.x)
        .attr('y', area.y + area.height + 3.5)
        .attr('width', area.width);
      number.attr('y', baseline).text(single ? figure({ shape: [], data: tensor.data }) : '');
    },
  };
}
