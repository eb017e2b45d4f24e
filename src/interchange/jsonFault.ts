/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Whether all is well up to the end of the text, which comes too early. */
  readonly cutOff: boolean;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
  /** What had to stand there, as a phrase. */
  readonly expected: string;
}

type Awaited = 'value' | 'item' | 'key' | 'name' | 'colon' | 'comma' | 'end';

const SPACE = /[ \t\n\r]*/y;
const TOKEN = new RegExp(
  [
    '[{}[\\]:,]',
    '"[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*"',
    '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?',
    'true|false|null',
  ].join('|'),
  'y',
);
/** What may remain of a token whose end is missing: of a string, of a number behind its whole digits, of a word. */
const BEGUN =
  /^(?:"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*(?:\\(?:u[\da-fA-F]{0,3})?)?|-|\.|[eE][+-]?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/;

/**
 * The first place at which a text is not JSON (RFC 8259); undefined if it is. Browsers say it each in their own words,
 * some without a place: this one is asked after `JSON.parse` has refused a text.
 */
export function jsonFault(text: string): JsonFault | undefined {
  /** The brackets that are open. */
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  for (;;) {
    at = after(SPACE, text, at) ?? at;
    if (at === text.length && awaited === 'end') return undefined;
    const end: number | undefined = awaited === 'end' ? undefined : after(TOKEN, text, at);
    const next: Awaited | undefined = end === undefined ? undefined : follow(awaited, text.slice(at, end), open);
    if (end === undefined || next === undefined) return faultAt(text, at, awaited, open);
    at = end;
    awaited = next;
  }
}

/** What is awaited after a token; undefined if the token may not stand there. */
function follow(awaited: Awaited, token: string, open: ('{' | '[')[]): Awaited | undefined {
  const done = (): Awaited => (open.length === 0 ? 'end' : 'comma');
  const close = (): Awaited => {
    open.pop();
    return done();
  };
  const inside = open.at(-1);
  switch (awaited) {
    case 'value':
    case 'item':
      if (token === ']') return awaited === 'item' ? close() : undefined;
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'key' : 'item';
      }
      return '}:,'.includes(token) ? undefined : done();
    case 'key':
    case 'name':
      if (token === '}') return awaited === 'key' ? close() : undefined;
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma':
      if (token === ',') return inside === '{' ? 'name' : 'value';
      return token === (inside === '{' ? '}' : ']') ? close() : undefined;
    case 'end':
      return undefined;
  }
}

function faultAt(text: string, at: number, awaited: Awaited, open: readonly ('{' | '[')[]): JsonFault {
  const rest = text.slice(at);
  const cutOff = awaited !== 'end' && (rest === '' || BEGUN.test(rest));
  const lines = text.slice(0, at).split('\n');
  return {
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
    cutOff,
    found: String.fromCodePoint(...[rest.codePointAt(0)].filter((code) => code !== undefined)),
    expected: expectation(awaited, open.at(-1)),
  };
}

function expectation(awaited: Awaited, inside: '{' | '[' | undefined): string {
  switch (awaited) {
    case 'value':
      return 'a value';
    case 'item':
      return 'a value or “]”';
    case 'key':
      return 'a name in quotation marks or “}”';
    case 'name':
      return 'a name in quotation marks';
    case 'colon':
      return '“:”';
    case 'comma':
      return inside === '{' ? '“,” or “}”' : '“,” or “]”';
    case 'end':
      return 'the end';
  }
}

/** The place behind what a sticky pattern matches at `at`; undefined if it matches nothing there. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
