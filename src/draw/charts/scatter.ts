import { formatNumber } from '../../scene/format';
import { fitCanvas, readColours, watchAppearance } from '../parts/appearance';
import { append, appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes, type Frame } from './axes';
import styles from './chart.module.css';
import { settleLinear, type Domain } from './domain';
import { frameWithin, layOver, ROOMY, type Margins } from './frames';
import { nearestPoint, scatterDomains, scatterWords } from './scatterPoints';
import { linearTicks } from './ticks';

/** What the scatter plot shows: two columns of equal length. */
export interface ScatterData {
  /** The figure's accessible name: `Predicted against true price`. */
  readonly name: string;
  readonly truth: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  /** What is predicted and its unit, on the horizontal axis: `true price, 1000 $`. */
  readonly truthLabel: string;
  /** The vertical axis: `predicted`. */
  readonly predictedLabel: string;
  /** What to say of the whole, such as its error; part of the accessible name. */
  readonly summary?: string;
}

/** A scatter plot inside its host. */
export interface Scatter {
  /** Shows this. It reads the arrays at the next frame, so they must not be written to before. */
  update(data: ScatterData): void;
  destroy(): void;
}

const MARGIN: Margins = { ...ROOMY, right: 12 };

/** A point's radius, in pixels. */
const RADIUS = 2.25;

/**
 * Predicted against true values, one translucent dot a row, with the line on which they would be equal. Dots are
 * painted on a canvas (506 of them at every frame), everything else is SVG. It fills its host.
 */
export function drawScatter(host: HTMLElement): Scatter {
  let data: ScatterData | null = null;
  let xDomain: Domain | null = null;
  let yDomain: Domain | null = null;
  let frame: Frame = { left: 0, top: 0, right: 0, bottom: 0 };
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.setAttribute('role', 'figure');

  const grid = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const axes = drawAxes(grid);
  const identity = appendSvg(grid, 'line', styles.identity);
  const canvas = append(root, 'canvas', styles.canvas, { 'aria-hidden': 'true' });
  const over = appendSvg(root, 'svg', styles.svg, { 'aria-hidden': 'true' });
  const note = appendSvg(over, 'text', styles.note, { 'text-anchor': 'end' });
  const pointed = appendSvg(over, 'circle', styles.pointed, { r: 5 });
  // Before anything is pointed at it would lie in the corner.
  pointed.style.display = 'none';

  const readOut = createReadOut(root, styles.readOut, 'Row', {
    range: () => (data === null || data.truth.length === 0 ? null : { min: 1, max: data.truth.length, stride: 1, page: 10 }),
    start: (range) => range.min,
    words: (row) => (data === null ? '' : scatterWords(row - 1, data.truth, data.predicted)),
    moved: () => stage.request(),
  });
  const tooltip = createTooltip(root);
  const toPoint = (event: PointerEvent): void => {
    if (data === null) return;
    const box = root.getBoundingClientRect();
    const row = nearestPoint(data.truth, data.predicted, x, y, event.clientX - box.left, event.clientY - box.top);
    readOut.move(row === null ? null : row + 1);
  };
  readOut.element.addEventListener('pointermove', toPoint);
  readOut.element.addEventListener('pointerdown', toPoint);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));

  const words = leisurely(1000, () => {
    if (data === null) return;
    const lost = lostWords(data);
    const parts = [`${data.predictedLabel} against ${data.truthLabel}, ${data.truth.length} points`, data.summary, lost];
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
    if (data === null) return;
    const wanted = scatterDomains(data.truth, data.predicted);
    xDomain = settleLinear(xDomain, wanted.x[0], wanted.x[1]);
    yDomain = settleLinear(yDomain, wanted.y[0], wanted.y[1]);
    const yTicks = linearTicks(yDomain, height - MARGIN.top - MARGIN.bottom, 32);
    const yLabels = yTicks.map((value) => formatNumber(value));
    frame = frameWithin([width, height], MARGIN, yLabels);
    axes.update({
      frame,
      xTicks: linearTicks(xDomain, frame.right - frame.left, 44).map((value) => ({ at: x(value), label: formatNumber(value) })),
      yTicks: yTicks.map((value, index) => ({ at: y(value), label: yLabels[index] ?? '' })),
      xLabel: data.truthLabel,
      yLabel: data.predictedLabel,
    });
    // The line of equality, from the first place where both axes have it to the last.
    const from = Math.max(xDomain[0], yDomain[0]);
    const to = Math.max(from, Math.min(xDomain[1], yDomain[1]));
    setAttributes(identity, { x1: x(from), y1: y(from), x2: x(to), y2: y(to) });
    layOver(readOut.element, frame);
    setText(note, lostWords(data));
    setAttributes(note, { x: frame.right, y: frame.top - 10 });
    paint(data, width, height);
    drawPointed(readOut.value, data);
  }

  function paint({ truth, predicted }: ScatterData, width: number, height: number): void {
    const context = fitCanvas(canvas, width, height);
    if (context === null) return;
    const [colour = ''] = readColours(context, root, ['--forward']);
    context.fillStyle = colour;
    context.globalAlpha = 0.55;
    for (let row = 0; row < truth.length; row++) {
      const cy = y(predicted[row] ?? NaN);
      if (!Number.isFinite(cy)) continue;
      context.beginPath();
      context.arc(x(truth[row] ?? NaN), cy, RADIUS, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  function drawPointed(row: number | null, { truth, predicted }: ScatterData): void {
    const [px, py] = row === null ? [NaN, NaN] : [x(truth[row - 1] ?? NaN), y(predicted[row - 1] ?? NaN)];
    pointed.style.display = Number.isFinite(py) ? '' : 'none';
    if (row === null) {
      tooltip.hide();
      return;
    }
    if (Number.isFinite(py)) setAttributes(pointed, { cx: px, cy: py });
    tooltip.show(px, Number.isFinite(py) ? py : frame.top + 40, [
      ['row', String(row)],
      ['true', formatNumber(truth[row - 1] ?? NaN)],
      ['predicted', formatNumber(predicted[row - 1] ?? NaN)],
    ]);
  }

  return {
    update(next) {
      data = next;
      setAttribute(root, 'aria-label', next.name);
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

function lostWords({ predicted }: ScatterData): string {
  let lost = 0;
  for (let row = 0; row < predicted.length; row++) if (!Number.isFinite(predicted[row])) lost++;
  if (lost === 0) return '';
  return lost === 1 ? '1 prediction is not finite' : `${lost} predictions are not finite`;
}
