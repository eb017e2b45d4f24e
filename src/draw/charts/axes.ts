import { select, type Selection } from 'd3';
import { appendSvg, setAttributes, setText } from '../parts/dom';
import { CHARACTER } from '../parts/lettering';
import styles from './chart.module.css';

/** Where the plot lies inside the chart, in pixels. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A tick: its place along the axis in pixels, and its label. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Both axes of a chart. */
export interface AxesData {
  readonly frame: PlotFrame;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xLabel: string;
  readonly yLabel: string;
  /**
   * Whether the horizontal axis's title stands at the end of the row of labels instead of below it; labels that it would
   * touch are left out.
   */
  readonly titleInRow?: boolean;
  /** Where the horizontal axis's title ends, in pixels, if not at the right edge of the plot. */
  readonly titleEnd?: number;
  /** Whether the hairlines across the plot are left out: over a filled plot they would be clutter. */
  readonly withoutGrid?: boolean;
}

/** Axes in the house's manner: horizontal hairlines across the plot, quiet labels, the units at the ends. */
export interface Axes {
  update(data: AxesData): void;
}

/** Draws axes into `svg`, behind whatever is appended later. */
export function drawAxes(svg: SVGSVGElement): Axes {
  const group = appendSvg(svg, 'g', undefined, { 'aria-hidden': 'true' });
  const grid = select(appendSvg(group, 'g', styles.grid));
  const yLabels = select(appendSvg(group, 'g', styles.yTicks));
  const xLabels = select(appendSvg(group, 'g', styles.xTicks));
  const xTitle = appendSvg(group, 'text', styles.axisTitle, { 'text-anchor': 'end' });
  const yTitle = appendSvg(group, 'text', styles.axisTitle);
  let drawn = '';
  return {
    update(data) {
      // While a curve grows its axes mostly stand still: compare before touching forty elements.
      const key = JSON.stringify(data);
      if (key === drawn) return;
      drawn = key;
      const { frame, xTicks, yTicks, titleInRow = false, titleEnd = frame.right, withoutGrid = false } = data;
      grid
        .selectAll('line')
        .data(withoutGrid ? [] : yTicks)
        .join('line')
        .attr('x1', frame.left)
        .attr('x2', frame.right)
        .attr('y1', (tick) => Math.round(tick.at) + 0.5)
        .attr('y2', (tick) => Math.round(tick.at) + 0.5);
      joinLabels(yLabels, yTicks)
        .attr('x', frame.left - 8)
        .attr('y', (tick) => tick.at + 3.5);
      joinLabels(xLabels, titleInRow ? xTicks.filter((tick) => isClear(tick, data)) : xTicks)
        .attr('x', (tick) => tick.at)
        .attr('y', frame.bottom + 17);
      setText(xTitle, data.xLabel);
      setText(yTitle, data.yLabel);
      setAttributes(xTitle, { x: titleEnd, y: frame.bottom + (titleInRow ? 17 : 31) });
      setAttributes(yTitle, { x: 0, y: frame.top - 10 });
    },
  };
}

/** Whether a label keeps clear of the title at the end of its row. */
function isClear(tick: Tick, { frame, xLabel, titleEnd = frame.right }: AxesData): boolean {
  const half = (tick.label.length * CHARACTER) / 2;
  return tick.at + half < titleEnd - xLabel.length * CHARACTER - 8 || tick.at - half > titleEnd + 8;
}

function joinLabels(
  group: Selection<SVGGElement, unknown, null, undefined>,
  ticks: readonly Tick[],
): Selection<SVGTextElement, Tick, SVGGElement, unknown> {
  return group
    .selectAll<SVGTextElement, Tick>('text')
    .data(ticks)
    .join('text')
    .text((tick) => tick.label);
}
