/** White space other than line breaks, and characters that take no room at all. */
export const SPACE = /[^\S\n\r\u2028\u2029]|[\u200B-\u200D\u2060]/;

/** Where a line ends. */
export const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/y;

/** A decimal number. A point before * / ^ belongs to the operator, as in mathjs. */
export const NUMBER = /(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/** What looks like a number of another base. */
export const OTHER_BASE = /0[xXbBoO][0-9A-Za-z]*/y;

/** A name: letters as mathjs has them, digits, and the small digits that the page itself writes. */
export const NAME =
  /[A-Za-z_$\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u03FF\u2100-\u214F\u{1D400}-\u{1D7FF}][A-Za-z_$\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u03FF\u2100-\u214F\u{1D400}-\u{1D7FF}0-9\u2080-\u2089]*/uy;

/** Digits set as an exponent, with a sign or without. */
export const SUPERSCRIPT = /[\u207A\u207B]?[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]+/y;

/** Signs that are set otherwise than they are typed, and what they mean. */
export const OPERATORS: ReadonlyMap<string, string> = new Map([
  ...Array.from('+-*/^', (sign) => [sign, sign] as const),
  ...Array.from('×·∙⋅∗•✕✖', (sign) => [sign, '*'] as const),
  ...Array.from('÷∕⁄', (sign) => [sign, '/'] as const),
  ...Array.from('−–—﹣-', (sign) => [sign, '-'] as const),
  ...Array.from('+', (sign) => [sign, '+'] as const),
]);

/** What a sign says that is known but not supported; longer ones first, since the first that fits counts. */
export const UNSUPPORTED: readonly (readonly [sign: string, message: string, suggestion?: string])[] = [
  ['**', 'A power is written with ^.', '^'],
  ['.*', 'Every value is a single number: * is enough.', '*'],
  ['./', 'Every value is a single number: / is enough.', '/'],
  ['.^', 'Every value is a single number: ^ is enough.', '^'],
  ...['==', '!=', '<=', '>=', '<<', '>>', '<', '>', '≤', '≥', '≠'].map(
    (sign) => [sign, `Comparisons such as ${sign} are not supported: they have no slope.`] as const,
  ),
  ['[', 'Square brackets make matrices, and every value here is a single number; to group, use parentheses.'],
  [']', 'Square brackets make matrices, and every value here is a single number; to group, use parentheses.'],
  ['{', 'Curly brackets make objects, and every value here is a single number; to group, use parentheses.'],
  ['}', 'Curly brackets make objects, and every value here is a single number; to group, use parentheses.'],
  ['"', 'Text in quotation marks is not supported: every value is a number.'],
  ["'", 'An apostrophe has no meaning here: there are neither texts nor matrices to transpose.'],
  ['!', 'Factorials are not supported: they are defined for whole numbers only.'],
  ['%', 'Percent and remainders are not supported; for 5% write 0.05.'],
  ['?', 'Conditions with ? are not supported; max and relu choose between values.'],
  [':', 'A colon has no meaning here: neither ranges nor conditions are supported.'],
  ['&', 'Operations on bits are not supported.'],
  ['~', 'Operations on bits are not supported.'],
  ['|', 'Bars are not supported; write abs(x) for an absolute value.'],
  ['.', 'A point stands only inside a number; values have no properties.'],
  ['∞', 'Infinity is no number to compute with.'],
];

/** Words of mathjs's grammar that are not supported, and why. */
export const RESERVED: ReadonlyMap<string, string> = new Map([
  ...['true', 'false'].map((word) => [word, `${word} is no number: conditions are not supported.`] as const),
  ...['and', 'or', 'xor', 'not'].map((word) => [word, `Conditions are not supported, and so there is no "${word}".`] as const),
  ...['to', 'in'].map((word) => [word, `Units are not supported, and so there is no "${word}".`] as const),
  ...['null', 'undefined', 'NaN'].map((word) => [word, `${word} is no number.`] as const),
  ['Infinity', 'Infinity is no number to compute with.'],
  ['mod', 'Remainders are not supported: their value jumps.'],
]);
