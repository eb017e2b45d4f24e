import { formatNumber } from '../../scene/format';
import { fitCanvas, readColours, watchAppearance } from '../parts/appearance';
import { append, appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes } from './axes';
import styles from './chart.module.css';
import { createClip } from './clip';
import contourStyles from './contour.module.css';
import { drawContourLegend } from './contourLegend';
import { bandColours, paintField, type Ramp } from './contourPaint';
import { ContourView, contourSummary, positionWords, steepness, type ContourData } from './contourView';
import type { Chart } from './curveChart';
import { drawDescentPath } from './descentPath';
import { valueInField } from './field';
import { layOver } from './frames';
import { arrowPath, downhill } from './gradientArrow';
import { createHatch } from './hatch';
import type { Point } from './iterates';
import { neatNumber } from './neat';
import { createPointHandle } from './pointHandle';

export type { ContourData } from './contourView';

/** What a contour drawing tells its owner. */
export interface ContourCallbacks {
  /** The reader has moved the present point: to these values of the two inputs. */
  readonly onMove: (x: number, y: number) => void;
}

/** A contour drawing inside its host. */
export type Contour = Chart<ContourData>;

/**
 * A function over two of its inputs as bands between levels, with the path of a descent, the present point, which can be
 * dragged or moved by keyboard, and an arrow from it against the gradient. Where the function has no value the ground is
 * hatched. The bands are painted on a canvas, everything else is SVG. It fills its host.
 */
export function drawContour(host: HTMLElement, callbacks: ContourCallbacks): Contour {
  let data: ContourData | null = null;
  let ramp: Ramp | null = null;
  let painted = '';
  /** The inputs under the pointer, away from the present point. */
  let pointed: Point | null = null;
  let held = false;
  const view = new ContourView();
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.classList.add(styles.small ?? '');
  setAttributes(root, { role: 'figure', 'aria-label': 'f over two inputs' });

  const under = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const ground = appendSvg(under, 'rect', undefined, { fill: createHatch(under) });
  const canvas = append(root, 'canvas', styles.canvas, { 'aria-hidden': 'true' });
  const over = appendSvg(root, 'svg', styles.svg, { 'aria-hidden': 'true' });
  const axes = drawAxes(over);
  const outline = appendSvg(over, 'rect', contourStyles.frame);
  const legend = drawContourLegend(over);
  const legendTitle = appendSvg(over, 'text', styles.axisTitle);
  const arrowName = appendSvg(over, 'text', contourStyles.arrowName, { 'text-anchor': 'end' });
  const clip = createClip(over);
  const path = drawDescentPath(clip.group);
  const arrowHalo = appendSvg(clip.group, 'path', contourStyles.arrowHalo);
  const arrow = appendSvg(clip.group, 'path', contourStyles.arrow);
  const point = appendSvg(over, 'circle', contourStyles.point, { r: 5 });
  point.style.display = 'none';
  const plot = append(root, 'div', contourStyles.plot, { 'aria-hidden': 'true' });
  const tooltip = createTooltip(root);

  const handle = createPointHandle(root, contourStyles.handle, {
    onPull: (to) => moveToPixel(to),
    onKey(hundredths) {
      if (data === null) return;
      const { at, xRange, yRange } = data;
      const [width, height] = [xRange[1] - xRange[0], yRange[1] - yRange[0]];
      moveTo(
        { x: at.x + (hundredths.x * width) / 100, y: at.y + (hundredths.y * height) / 100 },
        { x: hundredths.x === 0 ? 0 : width / 1000, y: hundredths.y === 0 ? 0 : height / 1000 },
      );
    },
    onHeld(now) {
      held = now;
      stage.request();
    },
  });

  /** Goes there; a coordinate whose resolution is 0 stays as it is. */
  function moveTo(to: Point, resolution: Point): void {
    if (data === null) return;
    const { at, xRange, yRange } = data;
    const x = resolution.x === 0 ? at.x : neatNumber(to.x, resolution.x, ...xRange);
    const y = resolution.y === 0 ? at.y : neatNumber(to.y, resolution.y, ...yRange);
    if (x !== at.x || y !== at.y) callbacks.onMove(x, y);
  }

  function moveToPixel(pixel: Point): void {
    moveTo(view.inputsAt(pixel), view.perPixel);
  }

  const pixelOf = (event: MouseEvent): Point => {
    const box = root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  plot.addEventListener('pointerdown', (event) => {
    // A finger may be about to scroll the page: it drags the point by its handle, and moves it with a tap.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    plot.setPointerCapture(event.pointerId);
    moveToPixel(pixelOf(event));
  });
  plot.addEventListener('click', (event) => moveToPixel(pixelOf(event)));
  plot.addEventListener('pointermove', (event) => {
    const pixel = pixelOf(event);
    if (plot.hasPointerCapture(event.pointerId)) moveToPixel(pixel);
    pointed = view.inputsAt(pixel);
    stage.request();
  });
  plot.addEventListener('pointerleave', () => {
    pointed = null;
    stage.request();
  });

  const words = leisurely(1000, () => {
    if (data === null) return;
    setAttribute(under, 'aria-label', contourSummary(data));
    describe(data);
  });

  function describe(shown: ContourData): void {
    handle.describe(`Present point, ${shown.xInput} and ${shown.yInput}`, shown.at.x, positionWords(shown));
  }
  const unwatch = watchAppearance(() => {
    ramp = null;
    stage.request();
  });

  function draw(width: number, height: number): void {
    if (data === null) return;
    axes.update(view.settle(data, width, height));
    const { frame, levels, upright, x, y } = view;
    const { left, right, top, bottom } = frame;
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    setAttributes(ground, box);
    setAttributes(outline, { ...box, x: left + 0.5, y: top + 0.5, width: box.width - 1, height: box.height - 1 });
    clip.place(frame, 0);
    layOver(plot, frame);
    paint(data, width, height);
    legend.update(levels, bandColours(colours(), levels.length), frame, upright);
    setText(legendTitle, upright && levels.length > 0 ? data.name : '');
    setAttributes(legendTitle, { x: right + 12, y: top - 10 });
    drawPoint(data);
    path.update(data.path, x, y, frame);
  }

  function colours(): Ramp {
    const context = canvas.getContext('2d');
    if (ramp !== null || context === null) return ramp ?? { low: '', high: '', line: '' };
    const [low = '', high = '', line = ''] = readColours(context, root, ['--contour-low', '--contour-high', '--contour-line']);
    ramp = { low, high, line };
    return ramp;
  }

  /** Paints the bands, unless they are what is there: while only the point moves they stay. */
  function paint(shown: ContourData, width: number, height: number): void {
    const { frame, levels } = view;
    const { low, high } = colours();
    const key = JSON.stringify([width, height, devicePixelRatio, frame, view.version, shown.columns, low, high]);
    if (key === painted) return;
    painted = key;
    const context = fitCanvas(canvas, width, height);
    if (context !== null) paintField(context, shown, levels, colours(), frame);
  }

  function drawPoint(shown: ContourData): void {
    const { at, gradient, xRange, yRange } = shown;
    const inSight = at.x >= xRange[0] && at.x <= xRange[1] && at.y >= yRange[0] && at.y <= yRange[1];
    const pixel = { x: view.x(at.x), y: view.y(at.y) };
    point.style.display = inSight ? '' : 'none';
    handle.place(inSight ? pixel : null);
    const step = inSight ? downhill(gradient, view.perPixel, steepness(gradient, view.perPixel, view.levels)) : null;
    const shape = step === null ? '' : arrowPath(pixel, step);
    arrow.setAttribute('d', shape);
    arrowHalo.setAttribute('d', shape);
    setText(arrowName, step !== null && view.upright ? `−∇${shown.name}` : '');
    setAttributes(arrowName, { x: view.frame.right - 8, y: view.frame.top - 10 });
    if (inSight) setAttributes(point, { cx: pixel.x, cy: pixel.y });
    if (held) describe(shown);
    if (inSight && held) showTooltip(shown, pixel, at, shown.value);
    else if (pointed !== null) {
      showTooltip(shown, { x: view.x(pointed.x), y: view.y(pointed.y) }, pointed, valueInField(shown, pointed.x, pointed.y));
    } else tooltip.hide();
  }

  function showTooltip({ name, xInput, yInput, xRange, yRange }: ContourData, pixel: Point, inputs: Point, value: number): void {
    tooltip.show(pixel.x, pixel.y, [
      [xInput, formatNumber(neatNumber(inputs.x, view.perPixel.x, ...xRange))],
      [yInput, formatNumber(neatNumber(inputs.y, view.perPixel.y, ...yRange))],
      [name, Number.isFinite(value) ? formatNumber(value) : 'no value'],
    ]);
  }

  return {
    update(next) {
      data = next;
      setAttribute(root, 'aria-label', `${next.name} over ${next.xInput} and ${next.yInput}`);
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
