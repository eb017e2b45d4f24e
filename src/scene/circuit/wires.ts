import { headingAt, pathOf, straight, turning, type Cubic, type Point } from '../layout/curve';
import type { Box } from '../layout/boxes';
import type { Label, Wire } from '../layout/wires';
import type { Column } from './columns';
import type { DrawnCircuit } from './drawn';
import type { Layers } from './layers';
import { GRADIENT_DROP, VALUE_RISE } from './measures';
import { descending, FAR, tracksOf } from './tracks';
import { outlineAt } from './sizes';

/** Everything that has a place by now. */
export interface Placed {
  readonly boxes: readonly Box[];
  readonly columns: readonly Column[];
  /** The height of every node of the layers. */
  readonly y: Float64Array;
  readonly arrivals: Float64Array;
}

/** Draws every wire along its way: level through the columns, and turning in the lanes between them. */
export function wiresOf({ symbols, links }: DrawnCircuit, layers: Layers, { boxes, columns, y, arrivals }: Placed): Wire[] {
  const { layer, ways, labels } = layers;
  const trackOf = tracksOf(links, layers, y);
  return links.flatMap(({ from, to, edge, bundle }, link) => {
    const [source, target, size] = [boxes[from], boxes[to], symbols[to]];
    if (source === undefined || target === undefined || size === undefined) return [];
    const into = arrivals[link] ?? 0;
    const way = new Way({ x: source.x + source.width / 2, y: source.y });
    for (const node of ways[link] ?? []) {
      const height = node === to ? target.y + into : (y[node] ?? 0);
      const at = layer[node] ?? 0;
      const column = columns[at];
      if (column !== undefined) way.passAt(height, column, trackOf(at, from));
    }
    const pieces = way.endAt({ x: target.x - outlineAt(size, into), y: target.y + into });
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return [];
    const label = labels[link] ?? 0;
    const place = columns[layer[label] ?? 0] ?? { left: 0, right: 0 };
    return [
      {
        ...edge,
        from: source.id,
        to: target.id,
        bundle,
        path: pathOf(pieces),
        start: headingAt(first, 0),
        end: headingAt(last, 1),
        ...figuresAt((place.left + place.right) / 2, y[label] ?? 0),
      },
    ];
  });
}

/** The value over a level wire and the gradient under it. */
export function figuresAt(x: number, y: number): { readonly value: Label; readonly gradient: Label } {
  return { value: { x, y: y - VALUE_RISE, anchor: 'middle' }, gradient: { x, y: y + GRADIENT_DROP, anchor: 'middle' } };
}

/** Level through the columns, as long as the height is the same, and an S in the lane before a column where it is not. */
class Way {
  private readonly pieces: Cubic[] = [];
  private right: number;

  /** @param from where the way goes on from: all before it is in pieces */
  constructor(private from: Point) {
    this.right = from.x;
  }

  /** @param track where in the lane before the column a wire that turns far runs up or down, from 0 to 1 */
  passAt(y: number, { left, right }: Column, track: number): void {
    if (Math.abs(y - this.from.y) > 0.01) {
      const corner = { x: this.right, y: this.from.y };
      this.levelTo(corner);
      this.from = { x: left, y };
      const isFar = Math.abs(y - corner.y) >= FAR;
      this.pieces.push(...(isFar ? descending(corner, this.from, track) : [turning(corner, this.from, 0.5)]));
    }
    this.right = right;
  }

  endAt(to: Point): readonly Cubic[] {
    this.levelTo(to);
    return this.pieces;
  }

  private levelTo(to: Point): void {
    if (to.x > this.from.x) this.pieces.push(straight(this.from, { x: to.x, y: this.from.y }));
  }
}
