import { fitCanvas, readColours } from '../parts/appearance';
import type { Place } from './lossPaths';
import type { ScatterPoints } from './scatterPoints';

/** A dot's radius, in pixels. */
const RADIUS = 2.25;

/** A ring's, to the middle of its line: it must stay open. */
const RING = 2.75;

/**
 * Paints one translucent dot a row; rows that are held out are open rings, above the dots, so that they are told by form
 * and not by colour alone. Points that are not finite are left out.
 */
export function paintPoints(
  canvas: HTMLCanvasElement,
  [width, height]: readonly [number, number],
  points: ScatterPoints,
  [x, y]: readonly [Place, Place],
  heldOut: (row: number) => boolean,
): void {
  const context = fitCanvas(canvas, width, height);
  if (context === null) return;
  const [dot = '', ring = ''] = readColours(context, canvas, ['--forward', '--ink']);
  const each = (held: boolean, radius: number, put: () => void): void => {
    for (let row = 0; row < points.x.length; row++) {
      if (heldOut(row) !== held) continue;
      const [cx, cy] = [x(points.x[row] ?? NaN), y(points.y[row] ?? NaN)];
      if (!Number.isFinite(cx) || !Number.isFinite(cy)) continue;
      context.beginPath();
      context.arc(cx, cy, radius, 0, 2 * Math.PI);
      put();
    }
  };
  context.fillStyle = dot;
  context.globalAlpha = 0.55;
  each(false, RADIUS, () => context.fill());
  context.strokeStyle = ring;
  context.globalAlpha = 0.9;
  context.lineWidth = 1.25;
  each(true, RING, () => context.stroke());
  context.globalAlpha = 1;
}
