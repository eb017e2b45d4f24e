import { formatFigure } from '../../../scene/format';
import { formatShortly } from '../../../scene/shortNumber';

/** So many characters have room in a column of a matrix. */
const MOST_CHARACTERS = 9;

/** A number in a matrix: four significant digits with their zeros, as everywhere in tables; fewer where a power of ten takes their room. */
export function cellFigure(value: number): string {
  const figure = formatFigure(value);
  return figure.length <= MOST_CHARACTERS ? figure : formatShortly(value);
}
