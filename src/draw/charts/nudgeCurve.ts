import { formatNumber } from '../../scene/format';
import { appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { CHARACTER } from '../parts/lettering';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes } from './axes';
import styles from './chart.module.css';
import type { Chart } from './curveChart';
import { layOver } from './frames';
import nudgeStyles from './nudgeCurve.module.css';
import { errorText, nudgeCurveSummary, nudgePointWords, NudgeCurveView, type NudgeCurveData } from './nudgeCurveView';

export type { NudgeCurveData } from './nudgeCurveView';

/** What the chart tells its owner. */
export interface NudgeCurveCallbacks {
  /** The reader has pressed on an ε. */
  readonly onChoose: (epsilon: number) => void;
}

/** Pixels from the edge of the plot to the words at its ends. */
const INSET = 8;

/**
 * How far measured slopes are from the gradient, over ε, both on logarithmic scales: forward differences as a line, central
 * ones dashed, the present ε as a rule with both errors on it, and what spoils either end in words. It fills its host.
 */
export function drawNudgeCurve(host: HTMLElement, callbacks: NudgeCurveCallbacks): Chart<NudgeCurveData> {
  let data: NudgeCurveData | null = null;
  const view = new NudgeCurveView();
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.classList.add(styles.small ?? '');
  setAttributes(root, { role: 'figure', 'aria-label': 'Error of the slope over ε' });
  const svg = appendSvg(root, 'svg', styles.svg, { role: 'img', 'aria-label': 'Error of the slope over ε' });
  const axes = drawAxes(svg);
  const central = appendSvg(svg, 'path', nudgeStyles.central);
  const forward = appendSvg(svg, 'path', nudgeStyles.forward);
  const hoverRule = appendSvg(svg, 'line', styles.rule);
  const present = appendSvg(svg, 'line', nudgeStyles.present);
  const centralDot = appendSvg(svg, 'circle', nudgeStyles.centralDot, { r: 4.5 });
  const forwardDot = appendSvg(svg, 'circle', nudgeStyles.forwardDot, { r: 4.5 });
  const left = appendSvg(svg, 'text', nudgeStyles.reason, { 'text-anchor': 'start' });
  const right = appendSvg(svg, 'text', nudgeStyles.reason, { 'text-anchor': 'end' });
  const legend = appendSvg(svg, 'g', nudgeStyles.legend, { 'aria-hidden': 'true' });
  appendSvg(legend, 'line', nudgeStyles.forward, { x1: -142, x2: -122, y1: -3.5, y2: -3.5 });
  appendSvg(legend, 'text', undefined, { x: -116 }).textContent = 'forward';
  appendSvg(legend, 'line', nudgeStyles.central, { x1: -66, x2: -46, y1: -3.5, y2: -3.5 });
  appendSvg(legend, 'text', undefined, { x: -40 }).textContent = 'central';

  const readOut = createReadOut(root, styles.readOut, 'Error at ε', {
    range: () => (data === null ? null : { min: 0, max: data.epsilons.length - 1, stride: 1, page: 8 }),
    start: () => (data === null ? 0 : view.nearest(view.x(data.at.epsilon), data)),
    words: (point) => (data === null ? '' : nudgePointWords(data, point)),
    moved: () => stage.request(),
  });
  const { element } = readOut;
  const pointAt = (event: MouseEvent): number => (data === null ? 0 : view.nearest(event.clientX - root.getBoundingClientRect().left, data));
  element.addEventListener('pointermove', (event) => readOut.move(pointAt(event)));
  element.addEventListener('pointerleave', () => readOut.move(null));
  element.addEventListener('click', (event) => choose(pointAt(event)));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || readOut.value === null) return;
    event.preventDefault();
    choose(readOut.value);
  });
  const tooltip = createTooltip(root);

  function choose(point: number): void {
    const epsilon = data?.epsilons[point];
    if (epsilon !== undefined) callbacks.onChoose(epsilon);
  }

  function draw(width: number, height: number): void {
    if (data === null) return;
    axes.update(view.settle(data, width, height));
    const { frame } = view;
    setAttribute(svg, 'aria-label', nudgeCurveSummary(data));
    setAttribute(forward, 'd', view.path(data.forward, data.epsilons));
    setAttribute(central, 'd', view.path(data.central, data.epsilons));
    const x = view.x(data.at.epsilon);
    setAttributes(present, { x1: x, x2: x, y1: frame.top, y2: frame.bottom });
    placeDot(forwardDot, x, view.y(data.at.forward));
    placeDot(centralDot, x, view.y(data.at.central));
    const { reasons } = data;
    setText(left, `← ${reasons.left}`);
    setText(right, `${reasons.right} →`);
    const narrow = (reasons.left.length + reasons.right.length + 8) * CHARACTER > frame.right - frame.left;
    setAttributes(left, { x: frame.left + INSET, y: frame.bottom - INSET - (narrow ? 16 : 0) });
    setAttributes(right, { x: frame.right - INSET, y: frame.bottom - INSET });
    setAttributes(legend, { transform: `translate(${frame.right} ${frame.top - 10})` });
    layOver(element, frame);
    readOut.refresh();
    point(readOut.value, data);
  }

  /** Both errors at the ε that is pointed at. */
  function point(at: number | null, shown: NudgeCurveData): void {
    hoverRule.style.display = at === null ? 'none' : '';
    if (at === null) {
      tooltip.hide();
      return;
    }
    const epsilon = shown.epsilons[at] ?? 1;
    const x = Math.round(view.x(epsilon)) + 0.5;
    setAttributes(hoverRule, { x1: x, x2: x, y1: view.frame.top, y2: view.frame.bottom });
    tooltip.show(x, view.frame.top + 56, [
      ['ε', formatNumber(epsilon, 2)],
      ['forward', errorText(shown.forward[at])],
      ['central', errorText(shown.central[at])],
    ]);
  }

  return {
    update(next) {
      data = next;
      stage.request();
    },
    destroy: () => stage.destroy(),
  };
}

function placeDot(dot: SVGCircleElement, x: number, y: number): void {
  dot.style.display = Number.isFinite(y) ? '' : 'none';
  if (Number.isFinite(y)) setAttributes(dot, { cx: x, cy: y });
}
