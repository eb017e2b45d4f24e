import { CHARACTER } from '../parts/lettering';
import type { PlotFrame } from './axes';

/** Where a text stands, as SVG attributes. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly 'text-anchor': 'start' | 'middle' | 'end';
}

/**
 * Where the value of the curve's last point stands: to its right if there is room, otherwise over it. Of a run that
 * diverged (at the vertical line `rule`) it stands on the left, over the rising curve, so that neither crosses it; beside
 * a curve that falls steeply it stands below.
 */
export function placeOfValue(
  x: number,
  y: number,
  text: string,
  { left, right, top, bottom }: PlotFrame,
  rule?: number,
  falls = false,
): TextPlace {
  const room = text.length * CHARACTER + 12;
  if (falls && x - left > room && (rule ?? right) - x <= room) {
    return { x: x - 10, y: bottom - y > 20 ? y + 15 : y + 6, 'text-anchor': 'end' };
  }
  if (rule !== undefined && rule > x - room) {
    return x - left > room
      ? { x: Math.min(x, rule) - 7, y: y - top < 12 ? y + 4 : y - 6, 'text-anchor': 'end' }
      : { x: Math.max(x, rule) + 8, y: y + 4, 'text-anchor': 'start' };
  }
  if (right - x > room) return { x: x + 9, y: y + 4, 'text-anchor': 'start' };
  return { x: x + 4, y: y - top < 14 ? y + 18 : y - 10, 'text-anchor': 'end' };
}

/** Where the words stand that tell of a divergence: over its line and over the plot, clear of the axis's title. */
export function placeOfWords(rule: number, words: string, title: string, { right, top }: PlotFrame): TextPlace {
  const half = (words.length * CHARACTER) / 2;
  const clear = title.length * CHARACTER + half;
  return { x: Math.min(right - half, Math.max(clear, rule)), y: top - 10, 'text-anchor': 'middle' };
}
