import { formatCount } from '../../scene/format';
import { append, appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { CHARACTER } from '../parts/lettering';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { drawAxes, type Tick } from './axes';
import styles from './chart.module.css';
import { createClip } from './clip';
import type { Chart } from './curveChart';
import { layOver } from './frames';
import lossStyles from './lossChart.module.css';
import { leadOf, type LossChartData, type StepRange } from './lossData';
import { drawLossEnds } from './lossEnds';
import { mergeMarks, type LossEvent } from './lossEvents';
import { drawLossFlags } from './lossFlags';
import { listenToHandle } from './lossHandle';
import { drawLossLines } from './lossLines';
import { drawPlayhead, gripAt } from './lossPlayhead';
import { stepWords } from './lossReadings';
import { drawLossRule } from './lossRule';
import { drawLossStop } from './lossStop';
import { LossView } from './lossView';
import { lossSummary } from './lossWords';
import { zoomAbout, zoomTo } from './lossZoom';

export type { LossChartData, LossMark, StepRange } from './lossData';

/** A loss chart inside its host. */
export type LossChart = Chart<LossChartData>;

/** What the chart tells its owner. */
export interface LossChartCallbacks {
  /** A step of the run at the front is wanted: at most once in a frame while the curve is held, `final` once it is let go. */
  readonly onSeek: (step: number, final: boolean) => void;
  /** Only these steps are wanted in sight; null for all of them. */
  readonly onZoom: (range: StepRange | null) => void;
}

/** Marks nearer to each other than this, in pixels, are merged. */
const MARK_SPACING = 20;

/** How many times closer the keys + and − look. */
const KEY_ZOOM = 2;

/** The height of the row of the time axis's labels, which the handle takes in, in pixels. */
const LABEL_ROW = 22;

/** What stands below a wide chart that has nothing else to say there. */
const HINT = 'drag to any step: the graph shows it';
const WIDE = 340;
/** The advance of one of its characters, in pixels. */
const HINT_CHARACTER = 5.6;

/**
 * The losses of runs, live: every step's loss as a faint line (a band from the least to the greatest where steps share a
 * pixel), the epochs' means or a moving average as a strong line, held-out losses dotted. The curve is the handle of time:
 * dragging it seeks a step, with Shift it chooses what to zoom to. Each value is under the pointer and by keyboard.
 */
export function drawLossChart(host: HTMLElement, callbacks: LossChartCallbacks): LossChart {
  let data: LossChartData | null = null;
  let events: readonly LossEvent[] = [];
  let brush: readonly [number, number] | null = null;
  /** The frame that everything is laid out for. */
  let framed = '';
  /** The step that the curve is held at, or was let go at while the page does not show it yet. */
  let sought: { readonly step: number; readonly held: boolean; readonly shown: number | null; readonly run: number | undefined } | null = null;
  const view = new LossView();
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  setAttributes(root, { role: 'figure', 'aria-label': 'Loss curve' });

  const under = appendLayer(root);
  under.setAttribute('role', 'img');
  const axes = drawAxes(under);
  const behind = createClip(under);
  const over = appendLayer(root);
  const top = appendLayer(root);
  for (const layer of [over, top]) layer.setAttribute('aria-hidden', 'true');
  const before = createClip(over);
  const lines = drawLossLines(behind.group, before.group);
  const flags = drawLossFlags(over);
  const stop = drawLossStop(over);
  const note = appendSvg(over, 'text', styles.note);
  const selection = appendSvg(top, 'rect', lossStyles.selection);
  const playhead = drawPlayhead(top);
  // Over the playhead, which often stands at the end of the curve.
  const ends = drawLossEnds(top);
  selection.style.display = 'none';
  const empty = append(root, 'p', styles.empty);
  empty.textContent = 'Press Train: the loss of every step appears here.';

  const readOut = createReadOut(root, lossStyles.handle, 'Loss at step', {
    range() {
      const steps = data === null ? null : view.stepsInSight();
      if (data === null || steps === null) return null;
      const pixels = Math.max(1, view.frame.right - view.frame.left);
      const stride = Math.max(1, Math.round((steps.to - steps.from) / pixels));
      return { min: steps.from, max: steps.to, stride, page: Math.max(1, leadOf(data)?.stepsPerEpoch ?? 1) };
    },
    start: ({ max }) => data?.playhead ?? max,
    words: (step) => (data === null ? '' : stepWords(step, data, view)),
    moved: () => stage.request(),
  });
  const rule = drawLossRule(top, root);

  const handle = listenToHandle(readOut.element, root, {
    brushing: () => data?.brushing ?? false,
    pointed: (x) => readOut.move(x === null ? null : view.nearestStep(x)),
    sought(x, final) {
      const step = view.nearestStep(x);
      if (step !== null) seek(step, final);
    },
    brushed(range) {
      brush = range;
      stage.request();
    },
    chosen(from, to) {
      const [first, last] = [view.nearestStep(Math.min(from, to)), view.nearestStep(Math.max(from, to))];
      const steps = stepsOfFront();
      if (first !== null && last !== null && steps !== null) callbacks.onZoom(zoomTo(first, last, ...steps) ?? data?.zoom ?? null);
    },
    whole: () => callbacks.onZoom(null),
  });
  readOut.element.addEventListener('keydown', (event) => {
    if (data === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = stepsOfFront();
    const inSight = view.stepsInSight();
    if (steps === null || inSight === null) return;
    const step = readOut.value ?? data.playhead ?? inSight.to;
    const zoom = (factor: number): void => callbacks.onZoom(zoomAbout(step, factor, [inSight.from, inSight.to], ...steps));
    if (event.key === 'Enter') seek(step, true);
    else if (event.key === '+' || event.key === '=') zoom(KEY_ZOOM);
    else if (event.key === '-' || event.key === '−') zoom(1 / KEY_ZOOM);
    else if (event.key === '0') callbacks.onZoom(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function stepsOfFront(): readonly [number, number] | null {
    const series = data === null ? undefined : leadOf(data)?.series;
    return series === undefined || series.stepCount === 0 ? null : [series.firstStep, series.lastStep];
  }

  function seek(step: number, final: boolean): void {
    if (data?.playhead == null) return;
    const news = final || sought?.step !== step;
    sought = { step, held: !final, shown: data.playhead, run: leadOf(data)?.id };
    stage.request();
    if (news) callbacks.onSeek(step, final);
  }

  // Words for those who listen: once a second is as fast as they can be of use.
  const words = leisurely(1000, () => {
    if (data === null) return;
    setAttribute(under, 'aria-label', lossSummary(data));
    readOut.refresh();
  });

  function draw(width: number, height: number): void {
    if (data === null) return;
    view.settle(data, width, height);
    const { frame, titleInRow } = view;
    const { axis, lossLabel = 'loss', runs } = data;
    const grip = gripPlace(data);
    const taken = grip === null ? null : gripAt(grip.x, grip.text, frame);
    const xLabel = axis === 'steps' ? 'SGD step' : 'epoch';
    const titleWidth = xLabel.length * CHARACTER;
    const titleEnd = taken !== null && taken[1] > frame.right - titleWidth - 8 ? Math.min(frame.right, taken[0] - 8) : frame.right;
    axes.update({
      frame,
      // What stands in the row of the grip makes way for it.
      xTicks: taken === null ? view.xTicks : view.xTicks.filter((tick) => isClear(tick, taken)),
      yTicks: view.yTicks,
      xLabel,
      yLabel: lossLabel,
      titleInRow,
      titleEnd,
    });
    const edges = Object.values(frame).join(' ');
    if (edges !== framed) {
      // Only then: whoever moves a clip has all that is in it painted again.
      framed = edges;
      for (const clip of [behind, before]) clip.place(frame);
      layOver(readOut.element, { ...frame, bottom: frame.bottom + LABEL_ROW });
    }
    readOut.element.classList.toggle(lossStyles.seekable ?? '', data.playhead !== null && data.brushing !== true);
    // Only now is it known which steps are in sight; its numbers come with it.
    if (readOut.element.hidden !== (view.stepsInSight() === null)) readOut.refresh();
    empty.hidden = runs.some(({ series }) => series.stepCount > 0);
    lines.update(runs, (run) => view.paths(run));
    events = mergeMarks(data.marks.filter(({ kind }) => kind !== 'diverged'), view.x, MARK_SPACING);
    flags.update(events, frame, ({ marks: [first] }) => (first === undefined ? NaN : view.lineAt(first.step)));
    stop.update(data, view);
    ends.update(data, view);
    const hinted = width >= WIDE && !titleInRow && data.playhead !== null && !readOut.element.hidden;
    // The hint makes way for the grip and the axis's title; what the axis cannot show does not.
    const hint = hinted && Math.min(taken?.[0] ?? Infinity, titleEnd - titleWidth) > HINT.length * HINT_CHARACTER ? HINT : '';
    setText(note, view.note === '' ? hint : view.note);
    setAttributes(note, { x: 0, y: frame.bottom + 31 });
    drawBrush();
    playhead.update(grip, sought?.held ?? false, frame);
    rule.update(brush === null ? readOut.value : null, data, view, events);
  }

  function drawBrush(): void {
    selection.style.display = brush === null ? 'none' : '';
    if (brush === null) return;
    const { left, right, top, bottom } = view.frame;
    const [from, to] = [Math.min(...brush), Math.max(...brush)].map((x) => Math.max(left, Math.min(right, x)));
    setAttributes(selection, { x: from ?? left, width: Math.max(0, (to ?? left) - (from ?? left)), y: top, height: bottom - top });
  }

  /** Where the playhead stands; null if there is none. */
  function gripPlace(shown: LossChartData): { readonly x: number; readonly text: string } | null {
    const step = view.stepsInSight() === null ? null : (sought?.step ?? shown.playhead);
    if (step === null) return null;
    const x = view.x(step);
    const text = `step ${formatCount(step)}`;
    return x >= view.frame.left - 1 && x <= view.frame.right + 1 ? { x, text } : null;
  }

  return {
    update(next) {
      data = next;
      // The page has arrived where it was sent, or went elsewhere.
      if (sought !== null && !sought.held && (next.playhead !== sought.shown || leadOf(next)?.id !== sought.run)) sought = null;
      words.request();
      stage.request();
    },
    destroy() {
      words.cancel();
      handle.destroy();
      stage.destroy();
    },
  };
}

/** A drawing that lies over those before it, and is painted by itself. */
function appendLayer(root: HTMLElement): SVGSVGElement {
  return appendSvg(root, 'svg', `${styles.svg ?? ''} ${lossStyles.layer ?? ''}`);
}

/** Whether a label of the time axis keeps clear of the grip. */
function isClear({ at, label }: Tick, [left, right]: readonly [number, number]): boolean {
  const half = (label.length * CHARACTER) / 2 + 5;
  return at + half < left || at - half > right;
}
