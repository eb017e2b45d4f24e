/** Characters of a line that holds a whole object or list. */
const WIDTH = 120;

/**
 * A value of plain JSON for people to read: indented by two spaces, but an object or a list of numbers, words and the
 * like on one line where there is room, and lists of numbers always. Fields that are undefined are left out.
 */
export function prettyJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const [first, last] = isList ? ['[', ']'] : ['{', '}'];
  const members = isList ? (value as readonly unknown[]) : Object.entries(value).filter(([, one]) => one !== undefined);
  const write = (member: unknown, deeper: string): string => {
    if (isList) return prettyJson(member, deeper);
    const [key, one] = member as [string, unknown];
    return `${JSON.stringify(key)}: ${prettyJson(one, deeper)}`;
  };
  const isFlat = Object.values(value as Readonly<Record<string, unknown>>).every((one) => typeof one !== 'object' || one === null);
  if (isFlat) {
    const line = members.map((member) => write(member, '')).join(', ');
    if (isList || indent.length + line.length <= WIDTH) return isList || line === '' ? `${first}${line}${last}` : `${first} ${line} ${last}`;
  }
  return `${first}\n${members.map((member) => inner + write(member, inner)).join(',\n')}\n${indent}${last}`;
}
