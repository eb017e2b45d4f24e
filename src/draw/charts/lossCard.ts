import { formatCount, formatNumber } from '../../scene/format';
import { append } from '../parts/dom';
import type { PlotFrame } from './axes';
import { alignedOnPoint } from './figureColumns';
import styles from './lossCard.module.css';
import type { LossChartData } from './lossData';
import { eventWords, type LossEvent } from './lossEvents';
import { appendCell, appendSwatch } from './lossLines';
import { shortened } from './lossMargin';
import { figuresOf, type LossReading } from './lossReadings';

/** The card beside the pointer. */
export interface LossCard {
  /** Shows what is known of a step, over the plot, on the side where the pointer is not. */
  show(x: number, y: number, readings: readonly LossReading[], event: LossEvent | null, data: LossChartData, frame: PlotFrame): void;
  hide(): void;
}

/** From the point to the card. */
const GAP = 14;

/** How far the card of a few figures may stand out of the chart, to lie above the curve. */
const OVERHANG = 36;

/** From the plot's edges to a card that lies over it, and the least room on either side of the pointer for one that lies beside it. */
const INSET = 4;

/** The height of a row, and what a card needs beside its rows, in pixels. */
const ROW = 13;
const FURNITURE = 20;

/** So many characters of a run's name are told. */
const NAME = 14;

/** The card of the loss chart inside `root`. Hidden from screen readers: they are told the same in words. */
export function createLossCard(root: HTMLElement): LossCard {
  const card = append(root, 'div', styles.card, { 'aria-hidden': 'true' });
  card.hidden = true;
  let written = '';
  return {
    show(x, y, readings, event, data, frame) {
      const rows = Math.max(2, Math.floor((frame.bottom - frame.top - FURNITURE - (event === null ? 0 : 2 * ROW)) / ROW));
      const key = JSON.stringify([
        rows,
        data.smoothing > 0,
        event === null ? '' : eventWords(event),
        readings.map(({ run, step, epoch, loss, line, test }) => [run.name, run.slot, step, epoch, loss, line, test]),
      ]);
      if (key !== written) {
        written = key;
        card.replaceChildren();
        write(card, readings, event, data, rows);
      }
      card.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = card;
      const { left, top } = readings.length > 1 ? overPlot(x, width, height, frame) : beside(x, y, width, height, root, frame);
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      card.hidden = true;
    },
  };
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** In the upper corner of the plot that is further from the pointer. */
function overPlot(x: number, width: number, height: number, { left, right, top, bottom }: PlotFrame): Corner {
  const onLeft = x - left > right - x;
  return {
    left: onLeft ? left + INSET : Math.max(left, right - INSET - width),
    // Lower than the plot is high, it stands in it; higher, it keeps the axis free rather than what is above.
    top: Math.min(top, bottom - height),
  };
}

/** On the side of the point where there is room. It may stand out at the top, over the panel's head, rather than lie over the curve. */
function beside(x: number, y: number, width: number, height: number, root: HTMLElement, frame: PlotFrame): Corner {
  const right = x + GAP;
  const above = y - GAP - height;
  return {
    left: right + width <= frame.right ? right : Math.max(0, x - GAP - width),
    top: above >= -OVERHANG ? above : Math.max(-OVERHANG, Math.min(y + GAP, root.clientHeight - height)),
  };
}

function write(card: HTMLElement, readings: readonly LossReading[], event: LossEvent | null, data: LossChartData, rows: number): void {
  const [front] = readings;
  if (front === undefined) return;
  card.classList.toggle(styles.many ?? '', readings.length > 1);
  if (readings.length > 1) {
    writeTable(card, readings, data, rows);
    if (event !== null) writeEvent(card, event);
    return;
  }
  const title = append(card, 'div', styles.cardTitle);
  appendCell(title, undefined, `step ${formatCount(front.step)}`);
  appendCell(title, undefined, `epoch ${formatCount(front.epoch)}`);
  const table = append(card, 'div', styles.figures);
  for (const [name, value] of figuresOf(front, data)) {
    appendCell(table, undefined, name);
    appendCell(table, styles.figure, value);
  }
  if (event !== null) writeEvent(card, event);
}

/** A row for each run, as far as there is room, with the points of each column's figures in a line. */
function writeTable(card: HTMLElement, readings: readonly LossReading[], data: LossChartData, rows: number): void {
  const [front] = readings;
  if (front === undefined) return;
  const tested = readings.some(({ test }) => !Number.isNaN(test));
  const told = readings.length <= rows ? readings : readings.slice(0, rows - 1);
  const table = append(card, 'div', styles.readings);
  table.classList.toggle(styles.tested ?? '', tested);
  appendCell(table, styles.cardStep, `step ${formatCount(front.step)} · epoch ${formatCount(front.epoch)}`);
  for (const head of ['step', data.smoothing > 0 ? 'smoothed' : 'epoch', ...(tested ? ['test'] : [])]) appendCell(table, styles.columnName, head);
  const isThere = ({ run, step }: LossReading): boolean => step <= run.series.lastStep;
  // A loss that is not a number is news; another figure that is none is just not known.
  const losses = told.map((reading) => (isThere(reading) ? formatNumber(reading.loss) : '–'));
  const known = (read: (reading: LossReading) => number): string[] =>
    told.map((reading) => (isThere(reading) && !Number.isNaN(read(reading)) ? formatNumber(read(reading)) : '–'));
  const columns = [losses, known(({ line }) => line), ...(tested ? [known(({ test }) => test)] : [])].map(alignedOnPoint);
  told.forEach(({ run }, row) => {
    appendSwatch(table, run.slot);
    appendCell(table, styles.runName, shortened(run.name, NAME));
    for (const column of columns) appendCell(table, styles.figure, column[row] ?? '');
  });
  const left = readings.length - told.length;
  if (left > 0) appendCell(table, styles.others, `and ${formatCount(left)} more`);
}

/** How many marks of an event are listed. */
const MOST_LISTED = 4;

function writeEvent(card: HTMLElement, event: LossEvent): void {
  const list = append(card, 'div', styles.eventWords);
  const { marks } = event;
  if (marks.length === 1 || marks.length > MOST_LISTED) {
    append(list, 'div', undefined).textContent = eventWords(event);
    return;
  }
  for (const { step, words } of marks) append(list, 'div', undefined).textContent = `step ${formatCount(step)}: ${words}`;
}
