import { DataError } from './errors';

/** As much of the browser's `fetch` as reading a text needs. */
export type Fetch = (
  url: string,
  options: { signal: AbortSignal | null },
) => Promise<Pick<Response, 'ok' | 'status' | 'statusText' | 'text'>>;

/**
 * The text of a data file.
 *
 * @param title what the file is, to begin an error with
 * @throws DataError if there is no connection, no such file, or a web page in its place; the signal's reason if it was aborted
 */
export async function fetchText(fetch: Fetch, url: string, title: string, signal?: AbortSignal): Promise<string> {
  let response: Awaited<ReturnType<Fetch>>;
  let text: string;
  try {
    response = await fetch(url, { signal: signal ?? null });
    text = response.ok ? await response.text() : '';
  } catch (error) {
    if (signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(`${title}: ${url} could not be fetched (${reason}); is the server still running?`, { cause: error });
  }
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    throw new DataError(`${title}: ${url} could not be fetched; the server answered ${status}`);
  }
  // Many servers answer an unknown address with their start page and the status 200.
  if (text.trimStart().startsWith('<')) {
    throw new DataError(`${title}: ${url} is a web page, not a CSV file; the file is probably missing on the server`);
  }
  return text;
}
