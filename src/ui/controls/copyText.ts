/** Puts a text on the clipboard. Resolves to whether the browser let it: not everywhere, and not at all where the page is not served securely, since there is no clipboard then. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
