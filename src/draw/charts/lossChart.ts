import { formatNumber } from '../../scene/format';
import { append, appendSvg, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes } from './axes';
import styles from './chart.module.css';
import { placeOfValue, placeOfWords } from './lossMarks';
import { bandPath, epochPath } from './lossPaths';
import { LossView, type LossChartData } from './lossView';
import { lossSummary, stepLines, stepWords } from './lossWords';

export type { LossChartData } from './lossView';

/** A loss chart inside its host. */
export interface LossChart {
  /** Shows this. Cheap to call as often as there is news: it is drawn once in a frame. */
  update(data: LossChartData): void;
  destroy(): void;
}

let clips = 0;

/**
 * The loss, live: every step's loss as a faint line (a band from the least to the greatest where steps share a pixel),
 * every epoch's mean as a strong line, a value under the pointer and by keyboard. It fills its host.
 */
export function drawLossChart(host: HTMLElement): LossChart {
  let data: LossChartData | null = null;
  const view = new LossView();
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  setAttributes(root, { role: 'figure', 'aria-label': 'Loss curve' });

  const svg = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const axes = drawAxes(svg);
  const clipId = `loss-clip-${clips++}`;
  const clip = appendSvg(appendSvg(svg, 'clipPath', undefined, { id: clipId }), 'rect', undefined);
  const plot = appendSvg(svg, 'g', undefined, { 'clip-path': `url(#${clipId})` });
  const band = appendSvg(plot, 'path', styles.band);
  const epochs = appendSvg(plot, 'path', styles.epochs);
  const diverged = appendSvg(svg, 'g', styles.diverged);
  const divergedLine = appendSvg(diverged, 'line', undefined);
  const divergedText = appendSvg(diverged, 'text', undefined);
  const lastDot = appendSvg(svg, 'circle', styles.dot, { r: 4 });
  const lastValue = appendSvg(svg, 'text', styles.lastValue);
  const note = appendSvg(svg, 'text', styles.note);
  const rule = appendSvg(svg, 'line', styles.rule);
  const ruleDot = appendSvg(svg, 'circle', styles.dotFaint, { r: 3.5 });
  // Before there is anything to mark they would lie in the corner.
  for (const mark of [diverged, lastDot, lastValue, rule, ruleDot]) mark.style.display = 'none';
  const empty = append(root, 'p', styles.empty);
  empty.textContent = 'Press Train: the loss of every step appears here.';

  const readOut = createReadOut(root, styles.readOut, 'Loss at step', {
    range() {
      if (data === null || data.series.stepCount === 0) return null;
      const { firstStep: min, lastStep: max, stepCount } = data.series;
      const pixels = Math.max(1, view.frame.right - view.frame.left);
      return { min, max, stride: Math.max(1, Math.round(stepCount / pixels)), page: Math.max(1, data.stepsPerEpoch) };
    },
    start: (range) => range.max,
    words: (step) => (data === null ? '' : stepWords(step, data)),
    moved: () => stage.request(),
  });
  const tooltip = createTooltip(root);
  const toStep = (event: PointerEvent): void => {
    readOut.move(view.nearestStep(event.clientX - root.getBoundingClientRect().left));
  };
  readOut.element.addEventListener('pointermove', toStep);
  readOut.element.addEventListener('pointerdown', toStep);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));

  // Words for those who listen: once a second is as fast as they can be of use.
  const words = leisurely(1000, () => {
    if (data === null) return;
    svg.setAttribute('aria-label', lossSummary(data));
    readOut.refresh();
  });

  function draw(width: number, height: number): void {
    if (data === null) return;
    const { series, lossLabel = 'loss' } = data;
    view.settle(data, width, height);
    const { frame } = view;
    const [plotWidth, plotHeight] = [frame.right - frame.left, frame.bottom - frame.top];
    axes.update({
      frame,
      xTicks: view.xTicks,
      yTicks: view.yTicks,
      xLabel: data.axis === 'steps' ? 'SGD step' : 'epoch',
      yLabel: lossLabel,
    });
    setAttributes(clip, { x: frame.left, y: frame.top - 2, width: plotWidth + 2, height: plotHeight + 4 });
    Object.assign(readOut.element.style, {
      left: `${frame.left}px`,
      top: `${frame.top}px`,
      width: `${plotWidth}px`,
      height: `${plotHeight}px`,
    });
    empty.hidden = series.stepCount > 0;
    const path = bandPath(view.columns, view.x, view.y);
    band.setAttribute('d', path);
    band.classList.toggle(styles.bandLine ?? '', !path.includes('Z'));
    epochs.setAttribute('d', epochPath(series, view.firstStep, view.x, view.y));
    setText(note, view.note);
    setAttributes(note, { x: 0, y: frame.bottom + 31 });
    drawLast(series.epochCount - 1, data);
    drawDiverged(data.divergedAt ?? null, lossLabel);
    drawRule(readOut.value, data);
  }

  /** The end of the strong line, with its value; before the first epoch has ended, of the faint one. */
  function drawLast(lastEpoch: number, { series, divergedAt }: LossChartData): void {
    const step = lastEpoch >= 0 ? series.epochEnd(lastEpoch) : series.lastStep;
    const loss = lastEpoch >= 0 ? series.epochMean(lastEpoch) : series.lossAt(step);
    const shown = series.stepCount > 0 && Number.isFinite(loss);
    lastDot.style.display = lastValue.style.display = shown ? '' : 'none';
    if (!shown) return;
    const [x, y] = [view.x(step), view.y(loss)];
    setAttributes(lastDot, { cx: x, cy: y });
    const text = formatNumber(loss);
    setAttributes(lastValue, { ...placeOfValue(x, y, text, view.frame, divergedAt == null ? undefined : view.x(divergedAt)) });
    setText(lastValue, text);
  }

  function drawDiverged(step: number | null, title: string): void {
    diverged.style.display = step === null ? 'none' : '';
    if (step === null) return;
    const { left, right, top, bottom } = view.frame;
    const x = Math.round(Math.max(left, Math.min(right, view.x(step)))) + 0.5;
    const words = `diverged at step ${step}`;
    setAttributes(divergedLine, { x1: x, x2: x, y1: top - 5, y2: bottom });
    setAttributes(divergedText, { ...placeOfWords(x, words, title, view.frame) });
    setText(divergedText, words);
  }

  function drawRule(step: number | null, shown: LossChartData): void {
    const loss = step === null ? NaN : shown.series.lossAt(step);
    rule.style.display = step === null ? 'none' : '';
    ruleDot.style.display = Number.isFinite(loss) ? '' : 'none';
    if (step === null) {
      tooltip.hide();
      return;
    }
    const x = view.x(step);
    const y = Number.isFinite(loss) ? view.y(loss) : view.frame.top + 40;
    setAttributes(rule, { x1: Math.round(x) + 0.5, x2: Math.round(x) + 0.5, y1: view.frame.top, y2: view.frame.bottom });
    setAttributes(ruleDot, { cx: x, cy: y });
    tooltip.show(x, y, stepLines(step, shown));
  }

  return {
    update(next) {
      data = next;
      words.request();
      stage.request();
    },
    destroy() {
      words.cancel();
      stage.destroy();
    },
  };
}
