import { CHARACTER } from '../parts/lettering';
import type { PlotFrame } from './axes';
import type { TextPlace } from './lossMarks';

/** What is to be written beside the end of a line. */
export interface LabelWish {
  readonly key: string;
  readonly text: string;
  /** The end of the line. */
  readonly x: number;
  readonly y: number;
  /** How far up or down from there it may stand, in pixels: further off, it would seem to belong to another line. */
  readonly reach?: number;
  /** Whether it is rather written over a line than left out. */
  readonly needed?: boolean;
}

/** A label that has found its place. */
export interface PlacedLabel extends TextPlace {
  readonly key: string;
  readonly text: string;
}

/** A rectangle of the drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of 11 px type: how far it reaches above and below its base line. */
const ASCENT = 9;
const DESCENT = 3;

/** So far up and down from a line's end a label is looked for, in the order of preference. */
const SHIFTS = [0, -13, 13, -26, 26, -39, 39];

/** What a label must not lie on, if it can be helped: the lines themselves. */
export type Crossed = (box: Box) => boolean;

/**
 * Places labels at the ends of their lines, in the order of the wishes: to the right where there is room, otherwise above or
 * below the end. No label touches another one, a taken box, or the frame's edge, and no line unless it is needed all the same; one that
 * finds no room is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], frame: PlotFrame, taken: readonly Box[] = [], crossed: Crossed = () => false): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const { key, text, x, y, reach = Infinity, needed = false } of wishes) {
    const width = text.length * CHARACTER;
    const free = candidates(x, y, width, frame).filter(
      (candidate) => Math.abs(candidate.y - 4 - y) <= reach && isInside(boxOf(candidate, width), frame) && boxes.every((box) => isApart(box, boxOf(candidate, width))),
    );
    const found = free.find((candidate) => !crossed(boxOf(candidate, width))) ?? (needed ? free[0] : undefined);
    if (found === undefined) continue;
    boxes.push(boxOf(found, width));
    placed.push({ key, text, ...found });
  }
  return placed;
}

/** The places that a label may take, the best first. */
function candidates(x: number, y: number, width: number, { right }: PlotFrame): TextPlace[] {
  const beside = SHIFTS.map((shift): TextPlace => ({ x: x + 9, y: y + 4 + shift, 'text-anchor': 'start' }));
  const over = [-10, 18, -23, 31, -36, 44].map((shift): TextPlace => ({ x: Math.min(x + 4, right), y: y + shift, 'text-anchor': 'end' }));
  const before = SHIFTS.map((shift): TextPlace => ({ x: x - 10, y: y + 4 + shift, 'text-anchor': 'end' }));
  return right - x > width + 9 ? [...beside, ...over, ...before] : [...over, ...before];
}

function boxOf({ x, y, 'text-anchor': anchor }: TextPlace, width: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

function isInside(box: Box, frame: PlotFrame): boolean {
  return box.left >= frame.left && box.right <= frame.right + 1 && box.top >= frame.top - ASCENT && box.bottom <= frame.bottom;
}

function isApart(a: Box, b: Box): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}
