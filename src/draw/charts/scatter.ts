import { formatCount, formatNumber } from '../../scene/format';
import { watchAppearance } from '../parts/appearance';
import { append, appendSvg, setAttribute, setAttributes } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import type { TooltipLine } from '../parts/tooltip';
import { drawAxes, type PlotFrame } from './axes';
import styles from './chart.module.css';
import { settleLinear, type Domain } from './domain';
import { frameWithin, layOver, type Margins } from './frames';
import { paintPoints } from './scatterPaint';
import {
  lostWords,
  nearestPoint,
  readingOrder,
  scatterDomains,
  scatterLines,
  scatterPoints,
  scatterWords,
  type Predicted,
  type ScatterPoints,
  type ScatterView,
} from './scatterPoints';
import { linearTicks } from './ticks';

/** What the scatter plot shows: columns of equal length, and how they are named. */
export interface ScatterData extends Predicted {
  readonly view: ScatterView;
  /** The figure's accessible name: `Predicted against true price`. */
  readonly name: string;
  /** The horizontal axis, and its unit: `true price, $1,000`. */
  readonly xLabel: string;
  /** The vertical axis: `predicted, $1,000`. */
  readonly yLabel: string;
  /** What to say of the whole, such as its error; part of the accessible name. */
  readonly summary?: string;
}

/** What the plot has to tell the page. */
export interface ScatterCallbacks {
  /** What there is to say of the row that is pointed at, by pointer or keyboard; null when none is. The page is to show it: the plot has no room for it. */
  pointed(lines: readonly TooltipLine[] | null): void;
}

/** A scatter plot inside its host. */
export interface Scatter {
  /** Shows this. It reads the arrays at the next frame, so they must not be written to before. */
  update(data: ScatterData): void;
  destroy(): void;
}

/** A data set in a view: its points, and the order in which they are read out, once somebody reads. */
interface Shown {
  readonly data: ScatterData;
  readonly points: ScatterPoints;
  order?: Int32Array;
}

/** Little: the plot stands beside a column of numbers. */
const MARGIN: Margins = { top: 24, right: 8, bottom: 38, left: 24 };

/** What the read-out goes through. */
const READ_OUT_NAMES: Readonly<Record<ScatterView, string>> = { predicted: 'Row', residuals: 'Rows, the largest residual first' };

/**
 * Predicted against true values, or residuals against predicted ones: one translucent dot a row, an open ring for a row
 * that is held out, and the line of perfect prediction. Points are painted on a canvas (506 of them at every frame),
 * everything else is SVG. It fills its host.
 */
export function drawScatter(host: HTMLElement, callbacks: ScatterCallbacks): Scatter {
  let shown: Shown | null = null;
  let xDomain: Domain | null = null;
  let yDomain: Domain | null = null;
  let frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  /** What was said last of the row that is pointed at. */
  let told = '';
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.setAttribute('role', 'figure');

  const grid = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const axes = drawAxes(grid);
  const perfect = appendSvg(grid, 'line', styles.identity);
  const canvas = append(root, 'canvas', styles.canvas, { 'aria-hidden': 'true' });
  const over = appendSvg(root, 'svg', styles.svg, { 'aria-hidden': 'true' });
  const ring = appendSvg(over, 'circle', styles.pointed, { r: 5 });
  // Before anything is pointed at it would lie in the corner.
  ring.style.display = 'none';

  const readOut = createReadOut(root, styles.readOut, READ_OUT_NAMES.predicted, {
    range: () => (shown === null || shown.points.x.length === 0 ? null : { min: 1, max: shown.points.x.length, stride: 1, page: 10 }),
    start: (range) => range.min,
    words: (place) => (shown === null ? '' : scatterWords(rowAt(shown, place), shown.data)),
    moved: () => stage.request(),
  });
  const toPoint = (event: PointerEvent): void => {
    if (shown === null) return;
    const box = root.getBoundingClientRect();
    const row = nearestPoint(shown.points, x, y, event.clientX - box.left, event.clientY - box.top);
    readOut.move(row === null ? null : orderOf(shown).indexOf(row) + 1);
  };
  readOut.element.addEventListener('pointermove', toPoint);
  readOut.element.addEventListener('pointerdown', toPoint);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));

  const words = leisurely(1000, () => {
    if (shown === null) return;
    const { data, points } = shown;
    const parts = [`${data.yLabel} against ${data.xLabel}, ${formatCount(points.x.length)} points`, data.summary, lostWords(data)];
    grid.setAttribute('aria-label', parts.filter((part) => part !== undefined && part !== '').join('; '));
    readOut.refresh();
  });
  const unwatch = watchAppearance(() => stage.request());

  function x(value: number): number {
    const [low, high] = xDomain ?? [0, 1];
    return frame.left + ((value - low) / (high - low)) * (frame.right - frame.left);
  }

  function y(value: number): number {
    const [low, high] = yDomain ?? [0, 1];
    return frame.bottom - ((value - low) / (high - low)) * (frame.bottom - frame.top);
  }

  function draw(width: number, height: number): void {
    if (shown === null) return;
    const { data, points } = shown;
    const wanted = scatterDomains(data, points, data.view);
    const [xs, ys] = [settleLinear(xDomain, wanted.x[0], wanted.x[1]), settleLinear(yDomain, wanted.y[0], wanted.y[1])];
    [xDomain, yDomain] = [xs, ys];
    const yTicks = linearTicks(ys, height - MARGIN.top - MARGIN.bottom, 32);
    const yLabels = yTicks.map((value) => formatNumber(value));
    frame = frameWithin([width, height], MARGIN, yLabels);
    axes.update({
      frame,
      xTicks: linearTicks(xs, frame.right - frame.left, 44).map((value) => ({ at: x(value), label: formatNumber(value) })),
      yTicks: yTicks.map((value, index) => ({ at: y(value), label: yLabels[index] ?? '' })),
      xLabel: data.xLabel,
      yLabel: data.yLabel,
    });
    setAttributes(perfect, data.view === 'predicted' ? diagonal(xs, ys) : { x1: x(xs[0]), y1: y(0), x2: x(xs[1]), y2: y(0) });
    layOver(readOut.element, frame);
    paintPoints(canvas, [width, height], points, [x, y], data.heldOut ?? (() => false));
    drawPointed(readOut.value, shown);
  }

  /** The line of equality, from the first place where both axes have it to the last. */
  function diagonal(xs: Domain, ys: Domain): Record<'x1' | 'y1' | 'x2' | 'y2', number> {
    const from = Math.max(xs[0], ys[0]);
    const to = Math.max(from, Math.min(xs[1], ys[1]));
    return { x1: x(from), y1: y(from), x2: x(to), y2: y(to) };
  }

  function drawPointed(place: number | null, now: Shown): void {
    const row = place === null ? -1 : rowAt(now, place);
    const [px, py] = [x(now.points.x[row] ?? NaN), y(now.points.y[row] ?? NaN)];
    const isThere = Number.isFinite(px) && Number.isFinite(py);
    ring.style.display = isThere ? '' : 'none';
    if (isThere) setAttributes(ring, { cx: px, cy: py });
    const lines = row < 0 ? null : scatterLines(row, now.data);
    const key = lines?.join('\n') ?? '';
    if (key === told) return;
    told = key;
    callbacks.pointed(lines);
  }

  return {
    update(data) {
      const before = shown;
      const sameView = before?.data.view === data.view;
      if (!sameView) {
        [xDomain, yDomain] = [null, null];
        setAttribute(readOut.element, 'aria-label', READ_OUT_NAMES[data.view]);
      }
      // Whoever reads must not lose the row to another one because the network has learned meanwhile.
      const reading = sameView && readOut.value !== null && before.order?.length === data.truth.length;
      shown = { data, points: scatterPoints(data, data.view), ...(reading ? { order: before.order } : {}) };
      setAttribute(root, 'aria-label', data.name);
      words.request();
      stage.request();
    },
    destroy() {
      unwatch();
      words.cancel();
      stage.destroy();
    },
  };
}

/** The order of the read-out, worked out when it is first asked for. */
function orderOf(shown: Shown): Int32Array {
  return (shown.order ??= readingOrder(shown.data, shown.data.view));
}

/** The row at a place (from 1) of the read-out. */
function rowAt(shown: Shown, place: number): number {
  return orderOf(shown)[place - 1] ?? -1;
}
