import { interpolateLab, piecewise } from 'd3';
import type { HistogramMapData, HistogramView } from './histogramView';

/** What a histogram map is painted with, as the theme's custom properties. */
export function rampNames(part: 'value' | 'gradient'): readonly string[] {
  return part === 'value' ? ['--forward-ground', '--forward', '--ink', '--ink-faint'] : ['--backward-ground', '--backward', '--ink', '--ink-faint'];
}

/** How full the colours' middle is. */
const MIDDLE = 0.6;

/**
 * The colour of a count, from a bin with a single cell to the fullest one: one hue, from near the ground towards the ink. It runs with
 * the square root, since most bins hold few cells.
 */
export function shadeOf([faint = '', strong = '', ink = '']: readonly string[], most: number): (count: number) => string {
  const dark = interpolateLab(strong, ink)(0.75);
  const colour: (share: number) => string = piecewise(interpolateLab, [faint, strong, dark]);
  return (count) => {
    const share = most <= 1 ? 1 : Math.sqrt((count - 1) / (most - 1));
    // The pure colour stands above the middle, so that the larger part of the scale is its own hue.
    return colour(share < MIDDLE ? (share / MIDDLE) * 0.5 : 0.5 + ((share - MIDDLE) / (1 - MIDDLE)) * 0.5);
  };
}

/** Between two lines of the hatching, in pixels. */
const HATCH = 6;

/** How high the bar is that stands for cells beyond the axis, in pixels. */
const BAR = 4;

/** Paints every bin that holds a cell, hatches the columns in which numbers were not finite, and puts a bar on those that had some beyond. */
export function paintHistogram(
  context: CanvasRenderingContext2D,
  view: HistogramView,
  { histogram, steps, bins }: HistogramMapData,
  colours: readonly string[],
): void {
  const shade = shadeOf(colours, view.most);
  const density = devicePixelRatio;
  const snap = (pixel: number): number => Math.round(pixel * density) / density;
  for (let column = 0; column < steps.length; column++) {
    for (let bin = 0; bin < bins; bin++) {
      const count = histogram.counts[column * bins + bin] ?? 0;
      if (count === 0) continue;
      const { x, y, width, height } = view.boxOf({ column, bin });
      const [left, top] = [snap(x), snap(y)];
      context.fillStyle = shade(count);
      context.fillRect(left, top, snap(x + width) - left, snap(y + height) - top);
    }
  }
  context.strokeStyle = colours[3] ?? '';
  context.lineWidth = 1.25;
  for (let column = 0; column < steps.length; column++) {
    if ((histogram.nonFinite[column] ?? 0) > 0) hatch(context, view, column);
    if ((histogram.outside[column] ?? 0) > 0) {
      context.fillStyle = colours[3] ?? '';
      context.fillRect(snap(view.edgeOf(column)), view.frame.top, snap(view.edgeOf(column + 1)) - snap(view.edgeOf(column)), BAR);
    }
  }
}

function hatch(context: CanvasRenderingContext2D, view: HistogramView, column: number): void {
  const { top, bottom } = view.frame;
  const [left, right] = [view.edgeOf(column), view.edgeOf(column + 1)];
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.globalAlpha = 0.65;
  context.beginPath();
  // Lines of one family all over the map, so that neighbouring columns join.
  for (let sum = Math.floor((left + top) / HATCH) * HATCH; sum < right + bottom; sum += HATCH) {
    context.moveTo(sum - top, top);
    context.lineTo(sum - bottom, bottom);
  }
  context.stroke();
  context.restore();
}
