import { CHARACTER } from '../parts/lettering';
import type { LossChartData } from './lossData';

/** So many runs have their names beside their lines. Of more the names would stand in each other's way; the row of runs has them all. */
const MOST_NAMED = 4;

/** So many characters a label has at most, and a figure at least room for. */
const LONGEST = 14;
const FIGURE = 7;
const WITH_WORD = 'train '.length + FIGURE;

/** The share of the chart's width that labels may take from the plot. */
const SHARE = 0.24;

/** A chart narrower than this has no room for labels beside the plot. */
const NARROW = 260;

/** From the plot to the labels beside it, and from them to the edge of the chart. */
const GAP = 12;

/** Whether the runs' names are written at the ends of their lines. */
export function areNamed({ runs }: Pick<LossChartData, 'runs'>): boolean {
  return runs.length <= MOST_NAMED && runs.some(({ front }) => !front);
}

/** How many characters a label may have in a chart of this width, in pixels. */
export function labelLength(width: number): number {
  return Math.max(FIGURE, Math.min(LONGEST, Math.floor((SHARE * width - GAP) / CHARACTER)));
}

/**
 * The room that is kept free on the right of the plot for what is written at the ends of the lines, in pixels. It follows from what is
 * to be written, not from where the lines end: while they grow, the plot stands still.
 */
export function labelRoom(data: LossChartData, width: number): number {
  const { runs, zoom } = data;
  if (width < NARROW || runs.length === 0) return 0;
  // A closer look that leaves the ends out needs no room for them.
  if (zoom !== null && runs.every(({ series }) => zoom[1] < series.lastStep)) return 0;
  const most = labelLength(width);
  let longest = Math.min(most, FIGURE);
  for (const { front, name, series } of runs) {
    if (front && !Number.isNaN(series.epochTest(series.epochCount - 1))) longest = Math.max(longest, Math.min(most, WITH_WORD));
    if (!front && areNamed(data)) longest = Math.max(longest, Math.min(most, name.length));
  }
  return Math.ceil(longest * CHARACTER) + GAP;
}

/** A name with at most so many characters: its beginning, and an ellipsis. */
export function shortened(name: string, most: number): string {
  const characters = Array.from(name);
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('').trimEnd()}…`;
}
