import type { Layout } from '../../../src/scene/layout';
import { pointsOf } from '../crossings';

type Box = Layout['nodes'][number];
type Label = Layout['edges'][number]['value'];

/** An upright rectangle. */
export interface Area {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A digit of the 11.5 px type is 8.4 px high; `g` and brackets go 2 px below the baseline. */
const ASCENT = 8.5;
const DESCENT = 2;

/** What a figure covers if it takes all of its room. */
function areaOfFigure(name: string, { x, y }: Label, room: number): Area {
  return { name, left: x - room / 2, right: x + room / 2, top: y - ASCENT, bottom: y + DESCENT };
}

export function areaOfBox({ id, x, y, width, height }: Box): Area {
  return { name: id, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** The figures of all wires and of the output, each with the wire that it belongs to. */
export function figuresOf({ edges, result, figureRoom }: Layout): { readonly wire: string; readonly area: Area }[] {
  const places = [...edges.map(({ id, value, gradient }) => ({ id, value, gradient })), ...(result === undefined ? [] : [{ id: 'result', ...result }])];
  return places.flatMap(({ id, value, gradient }) => [
    { wire: id, area: areaOfFigure(`value of ${id}`, value, figureRoom) },
    { wire: id, area: areaOfFigure(`gradient of ${id}`, gradient, figureRoom) },
  ]);
}

/** The height of the type of names and sums, which takes 15 units with a badge around it; and how far from a box it stands. */
const NAME_BOTTOM = 16;
const SUM_TOP = 19;

/** What stands under and over boxes at their own width: names of operations, and sums of gradients that several wires bring. */
export function textsOf({ nodes, edges }: Layout): Area[] {
  const readers = new Map<string, number>();
  for (const { from } of edges) readers.set(from, (readers.get(from) ?? 0) + 1);
  return nodes.flatMap((box) => {
    const area = areaOfBox(box);
    const isNamed = (box.form === 'operation' || box.form === 'cost') && box.text !== box.id;
    const isSum = (readers.get(box.id) ?? 0) > 1 && box.form !== 'constant';
    return [
      ...(isNamed ? [{ ...area, name: `name of ${box.id}`, top: area.bottom + 1, bottom: area.bottom + NAME_BOTTOM }] : []),
      ...(isSum ? [{ ...area, name: `sum of ${box.id}`, top: area.top - SUM_TOP, bottom: area.top - 1 }] : []),
    ];
  });
}

/** The pairs of areas that overlap, in words. */
export function overlapsOf(areas: readonly Area[]): string[] {
  const sorted = areas.toSorted((a, b) => a.left - b.left);
  return sorted.flatMap((a, at) => {
    const found: string[] = [];
    for (let i = at + 1; i < sorted.length; i++) {
      const b = sorted[i];
      if (b === undefined || b.left >= a.right - 0.01) break;
      if (a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01) found.push(`${a.name} and ${b.name}`);
    }
    return found;
  });
}

/** Where wires pass through boxes, also their own, or through the figures of other wires, or through their own. */
export function collisionsOf(layout: Layout): string[] {
  const figures = figuresOf(layout);
  return layout.edges.flatMap(({ id, path }) => {
    const points = pointsOf(path);
    const xs = points.map(({ x }) => x);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const boxes = layout.nodes.filter(({ x, width }) => x + width / 2 >= left && x - width / 2 <= right);
    const areas = figures.filter(({ area }) => area.right >= left && area.left <= right);
    const hits = new Set<string>();
    for (const { x, y } of points) {
      for (const box of boxes) if (outsideOf(box, { x, y }) < -0.1) hits.add(`${id} through ${box.id}`);
      for (const { area } of areas) if (x > area.left + 0.1 && x < area.right - 0.1 && y > area.top && y < area.bottom) hits.add(`${id} through ${area.name}`);
    }
    return [...hits];
  });
}

/** The radius of a box's corners: an operation is a circle, or a pill; its name instead of a sign makes it a folded line. */
function cornerOf({ id, form, text, height }: Box): number {
  return (form === 'operation' || form === 'cost') && text !== id ? height / 2 : 8;
}

/** How far outside of the outline of a box a place is; inside, it is negative. */
export function outsideOf(box: Box, { x, y }: { readonly x: number; readonly y: number }): number {
  const corner = cornerOf(box);
  const [outX, outY] = [Math.abs(x - box.x) - box.width / 2 + corner, Math.abs(y - box.y) - box.height / 2 + corner];
  return Math.hypot(Math.max(outX, 0), Math.max(outY, 0)) + Math.min(Math.max(outX, outY), 0) - corner;
}
