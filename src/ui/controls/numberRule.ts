import { formatCount } from '../../scene/format';

/** Which numbers a setting takes, and how its slider runs. */
export interface NumberRule {
  /** −Infinity if there is no least one. */
  readonly min: number;
  /** Infinity if there is no greatest one. */
  readonly max: number;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
  /** Whether `min` itself is out of range. */
  readonly above?: boolean;
  /** Whether `max` itself is out of range. */
  readonly below?: boolean;
  /** The least value on the slider, where it runs on a logarithmic scale. */
  readonly logFrom?: number;
  readonly unit?: string;
}

/** Takes whatever a double can hold. Such a rule has no slider. */
export const ANY_NUMBER: NumberRule = { min: -Infinity, max: Infinity, whole: false };

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

/** What was typed, as a finite number, or why it is none that the setting takes. */
export function readNumber(typed: string, label: string, rule: NumberRule): number | { readonly problem: string } {
  const { min, max, whole, above = false, below = false } = rule;
  const plain = typed.trim().replaceAll('−', '-');
  // In a whole number commas part the thousands; in any other they are the point of most of Europe.
  const grouped = whole && /^[-+]?\d{1,3}(,\d{3})+$/.test(plain);
  const text = grouped ? plain.replaceAll(',', '') : plain.replace(/^([-+]?\d*),(\d+(e[-+]?\d+)?)$/i, '$1.$2');
  const wanted = `${label} must be a ${whole ? 'whole ' : ''}number${rangeWords(rule)}`;
  if (text === '') return { problem: `${wanted}; nothing was typed.` };
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) return { problem: `${wanted}; “${shortened(typed)}” is not a number.` };
  if (whole && Number.isFinite(value) && !Number.isInteger(value)) return { problem: `${wanted}; ${shortened(typed)} is not whole.` };
  if (value < min || value > max || (above && value <= min) || (below && value >= max)) {
    return { problem: `${wanted}; ${shortened(typed)} is not.` };
  }
  if (!Number.isFinite(value)) return { problem: `${wanted}; ${shortened(typed)} is beyond the largest double, about 1.8e308.` };
  return value;
}

/** ` from 1 to 4,601`, ` above 0 and at most 10`, ` below 5`; nothing where every number will do. */
function rangeWords({ min, max, whole, above = false, below = false }: NumberRule): string {
  const ends = (min === -Infinity ? 0 : 1) + (max === Infinity ? 0 : 2);
  if (ends === 0) return '';
  const write = (end: number): string => (whole ? formatCount(end) : String(end));
  if (ends === 3 && !above && !below) return ` from ${write(min)} to ${write(max)}`;
  const least = `${above ? 'above' : 'at least'} ${write(min)}`;
  const most = `${below ? 'below' : 'at most'} ${write(max)}`;
  return ` ${[ends === 2 ? [] : least, ends === 1 ? [] : most].flat().join(' and ')}`;
}

function shortened(typed: string): string {
  const text = typed.trim();
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
