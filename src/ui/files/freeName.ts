/** A name that none of `taken` is: the wanted one, or that with the first number in brackets that makes it free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number++) {
    const name = `${stem} (${number})`;
    if (!taken.includes(name)) return name;
  }
}
