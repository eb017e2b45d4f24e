import { formatName, formatNumber } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { PlotFrame, Tick } from './axes';
import { settleLog, type Domain } from './domain';
import { logTicks } from './ticks';

/** The gradients on the edges of two runs at one step. */
export interface EdgeNormsData {
  readonly step: number;
  /** The two runs: their names and their slots among the runs' colours. */
  readonly runs: readonly [NamedRun, NamedRun];
  /** Norms, in the order in which the gradients flow. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly here: number; readonly there: number }[];
}

/** A run as a drawing knows it. */
export interface NamedRun {
  readonly name: string;
  /** From 0 to 7. */
  readonly slot: number;
}

/** A row of the chart: one edge, with the places of its two norms. NaN where a norm has none. */
export interface EdgeRow {
  readonly name: string;
  readonly y: number;
  readonly here: number;
  readonly there: number;
  /** What the axis cannot show truthfully, in words: `Run 2: NaN`. */
  readonly note: string;
}

/** From one row to the next, in pixels. */
export const ROW = 28;

const MARGINS = { top: 10, right: 16, bottom: 40 } as const;

/** How high the chart is for so many edges. */
export function edgeNormsHeight(edges: number): number {
  return MARGINS.top + edges * ROW + MARGINS.bottom;
}

/** What a gradient goes along, backwards: `C → l₂`. */
export function edgeName({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${formatName(to)} → ${formatName(from)}`;
}

/** What the chart looks like, without drawing it. */
export class EdgeNormsView {
  frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  ticks: readonly Tick[] = [];
  rows: readonly EdgeRow[] = [];
  #x: Domain = [0.1, 1];

  /** Looks at the data anew, for a chart of this width. */
  settle({ edges, runs }: EdgeNormsData, width: number): void {
    const longest = Math.max(0, ...edges.map((edge) => edgeName(edge).length));
    const { top, right } = MARGINS;
    const left = Math.ceil(longest * CHARACTER) + 14;
    this.frame = { left, top, right: Math.max(left + 1, width - right), bottom: top + edges.length * ROW };
    const shown = edges.flatMap(({ here, there }) => [here, there]).filter((norm) => norm > 0 && norm < Infinity);
    this.#x = shown.length === 0 ? [0.1, 1] : settleLog(null, Math.min(...shown), Math.max(...shown));
    this.ticks = logTicks(this.#x, this.frame.right - left, 52).map((value) => ({ at: this.x(value), label: formatNumber(value) }));
    this.rows = edges.map((edge, index) => ({
      name: edgeName(edge),
      y: top + (index + 0.5) * ROW,
      here: this.x(edge.here),
      there: this.x(edge.there),
      note: [edge.here, edge.there].flatMap((norm, run) => (norm > 0 && norm < Infinity ? [] : `${runs[run]?.name ?? ''}: ${formatNumber(norm)}`)).join(', '),
    }));
  }

  /** From a norm to a pixel; 0 lies on the left edge, what is not finite nowhere. */
  readonly x = (norm: number): number => {
    const { left, right } = this.frame;
    if (!Number.isFinite(norm)) return NaN;
    const share = Math.log(norm / this.#x[0]) / Math.log(this.#x[1] / this.#x[0]);
    return left + Math.max(0, Math.min(1, share)) * (right - left);
  };

  /** The row at a pixel; null if there is none. */
  rowAt(pixel: number): number | null {
    if (this.rows.length === 0) return null;
    return Math.max(0, Math.min(this.rows.length - 1, Math.floor((pixel - this.frame.top) / ROW)));
  }
}

/** An edge in words, with both norms. */
export function edgeWords({ runs: [here, there], edges }: EdgeNormsData, index: number): string {
  const edge = edges[index];
  if (edge === undefined) return '';
  return `${edgeName(edge)}: ${here.name} ${formatNumber(edge.here)}, ${there.name} ${formatNumber(edge.there)}`;
}
