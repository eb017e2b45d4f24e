import { formatCount, formatExactly } from '../scene/format';
import { listed } from '../scene/listed';

/** Something in a document that does not fit; the message is a sentence that says where, which value, and what would. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
}

/** What a number has to be. */
export interface NumberRule {
  readonly min: number;
  readonly max: number;
  /** Whether `min` itself is too little. */
  readonly above?: boolean;
  readonly whole?: boolean;
  /** What `max` comes from, as a clause after a comma. */
  readonly because?: string;
}

/** Characters of a text that a sentence shows. */
const MOST_SHOWN = 40;

/** A value as a sentence shows it. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? formatCount(value) : formatExactly(value);
  if (typeof value === 'string') return `“${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === undefined ? 'missing' : JSON.stringify(value);
}

/**
 * The fields of an object, if it has those and no others. A field that nobody knows is as likely a damaged name as a
 * missing one.
 * @throws Misfit
 */
export function fieldsAt(value: unknown, path: string, names: readonly string[], optional: readonly string[] = []): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Misfit(`${path} is ${shown(value)}; it must be an object with the fields ${listed(names)}.`);
  }
  const stranger = Object.keys(value).find((name) => !names.includes(name) && !optional.includes(name));
  const missing = names.find((name) => !Object.hasOwn(value, name));
  const instead = stranger === undefined ? '' : `; it has a field ${shown(stranger)} instead, which nothing is known of`;
  if (missing !== undefined) throw new Misfit(`${path} has no field “${missing}”${instead}.`);
  if (stranger !== undefined) throw new Misfit(`${path} has a field ${shown(stranger)}, which nothing is known of.`);
  return value as Readonly<Record<string, unknown>>;
}

/** A number within its limits. @throws Misfit */
export function numberAt(value: unknown, path: string, rule: NumberRule): number {
  const { min, max, above = false, whole = false } = rule;
  const fits = typeof value === 'number' && (above ? value > min : value >= min) && value <= max && (!whole || Number.isInteger(value));
  if (!fits) throw new Misfit(`${path} is ${shown(value)}; it must be ${ruleWords(rule)}.`);
  return value;
}

/** One of a few values. @throws Misfit */
export function choiceAt<T extends string | boolean>(value: unknown, path: string, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new Misfit(`${path} is ${shown(value)}; it must be ${listed(options.map(shown), { last: 'or' })}.`);
  return found;
}

/** A list. @throws Misfit */
export function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Misfit(`${path} is ${shown(value)}; it must be a list.`);
  return value;
}

/** A text of so many characters at most. @throws Misfit */
export function textAt(value: unknown, path: string, longest: number): string {
  if (typeof value !== 'string') throw new Misfit(`${path} is ${shown(value)}; it must be a text.`);
  if (value.length > longest) throw new Misfit(`${path} has ${formatCount(value.length)} characters; it may have ${longest} at most.`);
  return value;
}

function ruleWords({ min, max, above = false, whole = false, because }: NumberRule): string {
  const write = whole ? formatCount : formatExactly;
  const kind = whole ? 'a whole number' : 'a number';
  const reason = because === undefined ? '' : `, ${because}`;
  if (max === Infinity) return `${kind} ${above ? `above ${write(min)}` : `of at least ${write(min)}`}${reason}`;
  return `${kind} ${above ? `above ${write(min)} and at most ${write(max)}` : `from ${write(min)} to ${write(max)}`}${reason}`;
}
