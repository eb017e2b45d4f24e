import { readReckoning, reckoned } from './reckoning';

/** Why nothing can be made of what was typed, in sentences. */
export interface Unreadable {
  readonly problem: string;
}

/** Longer than anybody works out by hand in one line. */
const MOST_CHARACTERS = 400;

/** Reads a number, or arithmetic on numbers: `-3`, `1e-4`, `1/3`, `2*3 - 1`, `0,5`. */
export function readNumberAnswer(typed: string): number | Unreadable {
  const text = typed.trim();
  if (text === '') return { problem: 'Nothing was typed. Type a number, such as −0.25 or 1/3.' };
  if (text.length > MOST_CHARACTERS) return { problem: `That is longer than ${MOST_CHARACTERS} characters. Type a number, such as −0.25 or 1/3.` };
  if (/^[-+−]?\d{1,3},\d{3}$/.test(text)) {
    return { problem: `“${text}” can be read in two ways; write it with a point for the decimals, or without a comma.` };
  }
  // In most of Europe the point is a comma.
  const read = readReckoning(text.replace(/^([-+−]?\d*),(\d+)$/, '$1.$2'));
  if (read === undefined) return { problem: `“${shortened(text)}” is not a number. Type one, such as −0.25 or 1/3.` };
  const value = reckoned(read);
  return Number.isFinite(value) ? value : { problem: `“${shortened(text)}” has no finite value, so it cannot be the answer.` };
}

/** Reads a shape: `2 x 3`, `2×3`, `(2, 3)`, `[2,3]`, `5`, `(5,)`, `scalar`, `()`. */
export function readShapeAnswer(typed: string): readonly number[] | Unreadable {
  const text = typed.trim();
  if (text === '') return { problem: 'Nothing was typed. Type a shape, such as 2 × 3, or scalar.' };
  if (/^(?:scalar|\(\s*\)|\[\s*\])$/i.test(text)) return [];
  const inner = /^[([]\s*(.*?)\s*,?\s*[)\]]$/.exec(text)?.[1] ?? text;
  const lengths = inner.split(/\s*(?:[x×*,;]|\bby\b)\s*/i);
  if (!lengths.every((length) => /^\d{1,9}$/.test(length))) {
    return { problem: `“${shortened(text)}” is not a shape. Type one, such as 2 × 3, or scalar.` };
  }
  return lengths.map(Number);
}

/** Reads the name of one of some nodes: with its digits as they are, as subscripts, or after an underscore; in capitals or not, where that is clear. */
export function readNodeAnswer(typed: string, ids: readonly string[]): string | Unreadable {
  const text = typed.trim();
  if (text === '') return { problem: 'Nothing was typed. Type the name of a node, as it stands in the graph.' };
  const plain = plainName(text);
  const [exact] = ids.filter((id) => id === text || plainName(id) === plain);
  if (exact !== undefined) return exact;
  const [alike, ...others] = ids.filter((id) => plainName(id).toLowerCase() === plain.toLowerCase());
  if (alike !== undefined && others.length === 0) return alike;
  return { problem: `No node of this graph is called “${shortened(text)}”. Type a name as it stands in the graph.` };
}

function plainName(name: string): string {
  return name.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080)).replace(/_(?=\d+$)/, '').replaceAll('−', '-');
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
