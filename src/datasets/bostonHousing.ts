import { BOSTON_ABOUT, BOSTON_FEATURES, BOSTON_TARGET } from './bostonColumns';
import { readNumbers } from './csv';
import type { Dataset } from './dataset';
import { DataError } from './errors';
import { fetchText, type Fetch } from './fetchText';

const ROWS = 506;
const TITLE = BOSTON_ABOUT.title;
const COLUMNS = [...BOSTON_FEATURES, BOSTON_TARGET];

/**
 * Boston housing from the text of its CSV file: 506 rows, 13 features, prices in $1,000.
 *
 * @throws DataError if a column is missing, a cell is not a number, or there are not exactly 506 rows
 */
export function parseBoston(text: string): Dataset {
  const featureNames = BOSTON_FEATURES.map((column) => column.name);
  const width = COLUMNS.length;
  const numbers = readNumbers(text, [...featureNames, BOSTON_TARGET.name], TITLE);
  const rows = numbers.length / width;
  if (rows !== ROWS) {
    const cause = rows < ROWS ? '; the file is probably cut off' : '';
    throw new DataError(`${TITLE}: the file has ${rows} rows, but the data set has ${ROWS}${cause}`);
  }
  return {
    name: TITLE,
    featureNames,
    rows,
    features: numbers.filter((_, place) => place % width !== width - 1),
    target: numbers.filter((_, place) => place % width === width - 1),
    columns: COLUMNS,
    about: BOSTON_ABOUT,
  };
}

/**
 * Fetches and reads Boston housing.
 *
 * @param fetch the browser's own, or one that behaves like it
 * @param signal ends the fetching; the promise is then rejected with the signal's reason
 * @throws DataError if the file cannot be fetched, or is not what it should be
 */
export async function loadBoston(fetch: Fetch, url: string, signal?: AbortSignal): Promise<Dataset> {
  return parseBoston(await fetchText(fetch, url, TITLE, signal));
}
