/** Characters of a line that holds a whole object or list. */
const WIDTH = 132;

/**
 * A value of plain JSON for people to read: indented by two spaces, but on one line where it is short and holds nothing
 * but numbers, words and lists of them; a list of numbers is on one line however long. Fields that are undefined are left
 * out.
 */
export function prettyJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    if (isFlat(value)) return `[${value.map((one) => prettyJson(one)).join(', ')}]`;
    return broken('[', value.map((one) => prettyJson(one, `${indent}  `)), ']', indent);
  }
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  if (fields.length === 0) return '{}';
  if (fields.every(([, one]) => typeof one !== 'object' || one === null || isFlat(one))) {
    const line = `{ ${fields.map(([key, one]) => `${JSON.stringify(key)}: ${prettyJson(one)}`).join(', ')} }`;
    if (indent.length + line.length <= WIDTH) return line;
  }
  return broken('{', fields.map(([key, one]) => `${JSON.stringify(key)}: ${prettyJson(one, `${indent}  `)}`), '}', indent);
}

function broken(first: string, members: readonly string[], last: string, indent: string): string {
  return `${first}\n${members.map((member) => `${indent}  ${member}`).join(',\n')}\n${indent}${last}`;
}

/** Whether something is a list of numbers, words and the like. */
function isFlat(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
}
