/** A Markdown table; all columns but the first are numbers, set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A speed or a time: two to three significant digits, thousands set apart. */
export function figure(x: number): string {
  if (!Number.isFinite(x)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(x)));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(x)) - 2);
  return (Math.round(x / step) * step).toLocaleString('en', { minimumFractionDigits: Math.min(digits, 2), maximumFractionDigits: Math.min(digits, 2) });
}

/** How many times as fast: `41×`. */
export function ratio(x: number): string {
  return Number.isFinite(x) ? `${x < 10 ? x.toFixed(1) : x.toFixed(0)}×` : '–';
}
