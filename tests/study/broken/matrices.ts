import type { Tensor } from '../../../src/engine';

/* Matrices as one writes them down, for computing a pass by hand: rows of numbers. */

export type Matrix = readonly (readonly number[])[];

export function matrixOf({ shape, data }: Tensor): Matrix {
  return cut([...data], shape.at(-1) ?? 1);
}

/** The same numbers, read row by row into rows of another length. */
export function reshape(a: Matrix, columns: number): Matrix {
  return cut(a.flat(), columns);
}

export function transpose(a: Matrix): Matrix {
  return (a[0] ?? []).map((_, column) => a.map((row) => row[column] ?? NaN));
}

export function dot(a: Matrix, b: Matrix): Matrix {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, x, i) => sum + x * (column[i] ?? NaN), 0)));
}

export function each(a: Matrix, f: (x: number, row: number, column: number) => number): Matrix {
  return a.map((row, i) => row.map((x, j) => f(x, i, j)));
}

export function at(a: Matrix, row: number, column: number): number {
  return a[row]?.[column] ?? NaN;
}

export function columnSums(a: Matrix): readonly number[] {
  return transpose(a).map((column) => column.reduce((sum, x) => sum + x, 0));
}

function cut(numbers: readonly number[], columns: number): Matrix {
  return Array.from({ length: numbers.length / columns }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));
}
