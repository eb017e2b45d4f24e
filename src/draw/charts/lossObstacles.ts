import type { ChartRun } from './lossData';
import type { Box } from './lossLabels';
import type { LossView } from './lossView';

/** Between two places at which the lines are looked at, in pixels. */
const PITCH = 4;

/** So far from its middle a line is in the way, in pixels. */
const AIR = 2;

/** As many places as are looked at. */
const MOST_PLACES = 2048;

/** Where the strong lines run, for whoever has to keep clear of them. Each line is looked at only if somebody asks. */
export class LossObstacles {
  readonly #lines: { readonly heights: Float64Array; known: boolean }[] = [];
  #runs: readonly ChartRun[] = [];
  #view: LossView | null = null;

  /** Begins anew. */
  take(runs: readonly ChartRun[], view: LossView): void {
    this.#runs = runs;
    this.#view = view;
    for (const line of this.#lines) line.known = false;
  }

  /** Whether one of the lines passes through a box. */
  readonly crosses = ({ left, right, top, bottom }: Box): boolean => {
    const from = Math.max(0, Math.floor(left / PITCH));
    const to = Math.min(MOST_PLACES - 1, Math.ceil(right / PITCH));
    return this.#runs.some((run, index) => {
      const heights = this.#heightsOf(run, index);
      for (let place = from; place < to; place++) {
        const [here = NaN, next = NaN] = [heights[place], heights[place + 1]];
        const [high, low] = [Math.min(here, Number.isNaN(next) ? here : next), Math.max(here, Number.isNaN(next) ? here : next)];
        if (high - AIR < bottom && low + AIR > top) return true;
      }
      return false;
    });
  };

  #heightsOf(run: ChartRun, index: number): Float64Array {
    const line = (this.#lines[index] ??= { heights: new Float64Array(MOST_PLACES), known: false });
    const view = this.#view;
    if (!line.known && view !== null) {
      line.heights.fill(NaN);
      const { left, right } = view.frame;
      const last = Math.min(MOST_PLACES - 1, Math.floor(right / PITCH));
      for (let place = Math.max(0, Math.ceil(left / PITCH)); place <= last; place++) line.heights[place] = view.heightAt(run, place * PITCH);
      line.known = true;
    }
    return line.heights;
  }
}
