/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import { distance } from './heights';
import type { Layers } from './layers';

/** Nodes in neighbouring layers that are on one height. */
export type Run = readonly number[];

/** Rounding errors of sums of distances. */
const TOLERANCE = 1e-6;

/** Puts one line after the other on a height, where it stays while the later ones find theirs. */
export class Straightener {
  private readonly place: Int32Array;
  private readonly fixed: Uint8Array;

  /** @param y the heights, changed in place */
  constructor(
    private readonly layers: Layers,
    private readonly orders: readonly (readonly number[])[],
    private readonly y: Float64Array,
  ) {
    this.place = new Int32Array(y.length);
    this.fixed = new Uint8Array(y.length);
    for (const order of orders) for (let i = 0; i < order.length; i++) this.place[order[i]!] = i;
  }

  /**
   * Moves a line to the mean of its nodes' heights, or as near as the lines before it allow, and pushes what is in its
   * way aside. Where it cannot be level between those, it becomes several runs.
   */
  straighten(line: readonly number[]): Run[] {
    const runs: Run[] = [];
    let run: number[] = [];
    let [low, high] = [-Infinity, Infinity];
    for (const v of line) {
      const [top, bottom] = [this.limit(v, -1), this.limit(v, 1)];
      if (run.length > 0 && Math.max(low, top) > Math.min(high, bottom) + TOLERANCE) {
        this.fix(run, low, high);
        runs.push(run);
        run = [];
        [low, high] = [-Infinity, Infinity];
      }
      run.push(v);
      low = Math.max(low, top);
      high = Math.min(high, bottom);
    }
    this.fix(run, low, high);
    runs.push(run);
    return runs;
  }

  private orderAt(v: number): readonly number[] {
    return this.orders[this.layers.layer[v]!]!;
  }

  private gap(inner: number, outer: number, step: -1 | 1): number {
    return step < 0 ? distance(this.layers, outer, inner) : distance(this.layers, inner, outer);
  }

  /** As far up (or down) as a node can go. */
  private limit(v: number, step: -1 | 1): number {
    const order = this.orderAt(v);
    let room = 0;
    let inner = v;
    for (let i = this.place[v]! + step; i >= 0 && i < order.length; i += step) {
      const outer = order[i]!;
      room += this.gap(inner, outer, step);
      if (this.fixed[outer] === 1) return this.y[outer]! - step * room;
      inner = outer;
    }
    return step * Infinity;
  }

  private fix(run: Run, low: number, high: number): void {
    const mean = run.reduce((sum, v) => sum + this.y[v]!, 0) / run.length;
    const height = Math.min(Math.max(mean, low), Math.max(low, high));
    for (const v of run) {
      this.y[v] = height;
      this.fixed[v] = 1;
    }
    for (const v of run) {
      this.push(v, -1);
      this.push(v, 1);
    }
  }

  private push(v: number, step: -1 | 1): void {
    const order = this.orderAt(v);
    let inner = v;
    for (let i = this.place[v]! + step; i >= 0 && i < order.length; i += step) {
      const outer = order[i]!;
      const nearest = this.y[inner]! + step * this.gap(inner, outer, step);
      if (this.fixed[outer] === 1 || (this.y[outer]! - nearest) * step >= 0) return;
      this.y[outer] = nearest;
      inner = outer;
    }
  }
}
