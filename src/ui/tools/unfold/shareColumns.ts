/** A matrix that wants room: its columns, and the pixels that it takes beside them. */
export interface Wanting {
  readonly columns: number;
  readonly aside: number;
}

/**
 * How many columns of each matrix are seen where so many pixels are for all of them side by side: whole columns, since a
 * number cut in two reads as another one; at least one, then one each in turn as long as there is room.
 */
export function shareColumns(room: number, matrices: readonly Wanting[], column: number): number[] {
  const seen = matrices.map(({ columns }) => Math.min(1, columns));
  let left = room - matrices.reduce((sum, { aside }, index) => sum + aside + (seen[index] ?? 0) * column, 0);
  for (let given = true; given; ) {
    given = false;
    matrices.forEach(({ columns }, index) => {
      const now = seen[index] ?? 0;
      if (now >= columns || left < column) return;
      seen[index] = now + 1;
      left -= column;
      given = true;
    });
  }
  return seen;
}
