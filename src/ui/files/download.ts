/** Milliseconds that a browser gets to begin with a download. */
const TIME_TO_BEGIN = 1_000;

/**
 * Offers a text as a file to keep.
 *
 * @param name of the file
 * @param type of what is in it: `text/csv`
 */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download begins after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TIME_TO_BEGIN);
}
