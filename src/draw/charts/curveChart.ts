import { append, appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createReadOut, type ReadOutRange } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip, type TooltipLine } from '../parts/tooltip';
import { drawAxes, type AxesData } from './axes';
import styles from './chart.module.css';
import { createClip } from './clip';
import { layOver } from './frames';
import { placeOfValue, placeOfWords } from './lossMarks';

/** A curve over the steps of something that runs, ready to be drawn. All places are pixels. */
export interface CurvePicture {
  readonly axes: AxesData;
  /** The faint band, or line, of the single steps, as path data. */
  readonly band: string;
  /** The strong line; where it encloses an area, that is shaded. */
  readonly line: string;
  /** Dots on the strong line: a path of lines without length. */
  readonly dots?: string;
  /** What the axis cannot show truthfully, in words. */
  readonly note: string;
  /** The newest value, where it stands and how it is written; whether the curve falls steeply towards it. */
  readonly last: { readonly x: number; readonly y: number; readonly text: string; readonly falls?: boolean } | null;
  /** Where the run came to its end; `calm` if that is no misfortune. */
  readonly stop: { readonly x: number; readonly words: string; readonly calm?: boolean } | null;
}

/** What tells one curve from another. */
export interface CurveManner<Data> {
  /** The figure's accessible name; null stands for data that are not there yet. */
  name(data: Data | null): string;
  /** The read-out's accessible name: `Loss at step`. */
  readOut(data: Data | null): string;
  /** What stands in the plot as long as there is nothing to draw. */
  readonly empty: string;
  /** Whether it may be lower than the page's loss chart. */
  readonly small?: boolean;
  settle(data: Data, width: number, height: number): CurvePicture;
  /** Where a step lies; y is NaN if its value is not a finite number. */
  place(step: number, data: Data): { readonly x: number; readonly y: number };
  /** The step nearest to a pixel. */
  nearest(pixel: number): number | null;
  /** The steps that there are; null before the first. */
  range(data: Data): ReadOutRange | null;
  lines(step: number, data: Data): TooltipLine[];
  words(step: number, data: Data): string;
  summary(data: Data): string;
}

/** A chart inside its host. */
export interface Chart<Data> {
  /** Shows this. Cheap to call as often as there is news: it is drawn once in a frame. */
  update(data: Data): void;
  destroy(): void;
}

/** A live curve that fills its host, with its last value, and each value under the pointer and by keyboard. */
export function drawCurveChart<Data>(host: HTMLElement, manner: CurveManner<Data>): Chart<Data> {
  let data: Data | null = null;
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.classList.toggle(styles.small ?? '', manner.small ?? false);
  setAttributes(root, { role: 'figure', 'aria-label': manner.name(null) });

  const svg = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const axes = drawAxes(svg);
  const clip = createClip(svg);
  const band = appendSvg(clip.group, 'path', styles.band);
  const line = appendSvg(clip.group, 'path', styles.epochs);
  const dots = appendSvg(svg, 'path', styles.dots);
  const stopped = appendSvg(svg, 'g', styles.diverged);
  const stoppedLine = appendSvg(stopped, 'line', undefined);
  const stoppedText = appendSvg(stopped, 'text', undefined);
  const lastDot = appendSvg(svg, 'circle', styles.dot, { r: 4 });
  const lastValue = appendSvg(svg, 'text', styles.lastValue);
  const note = appendSvg(svg, 'text', styles.note);
  const rule = appendSvg(svg, 'line', styles.rule);
  const ruleDot = appendSvg(svg, 'circle', styles.dotFaint, { r: 3.5 });
  // Before there is anything to mark they would lie in the corner.
  for (const mark of [stopped, lastDot, lastValue, rule, ruleDot]) mark.style.display = 'none';
  const empty = append(root, 'p', styles.empty);
  empty.textContent = manner.empty;

  const readOut = createReadOut(root, styles.readOut, manner.readOut(null), {
    range: () => (data === null ? null : manner.range(data)),
    start: (range) => range.max,
    words: (step) => (data === null ? '' : manner.words(step, data)),
    moved: () => stage.request(),
  });
  const tooltip = createTooltip(root);
  const toStep = (event: PointerEvent): void => {
    readOut.move(manner.nearest(event.clientX - root.getBoundingClientRect().left));
  };
  readOut.element.addEventListener('pointermove', toStep);
  readOut.element.addEventListener('pointerdown', toStep);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));

  // Words for those who listen: once a second is as fast as they can be of use.
  const words = leisurely(1000, () => {
    if (data === null) return;
    svg.setAttribute('aria-label', manner.summary(data));
    readOut.refresh();
  });

  function draw(width: number, height: number): void {
    if (data === null) return;
    const picture = manner.settle(data, width, height);
    const { frame } = picture.axes;
    axes.update(picture.axes);
    clip.place(frame);
    layOver(readOut.element, frame);
    empty.hidden = manner.range(data) !== null;
    band.setAttribute('d', picture.band);
    band.classList.toggle(styles.bandLine ?? '', !picture.band.includes('Z'));
    line.setAttribute('d', picture.line);
    line.classList.toggle(styles.shaded ?? '', picture.line.includes('Z'));
    dots.setAttribute('d', picture.dots ?? '');
    setText(note, picture.note);
    setAttributes(note, { x: 0, y: frame.bottom + 31 });
    drawLast(picture);
    drawStop(picture);
    drawRule(readOut.value, picture, data);
  }

  function drawLast({ last, stop, axes: { frame } }: CurvePicture): void {
    lastDot.style.display = lastValue.style.display = last === null ? 'none' : '';
    if (last === null) return;
    const { x, y, text, falls } = last;
    setAttributes(lastDot, { cx: x, cy: y });
    setAttributes(lastValue, { ...placeOfValue(x, y, text, frame, stop?.x, falls) });
    setText(lastValue, text);
  }

  function drawStop({ stop, axes: { frame, yLabel } }: CurvePicture): void {
    stopped.style.display = stop === null ? 'none' : '';
    if (stop === null) return;
    const { left, right, top, bottom } = frame;
    const x = Math.round(Math.max(left, Math.min(right, stop.x))) + 0.5;
    stopped.classList.toggle(styles.calm ?? '', stop.calm ?? false);
    setAttributes(stoppedLine, { x1: x, x2: x, y1: top - 5, y2: bottom });
    setAttributes(stoppedText, { ...placeOfWords(x, stop.words, yLabel, frame) });
    setText(stoppedText, stop.words);
  }

  function drawRule(step: number | null, { axes: { frame } }: CurvePicture, shown: Data): void {
    rule.style.display = ruleDot.style.display = step === null ? 'none' : '';
    if (step === null) {
      tooltip.hide();
      return;
    }
    const place = manner.place(step, shown);
    const known = Number.isFinite(place.y);
    const [x, y] = [place.x, known ? place.y : frame.top + 40];
    ruleDot.style.display = known ? '' : 'none';
    setAttributes(rule, { x1: Math.round(x) + 0.5, x2: Math.round(x) + 0.5, y1: frame.top, y2: frame.bottom });
    setAttributes(ruleDot, { cx: x, cy: y });
    tooltip.show(x, y, manner.lines(step, shown));
  }

  return {
    update(next) {
      data = next;
      setAttribute(root, 'aria-label', manner.name(next));
      setAttribute(readOut.element, 'aria-label', manner.readOut(next));
      words.request();
      stage.request();
    },
    destroy() {
      words.cancel();
      stage.destroy();
    },
  };
}
