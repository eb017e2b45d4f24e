import { csvParseRows } from 'd3-dsv';
import { DataError } from './errors';

/**
 * The named columns of a CSV text as numbers, row-major, in the order of `names`. The header may have
 * other columns besides, in any order; blank lines are skipped.
 *
 * @param title what the text is, to begin an error with
 * @throws DataError if a column is missing, a row is too short or too long, or a cell is not a finite number
 */
export function readNumbers(text: string, names: readonly string[], title: string): Float64Array {
  // Rows, not objects: d3-dsv makes objects by compiling code, which the page's policy forbids.
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, '')).filter((row) => row.join('').trim() !== '');
  const heads = header.map((cell) => cell.trim());
  const places = names.map((name) => {
    const place = heads.indexOf(name);
    if (place === -1) {
      const found = heads.length === 0 ? 'the file is empty' : `the header has ${heads.join(', ')}`;
      throw new DataError(`${title}: the column "${name}" is missing; ${found}`);
    }
    return place;
  });

  const numbers = new Float64Array(rows.length * names.length);
  let next = 0;
  rows.forEach((row, index) => {
    if (row.length !== heads.length) {
      const cause = index === rows.length - 1 ? '; the file is probably cut off' : '';
      throw new DataError(`${title}: row ${index + 1} has ${row.length} cells, but the header has ${heads.length}${cause}`);
    }
    for (const place of places) {
      const cell = row[place] ?? '';
      const number = cell.trim() === '' ? NaN : Number(cell);
      if (!Number.isFinite(number)) {
        throw new DataError(`${title}: row ${index + 1}, column "${heads[place] ?? ''}": "${cell}" is not a number`);
      }
      numbers[next++] = number;
    }
  });
  return numbers;
}
