import { formatCount, formatNumber } from '../../scene/format';
import { append } from '../parts/dom';
import styles from './loss.module.css';
import type { LossChartData } from './lossData';
import { eventWords, type LossEvent } from './lossEvents';
import { appendCell, appendSwatch } from './lossLines';
import { figuresOf, lineName, type LossReading } from './lossReadings';

/** The card beside the pointer. */
export interface LossCard {
  /** Shows what is known of a step, beside a point of the chart, on the side where there is room. */
  show(x: number, y: number, readings: readonly LossReading[], event: LossEvent | null, data: LossChartData): void;
  hide(): void;
}

/** From the point to the card. */
const GAP = 14;

/** How far it may stand out of the chart: to lie above the curve, and, with many runs in it, at all. */
const OVERHANG = 36;
const MOST_OVERHANG = 200;

/** The card of the loss chart inside `root`. Hidden from screen readers: they are told the same in words. */
export function createLossCard(root: HTMLElement): LossCard {
  const card = append(root, 'div', styles.card, { 'aria-hidden': 'true' });
  card.hidden = true;
  let written = '';
  return {
    show(x, y, readings, event, data) {
      const key = JSON.stringify([
        data.smoothing > 0,
        event === null ? '' : eventWords(event),
        readings.map(({ run, step, epoch, loss, line, test }) => [run.name, run.slot, step, epoch, loss, line, test]),
      ]);
      if (key !== written) {
        written = key;
        card.replaceChildren();
        write(card, readings, event, data);
      }
      card.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = card;
      const right = x + GAP;
      const left = right + width <= root.clientWidth ? right : Math.max(0, x - GAP - width);
      const above = y - GAP - height;
      // It may stand out at the top, over the panel's head, rather than lie over the curve.
      const top = above >= -OVERHANG ? above : Math.max(-MOST_OVERHANG, Math.min(y + GAP, root.clientHeight - height));
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      card.hidden = true;
    },
  };
}

function write(card: HTMLElement, readings: readonly LossReading[], event: LossEvent | null, data: LossChartData): void {
  const [front] = readings;
  if (front === undefined) return;
  const title = append(card, 'div', styles.cardTitle);
  appendCell(title, undefined, `step ${formatCount(front.step)}`);
  appendCell(title, undefined, `epoch ${formatCount(front.epoch)}`);
  if (readings.length === 1) {
    const table = append(card, 'div', styles.figures);
    for (const [name, value] of figuresOf(front, data)) {
      appendCell(table, undefined, name);
      appendCell(table, styles.figure, value);
    }
  } else writeTable(card, readings, data);
  if (event !== null) writeEvent(card, event);
}

/** A row for each run, under the names of the columns. */
function writeTable(card: HTMLElement, readings: readonly LossReading[], data: LossChartData): void {
  const tested = readings.some(({ test }) => !Number.isNaN(test));
  const table = append(card, 'div', styles.readings);
  table.classList.toggle(styles.tested ?? '', tested);
  for (const head of ['', '', 'step loss', lineName(data), ...(tested ? ['test'] : [])]) appendCell(table, styles.columnName, head);
  for (const { run, step, loss, line, test } of readings) {
    appendSwatch(table, run.slot);
    appendCell(table, styles.runName, run.name);
    const there = step <= run.series.lastStep;
    // A loss that is not a number is news; another figure that is none is just not known.
    appendCell(table, styles.figure, there ? formatNumber(loss) : '–');
    for (const value of tested ? [line, test] : [line]) {
      appendCell(table, styles.figure, there && !Number.isNaN(value) ? formatNumber(value) : '–');
    }
  }
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
