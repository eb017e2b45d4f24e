/** Which numbers a setting takes, and how its slider runs. */
export interface NumberRule {
  readonly min: number;
  readonly max: number;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
  /** Whether `min` itself is out of range. */
  readonly above?: boolean;
  /** The least value on the slider, where it runs on a logarithmic scale. */
  readonly logFrom?: number;
  readonly unit?: string;
}

const PLACES = 1000;

/** Where on the slider (0 … 1000) a value stands. */
export function sliderPlace(value: number, { min, max, logFrom }: NumberRule): number {
  const place =
    logFrom === undefined ? (value - min) / (max - min) : Math.log(value / logFrom) / Math.log(max / logFrom);
  return Math.round(PLACES * Math.min(1, Math.max(0, place)));
}

/** The value at a place on the slider; on a logarithmic scale rounded to two digits, as a reader would choose it. */
export function sliderValue(place: number, { min, max, whole, logFrom }: NumberRule): number {
  const share = place / PLACES;
  const value = logFrom === undefined ? min + share * (max - min) : logFrom * (max / logFrom) ** share;
  if (whole) return Math.min(max, Math.max(min, Math.round(value)));
  return Math.min(max, Number(value.toPrecision(2)));
}

/** What was typed, as a number, or why it is none that the setting takes. */
export function readNumber(typed: string, label: string, { min, max, whole, above = false }: NumberRule): number | { readonly problem: string } {
  const plain = typed.trim().replaceAll('−', '-');
  // In a whole number commas part the thousands; in any other they are the point of most of Europe.
  const grouped = whole && /^[-+]?\d{1,3}(,\d{3})+$/.test(plain);
  const text = grouped ? plain.replaceAll(',', '') : plain.replace(/^([-+]?\d*),(\d+(e[-+]?\d+)?)$/i, '$1.$2');
  const range = above ? `above ${min} and at most ${max}` : `from ${min} to ${max}`;
  const wanted = `${label} must be a ${whole ? 'whole ' : ''}number ${range}`;
  if (text === '') return { problem: `${wanted}; nothing was typed.` };
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) return { problem: `${wanted}; “${shortened(typed)}” is not a number.` };
  if (whole && Number.isFinite(value) && !Number.isInteger(value)) return { problem: `${wanted}; ${shortened(typed)} is not whole.` };
  if (value < min || value > max || (above && value <= min)) return { problem: `${wanted}; ${shortened(typed)} is not.` };
  return value;
}

function shortened(typed: string): string {
  const text = typed.trim();
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
