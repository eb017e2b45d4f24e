import { select } from 'd3';
import { appendSvg } from '../parts/dom';
import { CHARACTER } from '../parts/lettering';
import type { PlotFrame } from './axes';
import styles from './contour.module.css';
import { tickLabels } from './ticks';

/** The values of the levels beside a contour drawing: upright at its right edge, or lying over it where it is narrow. */
export interface ContourLegend {
  update(levels: readonly number[], colours: readonly string[], frame: PlotFrame, upright: boolean): void;
}

/** The thickness of the strip of colours, and its distance from the plot. */
const STRIP = 10;
const GAP = 12;
/** From the strip to its labels. */
const LABEL_GAP = 5;
/** Between two labels of the upright legend. */
const SPACING = 15;
/** The width of a band of the lying one. */
const BAND = 8;

/** The room that the upright legend takes to the right of the plot. */
export function legendWidth(levels: readonly number[]): number {
  if (levels.length === 0) return 0;
  return GAP + STRIP + LABEL_GAP + Math.max(...tickLabels(levels).map((label) => label.length)) * CHARACTER;
}

/** Draws the legend into `svg`. */
export function drawContourLegend(svg: SVGSVGElement): ContourLegend {
  const group = select(appendSvg(svg, 'g', styles.legend, { 'aria-hidden': 'true' }));
  let drawn = '';
  return {
    update(levels, colours, frame, upright) {
      const key = JSON.stringify([levels, colours, frame, upright]);
      if (key === drawn) return;
      drawn = key;
      const labels = tickLabels(levels);
      const places = upright ? uprightPlaces(labels, frame) : lyingPlaces(labels, frame);
      group
        .selectAll('rect')
        .data(levels.length === 0 ? [] : places.bands)
        .join('rect')
        .attr('x', (band) => band.x)
        .attr('y', (band) => band.y)
        .attr('width', (band) => band.width)
        .attr('height', (band) => band.height)
        .style('fill', (_, index) => colours[index] ?? '');
      group
        .selectAll('text')
        .data(places.labels)
        .join('text')
        .attr('x', (label) => label.x)
        .attr('y', (label) => label.y)
        .attr('text-anchor', (label) => label.anchor)
        .text((label) => label.text);
    },
  };
}

interface Places {
  readonly bands: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly anchor: string; readonly text: string }[];
}

function uprightPlaces(labels: readonly string[], { right, top, bottom }: PlotFrame): Places {
  const height = (bottom - top) / (labels.length + 1);
  const every = Math.max(1, Math.ceil(SPACING / height));
  // With some left out, those at both ends are kept in turn from the middle one.
  const offset = Math.floor(((labels.length - 1) % every) / 2);
  return {
    bands: Array.from({ length: labels.length + 1 }, (_, band) => ({
      x: right + GAP,
      y: bottom - (band + 1) * height,
      width: STRIP,
      height,
    })),
    labels: labels
      .map((text, index) => ({ x: right + GAP + STRIP + LABEL_GAP, y: bottom - (index + 1) * height + 4, anchor: 'start', text }))
      .filter((_, index) => index % every === offset),
  };
}

/** Over the plot, at its right; none if it does not fit beside the title of the vertical axis. */
function lyingPlaces(labels: readonly string[], { left, right, top }: PlotFrame): Places {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  const end = right - last.length * CHARACTER - LABEL_GAP;
  const start = end - BAND * (labels.length + 1);
  if (labels.length === 0 || start - LABEL_GAP - first.length * CHARACTER < left) return { bands: [], labels: [] };
  return {
    bands: Array.from({ length: labels.length + 1 }, (_, band) => ({ x: start + band * BAND, y: top - 19, width: BAND, height: STRIP })),
    labels: [
      { x: start - LABEL_GAP, y: top - 10, anchor: 'end', text: first },
      { x: right, y: top - 10, anchor: 'end', text: last },
    ],
  };
}
