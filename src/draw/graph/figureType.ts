import type { FigureRoom } from '../../scene/figure';
import type { Label } from '../../scene/layout/wires';

/** How figures are set at one zoom. */
export interface FigureType {
  readonly room: FigureRoom;
  /** The size of the type, in graph units. */
  readonly size: number;
}

/** The size of figures at zoom 1, in pixels. */
export const FIGURE_SIZE = 11.5;

/** The size on the screen, in pixels, that figures have once there are more digits of them: large enough beside large signs. */
const ZOOMED_SIZE = 14.4;

/** The advance of a character of the monospaced type, in parts of its size. */
export const ADVANCE = 0.6;

/**
 * From each of these zooms on the type stops growing with the graph, which leaves room for more digits. The first lies
 * beyond the zoom that fitting chooses by itself: more digits are the answer to a reader's zooming in.
 */
const STEPS: readonly number[] = [1.5, 2, 2.5, 3, 3.5, 4.2];

/** Half of a figure's height, in parts of its size; and where its middle lies beside the wire at full size. */
const HALF_HEIGHT = 0.35;

/** How figures are set at a zoom, where `length` graph units along a wire are theirs. Where all digits are shown, there is room for them. */
export function figureTypeAt(zoom: number, length: number, allDigits: boolean): FigureType {
  const step = STEPS.findLast((least) => zoom >= least);
  if (allDigits) return { room: 'all', size: FIGURE_SIZE };
  if (step === undefined) return { room: 'short', size: FIGURE_SIZE };
  const size = ZOOMED_SIZE / step;
  return { room: Math.floor(length / (size * ADVANCE)), size };
}

/** A value's label and its gradient's, in type of another size: closer together, and so closer to their wire. */
export function labelsFor(value: Label, gradient: Label, size: number): readonly [value: Label, gradient: Label] {
  const scale = size / FIGURE_SIZE;
  if (scale === 1) return [value, gradient];
  const lift = FIGURE_SIZE * HALF_HEIGHT;
  const [x, y] = [(value.x + gradient.x) / 2, (value.y + gradient.y) / 2 - lift];
  // Not all the way: neither the wire nor the head of its arrow becomes smaller.
  const closer = 0.45 + 0.55 * scale;
  const moved = (label: Label): Label => ({
    anchor: label.anchor,
    x: x + (label.x - x) * closer,
    y: y + (label.y - lift - y) * closer + lift * scale,
  });
  return [moved(value), moved(gradient)];
}
