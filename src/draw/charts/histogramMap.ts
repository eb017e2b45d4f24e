import { formatCount } from '../../scene/format';
import { fitCanvas, readColours, watchAppearance } from '../parts/appearance';
import { append, appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes } from './axes';
import chart from './chart.module.css';
import { layOver } from './frames';
import styles from './histogramMap.module.css';
import { paintHistogram, rampNames, shadeOf } from './histogramPaint';
import { binWords, cellWords, countIn, fullestBin, histogramSummary, HistogramView, rangeWords, type Bin, type HistogramMapData } from './histogramView';

export type { HistogramMapData } from './histogramView';

/** A histogram map inside its host. */
export interface HistogramMap {
  update(data: HistogramMapData): void;
  destroy(): void;
}

/** The size of the legend's strip, in pixels. */
const STRIP = { width: 96, height: 10 } as const;

/**
 * How the numbers of a tensor were distributed over the steps of a run: a column a step, a row a bin, the darker the more cells.
 * Each bin can be read: under the pointer, or by keyboard, with the arrow keys to the sides from step to step, up and down from bin to bin.
 * It fills its host.
 */
export function drawHistogramMap(host: HTMLElement): HistogramMap {
  const view = new HistogramView();
  let data: HistogramMapData | null = null;
  /** The bin that the keys or the pointer have gone to; the column is the read-out's. */
  let bin = 0;
  const stage = createStage(host, chart.chart, draw);
  const { root } = stage;
  setAttributes(root, { role: 'figure', 'aria-label': 'Distribution over the steps' });
  const canvas = append(root, 'canvas', chart.canvas, { 'aria-hidden': 'true' });
  const svg = appendSvg(root, 'svg', chart.svg, { role: 'img' });
  const axes = drawAxes(svg);
  const border = appendSvg(svg, 'rect', styles.border);
  const mark = appendSvg(svg, 'rect', styles.mark);
  const legend = append(root, 'div', styles.legend, { 'aria-hidden': 'true' });
  const least = append(legend, 'span', undefined);
  const strip = append(legend, 'canvas', styles.strip);
  const most = append(legend, 'span', undefined);
  const readOut = createReadOut(root, chart.readOut, 'Distribution before step', {
    range: () => (data === null ? null : { min: 0, max: data.steps.length - 1, stride: 1, page: 8 }),
    start: (range) => {
      if (data !== null) bin = fullestBin(data, range.max);
      return range.max;
    },
    words: (column) => (data === null ? '' : binWords(data, { column, bin })),
    moved: () => stage.request(),
  });
  const tooltip = createTooltip(root);
  const unwatch = watchAppearance(() => stage.request());

  const toBin = (event: PointerEvent): void => {
    const { left, top } = root.getBoundingClientRect();
    const at = view.binAt(event.clientX - left, event.clientY - top);
    bin = at.bin;
    readOut.move(at.column);
  };
  readOut.element.addEventListener('pointermove', toBin);
  readOut.element.addEventListener('pointerdown', toBin);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));
  // Before the read-out's own keys, which know of one direction only.
  readOut.element.addEventListener(
    'keydown',
    (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (by === undefined || data === null || event.altKey || event.ctrlKey || event.metaKey) return;
      bin = Math.max(0, Math.min(data.bins - 1, bin + by));
      event.preventDefault();
      event.stopImmediatePropagation();
      readOut.move(readOut.value ?? data.steps.length - 1);
    },
    { capture: true },
  );

  function draw(width: number, height: number): void {
    if (data === null) return;
    axes.update(view.settle(data, width, height));
    const { frame } = view;
    const colours = coloursFor(data);
    const context = fitCanvas(canvas, width, height);
    if (context !== null) paintHistogram(context, view, data, colours);
    setAttributes(border, { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top });
    setAttribute(svg, 'aria-label', histogramSummary(data));
    drawLegend(colours);
    layOver(readOut.element, frame);
    readOut.refresh();
    point(readOut.value === null ? null : { column: readOut.value, bin }, data);
  }

  function coloursFor({ histogram }: HistogramMapData): string[] {
    const context = strip.getContext('2d');
    return context === null ? [] : readColours(context, root, rampNames(histogram.part));
  }

  function drawLegend(colours: readonly string[]): void {
    const context = fitCanvas(strip, STRIP.width, STRIP.height);
    const shade = shadeOf(colours, view.most);
    for (let x = 0; context !== null && x < STRIP.width; x++) {
      context.fillStyle = shade(1 + ((view.most - 1) * x) / (STRIP.width - 1));
      context.fillRect(x, 0, 1, STRIP.height);
    }
    setText(least, '1');
    setText(most, `${cellWords(view.most)} a bin`);
  }

  function point(at: Bin | null, shown: HistogramMapData): void {
    mark.style.display = at === null ? 'none' : '';
    if (at === null) {
      tooltip.hide();
      return;
    }
    const box = view.boxOf(at);
    setAttributes(mark, { ...box });
    const { nonFinite, outside } = shown.histogram;
    const [lost = 0, beyond = 0] = [nonFinite[at.column], outside[at.column]];
    tooltip.show(box.x + box.width, box.y, [
      [at.column === shown.steps.length - 1 ? 'now, before step' : 'before step', formatCount(shown.steps[at.column] ?? NaN)],
      [shown.histogram.part, rangeWords(shown, at.bin)],
      ['cells', formatCount(countIn(shown, at))],
      ...(beyond === 0 ? [] : ([['beyond the axis', formatCount(beyond)]] as const)),
      ...(lost === 0 ? [] : ([['not finite', formatCount(lost)]] as const)),
    ]);
  }

  return {
    update(next) {
      data = next;
      stage.request();
    },
    destroy() {
      unwatch();
      stage.destroy();
    },
  };
}
