import { select } from 'd3';
import { formatNumber } from '../../scene/format';
import { appendSvg, setAttributes } from '../parts/dom';
import type { PlotFrame } from './axes';
import styles from './lossEnds.module.css';
import { leadOf, type ChartRun, type LossChartData } from './lossData';
import { SIGN_HEIGHT } from './lossFlags';
import { placeLabels, type Box, type LabelWish, type PlacedLabel } from './lossLabels';
import { areNamed, labelLength, shortened } from './lossMargin';
import { LossObstacles } from './lossObstacles';
import type { LossView } from './lossView';
import { runColour } from './runLook';

/** The ends of the lines: a dot on the one at the front, and what is written beside them. */
export interface LossEnds {
  update(data: LossChartData, view: LossView): void;
}

/** So near to the ends of their lines names have to find room, in pixels. */
const NAME_REACH = 27;

/** Draws them into `svg`. */
export function drawLossEnds(svg: SVGSVGElement): LossEnds {
  const dot = appendSvg(svg, 'circle', styles.end, { r: 4 });
  dot.style.display = 'none';
  const group = select(appendSvg(svg, 'g', styles.labels));
  const obstacles = new LossObstacles();
  return {
    update(data, view) {
      const front = data.runs.find((run) => run.front);
      const end = front === undefined ? null : endOf(front, data, view);
      dot.style.display = end === null ? 'none' : '';
      if (front !== undefined && end !== null) {
        dot.style.setProperty('--run', runColour(front.slot));
        setAttributes(dot, { cx: end.x, cy: end.y });
      }
      obstacles.take(data.runs, view);
      const area = { ...view.frame, right: view.frame.right + view.room };
      group
        .selectAll<SVGTextElement, PlacedLabel>('text')
        .data(placeLabels(wishesFor(data, view), area, takenBy(data, view), obstacles.crosses), ({ key }) => key)
        .join('text')
        .attr('class', ({ key }) => (key.startsWith('front') ? (styles.frontLabel ?? '') : ''))
        .attr('x', ({ x }) => x)
        .attr('y', ({ y }) => y)
        .attr('text-anchor', (label) => label['text-anchor'])
        .text(({ text }) => text);
    },
  };
}

/** The end of a run's strong line, or, before its first epoch has ended, of the faint one; null if it is out of sight. */
function endOf(run: ChartRun, { smoothing }: Pick<LossChartData, 'smoothing'>, view: LossView): { readonly x: number; readonly y: number; readonly loss: number } | null {
  const { series } = run;
  const last = series.epochCount - 1;
  const means = smoothing === 0 && last >= 0;
  const step = means ? series.epochEnd(last) : series.lastStep;
  const loss = means ? series.epochMean(last) : smoothing > 0 ? view.curve(run).smoothed.series.at(step) : series.at(step);
  if (series.stepCount === 0 || !Number.isFinite(loss)) return null;
  return inSight({ x: view.x(step, run), y: view.y(loss), loss }, view.frame);
}

/** The end of the line of its held-out rows. */
function testEndOf({ series, ...run }: ChartRun, view: LossView): ReturnType<typeof endOf> {
  const last = series.epochCount - 1;
  const loss = series.epochTest(last);
  if (last < 0 || !Number.isFinite(loss)) return null;
  return inSight({ x: view.x(series.epochEnd(last), { series, ...run }), y: view.y(loss), loss }, view.frame);
}

function inSight<End extends { readonly x: number }>(end: End, { left, right }: PlotFrame): End | null {
  return end.x >= left - 1 && end.x <= right + 1 ? end : null;
}

/** What is to be written, the most important first: the front's value, its test loss, and the names of the others. */
function wishesFor(data: LossChartData, view: LossView): LabelWish[] {
  const wishes: LabelWish[] = [];
  const front = data.runs.find((run) => run.front);
  if (front !== undefined) {
    const [end, test] = [endOf(front, data, view), testEndOf(front, view)];
    if (end !== null) wishes.push({ ...end, key: 'front', needed: true, text: `${test === null ? '' : 'train '}${formatNumber(end.loss)}` });
    if (test !== null) wishes.push({ ...test, key: 'front test', needed: true, text: `test ${formatNumber(test.loss)}` });
  }
  if (!areNamed(data)) return wishes;
  const most = labelLength(view.frame.right + view.room);
  for (const run of data.runs) {
    if (run.front) continue;
    const end = endOf(run, data, view);
    if (end !== null) wishes.push({ ...end, key: String(run.id), text: shortened(run.name, most), reach: NAME_REACH });
  }
  return wishes;
}

/** What labels must keep clear of: the signs of what happened, the lines of the playhead and of a divergence, and the dot at the front's end. */
function takenBy(data: LossChartData, view: LossView): Box[] {
  const { top, bottom, left, right } = view.frame;
  const boxes: Box[] = data.marks.length === 0 ? [] : [{ left, right, top, bottom: top + SIGN_HEIGHT }];
  const front = leadOf(data);
  if (front === undefined) return boxes;
  const end = endOf(front, data, view);
  if (end !== null) boxes.push({ left: end.x - 5, right: end.x + 5, top: end.y - 5, bottom: end.y + 5 });
  if (data.playhead !== null) {
    const x = view.x(data.playhead);
    if (x >= left && x <= right + 1) boxes.push({ left: x - 3, right: x + 3, top: top - 4, bottom });
  }
  if (front.divergedAt !== null) {
    const x = view.x(front.divergedAt);
    boxes.push({ left: x - 3, right: x + 3, top: top - 10, bottom });
  }
  return boxes;
}
