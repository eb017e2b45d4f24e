/** A Markdown table; all columns but the first are numbers, set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A speed or a time: three significant digits, thousands set apart. */
export function figure(x: number): string {
  return Number.isFinite(x) ? x.toLocaleString('en', { maximumSignificantDigits: 3, minimumSignificantDigits: Math.min(3, x >= 100 ? 1 : 2) }) : '–';
}

/** How many times as fast: `41×`. */
export function ratio(x: number): string {
  return Number.isFinite(x) ? `${x < 10 ? x.toFixed(1) : x.toFixed(0)}×` : '–';
}
