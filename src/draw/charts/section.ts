import { select } from 'd3';
import { formatNumber } from '../../scene/format';
import { appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { leisurely } from '../parts/leisure';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import { drawAxes } from './axes';
import styles from './chart.module.css';
import { createClip } from './clip';
import type { Chart } from './curveChart';
import { fadingDots } from './fadingDots';
import { layOver } from './frames';
import { createHatch } from './hatch';
import { thinIterates } from './iterates';
import { neatNumber } from './neat';
import { valueBetween } from './sampled';
import { lineThrough, sectionPath, type LineEnds } from './sectionPaths';
import { SectionView, pointWords, sectionSummary, type GapBox, type SectionData } from './sectionView';
import sectionStyles from './section.module.css';

export type { SectionData } from './sectionView';

/** What a section tells its owner. */
export interface SectionCallbacks {
  /** The reader has moved the present point: to this value of the input. */
  readonly onMove: (x: number) => void;
}

/** A section inside its host. */
export type Section = Chart<SectionData>;

/** As many iterates as are drawn. */
const MOST_ITERATES = 200;

/** Words as wide as these, in pixels, need a gap as wide as that. */
const NO_VALUE_WIDTH = 64;

/**
 * A function along one of its inputs: the curve, the tangent and the present point, which can be dragged along the curve
 * or moved by keyboard, and the iterates of a descent. Where the function has no value the ground is hatched. It fills its host.
 */
export function drawSection(host: HTMLElement, callbacks: SectionCallbacks): Section {
  let data: SectionData | null = null;
  /** The input under the pointer. */
  let pointed: number | null = null;
  const view = new SectionView();
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  root.classList.add(styles.small ?? '');
  setAttributes(root, { role: 'figure', 'aria-label': 'f along an input' });

  const svg = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const hatch = createHatch(svg);
  const gaps = select(appendSvg(svg, 'g', undefined, { 'aria-hidden': 'true' }));
  const axes = drawAxes(svg);
  const clip = createClip(svg);
  const curve = appendSvg(clip.group, 'path', sectionStyles.curve);
  const tangent = appendSvg(clip.group, 'line', sectionStyles.tangent);
  const iterates = fadingDots(appendSvg(clip.group, 'g', sectionStyles.iterates));
  const lost = appendSvg(svg, 'line', sectionStyles.lost);
  const noValue = select(appendSvg(svg, 'g', sectionStyles.noValue, { 'aria-hidden': 'true', 'text-anchor': 'middle' }));
  const slope = appendSvg(svg, 'text', sectionStyles.slope, { 'text-anchor': 'end' });
  const rule = appendSvg(svg, 'line', styles.rule);
  const hover = appendSvg(svg, 'circle', sectionStyles.hover, { r: 3.5 });
  const point = appendSvg(svg, 'circle', sectionStyles.point, { r: 5 });
  for (const mark of [tangent, lost, rule, hover, point]) mark.style.display = 'none';

  const readOut = createReadOut(root, styles.readOut, 'Present point', {
    range() {
      if (data === null) return null;
      const span = data.to - data.from;
      return { min: data.from, max: data.to, stride: span / 100, page: span / 10 };
    },
    start: () => data?.at ?? 0,
    words: (x) => (data === null ? '' : pointWords(x === data.at ? data : { ...data, at: x, value: valueBetween(data, x), slope: NaN })),
    // Only the keyboard moves the read-out itself; getting and losing the focus leave the point where it is.
    moved(x) {
      if (data === null || x === null || x === Math.max(data.from, Math.min(data.to, data.at))) return;
      moveTo(x, (data.to - data.from) / 1000);
    },
  });
  const tooltip = createTooltip(root);

  function moveTo(x: number, resolution: number): void {
    if (data === null) return;
    const chosen = neatNumber(x, resolution, data.from, data.to);
    if (chosen !== data.at) callbacks.onMove(chosen);
  }

  const { element } = readOut;
  const toInput = (event: PointerEvent): number => view.inputAt(event.clientX - root.getBoundingClientRect().left);
  const isDragging = (event: PointerEvent): boolean => element.hasPointerCapture(event.pointerId);
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    element.classList.add(sectionStyles.dragged ?? '');
    // A finger may be about to scroll the page.
    if (event.pointerType !== 'touch') moveTo(toInput(event), view.resolution);
  });
  element.addEventListener('pointerup', (event) => {
    if (isDragging(event)) moveTo(toInput(event), view.resolution);
  });
  element.addEventListener('pointermove', (event) => {
    pointed = toInput(event);
    if (isDragging(event)) moveTo(pointed, view.resolution);
    stage.request();
  });
  element.addEventListener('lostpointercapture', () => element.classList.remove(sectionStyles.dragged ?? ''));
  element.addEventListener('pointerleave', () => {
    pointed = null;
    stage.request();
  });

  const words = leisurely(1000, () => {
    if (data === null) return;
    svg.setAttribute('aria-label', sectionSummary(data));
    readOut.refresh();
  });

  function draw(width: number, height: number): void {
    if (data === null) return;
    const { at, value } = data;
    axes.update(view.settle(data, width, height));
    const { frame, domain, x, y } = view;
    clip.place(frame, 0);
    layOver(element, frame);
    curve.setAttribute('d', sectionPath(data, domain, x, y));
    const ends = lineThrough(x(at), y(value), view.descentOf(data.slope), frame);
    tangent.style.display = ends === null ? 'none' : '';
    if (ends !== null) setAttributes(tangent, { ...ends });
    drawGaps(view.gaps, ends);
    setText(slope, Number.isFinite(data.slope) ? `slope ${data.format?.(data.slope) ?? formatNumber(data.slope, 3)}` : '');
    setAttributes(slope, { x: frame.right, y: frame.top - 10 });
    iterates.update(data.path === null ? [] : thinIterates(data.path, x, y, 2, MOST_ITERATES));
    const inSight = at >= data.from && at <= data.to;
    const known = Number.isFinite(value);
    point.style.display = inSight && known ? '' : 'none';
    if (known) setAttributes(point, { cx: x(at), cy: y(value) });
    // Where there is no value the place is marked all the same: the reader has to find the way back.
    lost.style.display = inSight && !known ? '' : 'none';
    setAttributes(lost, { x1: x(at), x2: x(at), y1: frame.top, y2: frame.bottom });
    drawPointed(data);
  }

  function drawGaps(boxes: readonly GapBox[], line: LineEnds | null): void {
    const { top, bottom } = view.frame;
    // The words stand in the half of a gap that the tangent does not cross.
    const heightOf = ({ x, width }: GapBox): number => {
      if (line === null) return (top + bottom) / 2 + 4;
      const { x1, y1, x2, y2 } = line;
      const crossing = y1 + ((y2 - y1) * (x + width / 2 - x1)) / (x2 - x1);
      return crossing > (top + bottom) / 2 ? top + 18 : bottom - 10;
    };
    gaps
      .selectAll('rect')
      .data(boxes)
      .join('rect')
      .attr('fill', hatch)
      .attr('x', (gap) => gap.x)
      .attr('width', (gap) => gap.width)
      .attr('y', top)
      .attr('height', bottom - top);
    noValue
      .selectAll('text')
      .data(boxes.filter((gap) => gap.width >= NO_VALUE_WIDTH))
      .join('text')
      .text('no value')
      .attr('x', (gap) => gap.x + gap.width / 2)
      .attr('y', heightOf);
  }

  function drawPointed(shown: SectionData): void {
    rule.style.display = pointed === null ? 'none' : '';
    hover.style.display = 'none';
    if (pointed === null) {
      tooltip.hide();
      return;
    }
    const { frame } = view;
    const px = view.x(pointed);
    const value = valueBetween(shown, pointed);
    const py = view.y(value);
    const onPlot = py >= frame.top && py <= frame.bottom;
    if (onPlot) {
      hover.style.display = '';
      setAttributes(hover, { cx: px, cy: py });
    }
    setAttributes(rule, { x1: Math.round(px) + 0.5, x2: Math.round(px) + 0.5, y1: frame.top, y2: frame.bottom });
    tooltip.show(px, onPlot ? py : frame.top + 40, [
      [shown.input, formatNumber(neatNumber(pointed, view.resolution, shown.from, shown.to))],
      [shown.name, Number.isFinite(value) ? formatNumber(value) : 'no value'],
    ]);
  }

  return {
    update(next) {
      data = next;
      setAttribute(root, 'aria-label', `${next.name} along ${next.input}`);
      setAttribute(element, 'aria-label', `Present point, ${next.input}`);
      // The point may have been moved from elsewhere: the next key has to start from where it is now.
      if (readOut.value !== null && readOut.value !== next.at) readOut.move(next.at);
      words.request();
      stage.request();
    },
    destroy() {
      words.cancel();
      stage.destroy();
    },
  };
}
