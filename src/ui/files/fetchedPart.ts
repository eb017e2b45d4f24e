/** What is said where a part of the page did not arrive. */
const NOT_FETCHED = 'The part of the page that does this could not be fetched; the connection may be down. Nothing is lost, try again.';

/**
 * Does something with a part of the page that has to be fetched first.
 *
 * @param fetching the part: an `import()`
 * @param work does it, and says in a sentence what went wrong, if anything did
 * @param failed how the sentence begins where `work` throws: `The run could not be saved`
 * @returns what went wrong, in a sentence; undefined if nothing did. Never rejected.
 */
export async function withFetched<Part>(
  fetching: Promise<Part>,
  work: (part: Part) => string | undefined | Promise<string | undefined>,
  failed: string,
): Promise<string | undefined> {
  let part: Part;
  try {
    part = await fetching;
  } catch {
    return NOT_FETCHED;
  }
  try {
    return await work(part);
  } catch (error) {
    return `${failed}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
