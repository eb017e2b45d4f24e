import { roundedTo } from '../../../scene/roundedTo';

/** The ends of a slider. */
interface Ends {
  readonly min: number;
  readonly max: number;
}

/** A key moves by one of so many parts of the range, a page key by ten of them. */
const PARTS = 100;
const PARTS_OF_A_PAGE = 10;

/** A mouse tells no more places than this apart on any slider; a number that is dragged needs no more digits. */
const MOST_PLACES = 1000;

/** Digits that survive a step: less than a double has, so that 0.1 + 0.2 is 0.3. */
const DIGITS = 14;

/**
 * The value after a key on a slider, within its ends; undefined for keys that do not move it. The browser's own steps
 * would be from one place on a fixed grid to the next, and lose every other value.
 */
export function afterKey(key: string, value: number, { min, max }: Ends): number | undefined {
  const move = MOVES.get(key);
  if (key === 'Home') return min;
  if (key === 'End') return max;
  if (move === undefined) return undefined;
  // Each end on its own: their difference may be beyond the largest double.
  const moved = value + move * (max / PARTS - min / PARTS);
  const size = Math.max(Math.abs(value), Math.abs(moved));
  return Math.min(max, Math.max(min, roundedTo(moved, Math.floor(Math.log10(size)) + 1 - DIGITS)));
}

const MOVES: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['PageUp', PARTS_OF_A_PAGE],
  ['PageDown', -PARTS_OF_A_PAGE],
]);

/** A value that was dragged to, rounded to what a reader can aim at: 1.2346 is 1.23 on a slider from −5 to 5. */
export function afterDrag(value: number, { min, max }: Ends): number {
  const place = max / MOST_PLACES - min / MOST_PLACES;
  return Math.min(max, Math.max(min, roundedTo(value, Math.floor(Math.log10(place)))));
}
