import type { Field } from './field';

/** What lines are drawn with; a canvas's context is one. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** The sides of a cell. */
const [SOUTH, EAST, NORTH, WEST] = [0, 1, 2, 3];

/**
 * Marching squares: the sides between which a line runs through a cell, with the higher ground on its left, for each set
 * of corners above the level (1: lower left, 2: lower right, 4: upper right, 8: upper left). Where two opposite corners
 * are above it, there are two lines; the further two sets are for those if the middle is above it, too.
 */
const SEGMENTS: readonly (readonly number[])[] = [
  [],
  [SOUTH, WEST],
  [EAST, SOUTH],
  [EAST, WEST],
  [NORTH, EAST],
  [SOUTH, WEST, NORTH, EAST],
  [NORTH, SOUTH],
  [NORTH, WEST],
  [WEST, NORTH],
  [SOUTH, NORTH],
  [EAST, SOUTH, WEST, NORTH],
  [EAST, NORTH],
  [WEST, EAST],
  [SOUTH, EAST],
  [WEST, SOUTH],
  [],
];
const [RISING, FALLING] = [5, 10];
const MIDDLE_ABOVE = new Map<number, readonly number[]>([
  [RISING, [SOUTH, EAST, NORTH, WEST]],
  [FALLING, [WEST, SOUTH, EAST, NORTH]],
]);

/**
 * The lines on which a field has a certain value, by marching squares with linear interpolation, as closed rings around
 * what lies above it. What is not known, and everything beyond the grid, counts as below. (The contours of d3 also sort
 * their rings into polygons with holes, which the even-odd rule does not need; painting with these takes half the time.)
 */
export class Isolines {
  /** The grid with a border all around. */
  #values = new Float64Array(0);
  /** For each side of a cell, by its number, the side that the line from there leads to; −1 if none. */
  #next = new Int32Array(0);
  #columns = 0;
  #rows = 0;

  /** Looks at this field from now on. */
  take({ columns, rows, grid }: Field): void {
    [this.#columns, this.#rows] = [columns + 2, rows + 2];
    const size = this.#columns * this.#rows;
    if (this.#values.length !== size) {
      this.#values = new Float64Array(size);
      this.#next = new Int32Array(2 * size);
    }
    this.#values.fill(-Infinity);
    for (let cell = 0, row = 1; row <= rows; row++) {
      for (let column = 1; column <= columns; column++, cell++) {
        const value = grid[cell] ?? NaN;
        if (Number.isFinite(value)) this.#values[row * this.#columns + column] = value;
      }
    }
  }

  /**
   * Draws the rings of a level. Coordinates are columns and rows of the grid; along its border the rings run half a cell
   * outside of it.
   */
  trace(level: number, pen: Pen): void {
    this.#link(level);
    const next = this.#next;
    for (let start = 0; start < next.length; start++) {
      if ((next[start] ?? -1) < 0) continue;
      let side = start;
      do {
        const x = this.#xOf(side, level);
        const y = this.#yOf(side, level);
        if (side === start) pen.moveTo(x, y);
        else pen.lineTo(x, y);
        const following = next[side] ?? -1;
        next[side] = -1;
        side = following;
      } while (side >= 0 && side !== start);
      pen.closePath();
    }
  }

  /** Joins the sides that the lines of a level run between. */
  #link(level: number): void {
    const [values, next, columns] = [this.#values, this.#next, this.#columns];
    next.fill(-1);
    for (let row = 0; row < this.#rows - 1; row++) {
      let at = row * columns;
      let left = bit(values[at], level, 1) | bit(values[at + columns], level, 8);
      for (let column = 0; column < columns - 1; column++, at++) {
        const right = bit(values[at + 1], level, 2) | bit(values[at + columns + 1], level, 4);
        const corners = left | right;
        left = (right & 2) >> 1 | (right & 4) << 1;
        if (corners === 0 || corners === 15) continue;
        const segments = this.#segmentsOf(corners, at, level);
        for (let from = 0; from < segments.length; from += 2) {
          next[this.#sideOf(at, segments[from] ?? 0)] = this.#sideOf(at, segments[from + 1] ?? 0);
        }
      }
    }
  }

  #segmentsOf(corners: number, at: number, level: number): readonly number[] {
    const segments = SEGMENTS[corners] ?? [];
    if (corners !== RISING && corners !== FALLING) return segments;
    const [values, columns] = [this.#values, this.#columns];
    // Quarters, since the sum of the largest doubles is infinite.
    const middle =
      (values[at] ?? 0) / 4 + (values[at + 1] ?? 0) / 4 + (values[at + columns] ?? 0) / 4 + (values[at + columns + 1] ?? 0) / 4;
    return middle >= level ? (MIDDLE_ABOVE.get(corners) ?? segments) : segments;
  }

  /** The number of a cell's side: twice that of the point where it begins, and one more if it goes upwards. */
  #sideOf(at: number, side: number): number {
    if (side === SOUTH) return 2 * at;
    if (side === WEST) return 2 * at + 1;
    return side === EAST ? 2 * (at + 1) + 1 : 2 * (at + this.#columns);
  }

  #xOf(side: number, level: number): number {
    const at = side >> 1;
    return (at % this.#columns) - 1 + (side % 2 === 0 ? this.#share(at, at + 1, level) : 0);
  }

  #yOf(side: number, level: number): number {
    const at = side >> 1;
    return Math.floor(at / this.#columns) - 1 + (side % 2 === 1 ? this.#share(at, at + this.#columns, level) : 0);
  }

  /** How far the level is from one point to another; half way to what is not known. */
  #share(from: number, to: number, level: number): number {
    const [low = 0, high = 0] = [this.#values[from], this.#values[to]];
    if (low === -Infinity || high === -Infinity) return 0.5;
    return (level / 2 - low / 2) / (high / 2 - low / 2);
  }
}

function bit(value: number | undefined, level: number, mask: number): number {
  return value !== undefined && value >= level ? mask : 0;
}
