import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/expression/parseExpression';

/** A text, what of it is marked, the sentence, and what is suggested instead. */
type Case = readonly [text: string, marked: string, message: string, suggestion?: string];

const BRACKETS = 'Square brackets make matrices, and every value here is a single number; to group, use parentheses.';
const BRACES = 'Curly brackets make objects, and every value here is a single number; to group, use parentheses.';
const FLAT = 'is not supported: it is flat between its jumps, so that there is no slope to follow.';
const ROOT = 'is not supported; write x^(1/3) or the like, which has no value for a negative x.';

const SIGNS: readonly Case[] = [
  ['2 ** 3', '**', 'A power is written with ^.', '^'],
  ['x .* y', '.*', 'Every value is a single number: * is enough.', '*'],
  ['2./x', './', 'Every value is a single number: / is enough.', '/'],
  ['x.^2', '.^', 'Every value is a single number: ^ is enough.', '^'],
  ...['==', '!=', '<=', '>=', '<<', '>>', '<', '>', '≤', '≥', '≠'].map(
    (sign): Case => [`x ${sign} y`, sign, `Comparisons such as ${sign} are not supported: they have no slope.`],
  ),
  ['[1, 2]', '[', BRACKETS],
  ['(1]', ']', BRACKETS],
  ['{a: 1}', '{', BRACES],
  ['(1}', '}', BRACES],
  ['"text"', '"', 'Text in quotation marks is not supported: every value is a number.'],
  ["x'", "'", 'An apostrophe has no meaning here: there are neither texts nor matrices to transpose.'],
  ['x!', '!', 'Factorials are not supported: they are defined for whole numbers only.'],
  ['5%', '%', 'Percent and remainders are not supported; for 5% write 0.05.'],
  ['a ? b : c', '?', 'Conditions with ? are not supported; max and relu choose between values.'],
  ['1:3', ':', 'A colon has no meaning here: neither ranges nor conditions are supported.'],
  ['a & b', '&', 'Operations on bits are not supported.'],
  ['~a', '~', 'Operations on bits are not supported.'],
  ['|x|', '|', 'Bars are not supported; write abs(x) for an absolute value.'],
  ['a.b', '.', 'A point stands only inside a number; values have no properties.'],
  ['∞', '∞', 'Infinity is no number to compute with.'],
  ['√x + 1', '√x', 'A root is written sqrt(x).', 'sqrt(x)'],
  ['√2', '√2', 'A root is written sqrt(x).', 'sqrt(2)'],
  ['√', '√', 'A root is written sqrt(x).'],
  ['x²^3', '²', 'It is not clear which power of ² is meant; write ^ and parentheses.', '^2'],
  ['1 + ½', '½', 'The character ½ (U+00BD) has no meaning here.'],
  ['x😀', '😀', 'The character 😀 (U+1F600) has no meaning here.'],
  ['x\u0000y', '\u0000', 'Here stands a character that cannot be seen (U+0000); delete it.', ''],
  ['\ud800x', '\ud800', 'Here stands a character that cannot be seen (U+D800); delete it.', ''],
];

const WORDS: readonly Case[] = [
  ['true', 'true', 'true is no number: conditions are not supported.'],
  ['false', 'false', 'false is no number: conditions are not supported.'],
  ['a and b', 'and', 'Conditions are not supported, and so there is no "and".'],
  ['a or b', 'or', 'Conditions are not supported, and so there is no "or".'],
  ['a xor b', 'xor', 'Conditions are not supported, and so there is no "xor".'],
  ['not a', 'not', 'Conditions are not supported, and so there is no "not".'],
  ['2 m to cm', 'to', 'Units are not supported, and so there is no "to".'],
  ['2 m in cm', 'in', 'Units are not supported, and so there is no "in".'],
  ['null', 'null', 'null is no number.'],
  ['undefined', 'undefined', 'undefined is no number.'],
  ['NaN', 'NaN', 'NaN is no number.'],
  ['Infinity', 'Infinity', 'Infinity is no number to compute with.'],
  ['5 mod 3', 'mod', 'Remainders are not supported: their value jumps.'],
  ['1e999', '1e999', '1e999 is too large: the largest number is about 1.8e308.'],
  ['1e-999', '1e-999', '1e-999 is too small: it would be rounded to 0.'],
  ['0x1F', '0x1F', '"0x1F" is no decimal number, and only those are read.'],
];

const ORDER: readonly Case[] = [
  ['', '', 'Type an expression, such as (x + y) * z.'],
  [' # nothing\n;', ' # nothing\n;', 'Type an expression, such as (x + y) * z.'],
  ['2 +', '+', 'There is nothing to the right of +.'],
  ['(x *) y', '*', 'There is nothing to the right of *.'],
  ['max(x -, 2)', '-', 'There is nothing to the right of -.'],
  ['x = 2 +; x', '+', 'There is nothing to the right of +.'],
  ['* 2', '*', 'There is nothing to the left of *.'],
  ['(/ 2)', '/', 'There is nothing to the left of /.'],
  ['2 + * 3', '+ *', 'A value is missing between + and *.'],
  ['max(x, ^2)', ', ^', 'A value is missing between , and ^.'],
  ['x + ()', '()', 'There is nothing between these parentheses.'],
  ['max(, x)', '(,', 'An argument is missing beside this comma.'],
  ['max(x, )', ', )', 'An argument is missing beside this comma.'],
  ['1,5', ',', 'A comma stands only between the arguments of a function; decimals are written with a point.'],
  [', 1', ',', 'A comma stands only between the arguments of a function; decimals are written with a point.'],
  ['2 3', '3', 'There is no operator before 3.', '* 3'],
  ['x^2 3', '3', 'There is no operator before 3.', '* 3'],
  ['((x + 1)', '(', 'This parenthesis is never closed.'],
  ['x + 1)', ')', 'This parenthesis closes nothing: there is no ( before it.'],
  ['(x; y)', ';', 'A semicolon ends a line, which cannot be inside parentheses.'],
];

const LINES: readonly Case[] = [
  ['x =', '=', 'There is nothing to the right of =.'],
  ['= 3', '=', 'There is nothing to the left of =.'],
  ['a = b = 2', '=', 'There is a second = in this line; each definition needs a line of its own.'],
  ['(x = 3)', '=', 'A definition cannot stand inside parentheses.'],
  ['x + 1 = y', 'x + 1 =', 'Only a single name can stand to the left of =.'],
  ['f(x) = x^2', 'f(x) =', 'Functions cannot be defined; write the line with the inputs themselves.', 'f ='],
  ['x + y\nz', 'x + y', 'Line 1 has no name, so that no other line can use it.', 'f = x + y'],
  ['q = f\n\nq*2\nq', 'q*2', 'Line 3 has no name, so that no other line can use it.', 'g = q*2'],
  ['q = x\nr = y\nq = z', 'q', 'q is defined twice, in lines 1 and 3.'],
  ['q = x; q = z', 'q', 'q is defined twice, both times in line 1.'],
  ['f = q*2\nq = x', 'q', 'q is used before its definition, which is in line 2.'],
  ['q = 1\nr = r + q', 'r', 'r is used in its own definition, in line 2.'],
  ['e = 3', 'e', 'e is the number 2.7183…; give the line another name.'],
  ['exp = 3', 'exp', 'exp is a function; give the line another name.'],
];

const FUNCTIONS: readonly Case[] = [
  ['sigmod(x)', 'sigmod', '"sigmod" is no function; did you mean sigmoid?', 'sigmoid'],
  ['x * x(y + 1)', 'x(', 'x is a value, not a function; for a product write *.', 'x * ('],
  ['pi(x)', 'pi(', 'pi is a value, not a function; for a product write *.', 'pi * ('],
  ['w0 (y + 1)', 'w0 (', 'w0 is no function; for a product write *.', 'w0 * ('],
  [
    'wurzel(x)', 'wurzel',
    '"wurzel" is no function; there are add, sub, mul, div, neg, pow, exp, log, sqrt, sin, cos, tanh, sigmoid, relu, abs, max and others, such as tan and min.',
  ],
  ['atan(x)', 'atan', 'atan is not among the operations that a graph can compute here.'],
  ['sin x', 'sin x', 'sin is a function; its argument stands in parentheses: sin(x).', 'sin(x)'],
  ['sin^2(x)', 'sin', 'sin is a function; its argument stands in parentheses: sin(x).'],
  ['sigmoid(x, y)', 'sigmoid', 'sigmoid takes 1 argument but has 2.'],
  ['pow(x)', 'pow', 'pow takes 2 arguments but has 1.'],
  ['log(x, y, z)', 'log', 'log takes 1 or 2 arguments but has 3.'],
  ['max(x)', 'max', 'max takes 2 or more arguments but has 1.'],
  ['add()', 'add', 'add takes 1 or more arguments but has 0.'],
  ...['sign', 'floor', 'ceil', 'round', 'fix'].map((name): Case => [`${name}(x)`, name, `${name} ${FLAT}`]),
  ...['cbrt', 'nthRoot'].map((name): Case => [`${name}(x)`, name, `${name} ${ROOT}`]),
];

const many = (count: number, piece: string, sign: string): string => new Array<string>(count).fill(piece).join(sign);

const LIMITS: readonly Case[] = [
  [`x${' '.repeat(50_000)}`, ' ', 'The text has 50,001 characters; 50,000 are the most that is read.'],
  ['a'.repeat(61), 'a'.repeat(61), 'This name has 61 characters; 60 are the most.'],
  [many(2_001, 'x', '+'), many(2_001, 'x', '+'), 'The graph would have more than 2,000 nodes, which is too much to draw.'],
  [many(2_002, 'x', '+'), many(2_002, 'x', '+'), 'The graph would have more than 2,000 nodes, which is too much to draw.'],
  [`add(${many(4_001, 'x', ',')})`, `add(${many(4_001, 'x', ',')})`, 'The operations would read more than 4,000 values in all, which is too much to draw.'],
  [`add(${many(5_000, 'x', ',')})`, `add(${many(5_000, 'x', ',')})`, 'The operations would read more than 4,000 values in all, which is too much to draw.'],
  [many(20_001, 'x', ' '), 'x', 'The text has more than 20,000 names, numbers and signs, which is too much to draw.'],
  [`${'('.repeat(101)}x${')'.repeat(101)}`, '(', 'This is nested too deeply: 100 levels are the most.'],
  [many(102, 'x', '^'), '^', 'This is nested too deeply: 100 levels are the most.'],
  [`${'-'.repeat(101)}x`, '-', 'This is nested too deeply: 100 levels are the most.'],
];

const ALL = { SIGNS, WORDS, ORDER, LINES, FUNCTIONS, LIMITS };

describe.each(Object.entries(ALL))('parseExpression: %s', (_kind, cases) => {
  test.each(cases.map((one) => [one[0].slice(0, 40), one] as const))('of %j says what is wrong and where', (_title, one) => {
    const [text, marked, message, suggestion] = one;
    const { problem } = parseExpression(text);
    expect(problem?.message).toBe(message);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(marked);
    expect(problem?.suggestion).toBe(suggestion);
    expect(Object.keys(problem ?? {})).toHaveLength(suggestion === undefined ? 2 : 3);
  });
});

describe('parseExpression', () => {
  test('marks the place itself where the same piece stands more than once', () => {
    expect(parseExpression('q = x\nr = q + q q(r)').problem?.span).toEqual({ start: 16, end: 18 });
    expect(parseExpression('(x) + (y').problem?.span).toEqual({ start: 6, end: 7 });
    expect(parseExpression('x * y *').problem?.span).toEqual({ start: 6, end: 7 });
    expect(parseExpression('a = 1\na = 2').problem?.span).toEqual({ start: 6, end: 7 });
  });

  test.each([
    ['2 ** 3', '2 ^ 3'], ['sigmod(x)', 'sigmoid(x)'], ['x * x(y + 1)', 'x * x * (y + 1)'], ['sin x + 1', 'sin(x) + 1'], ['2 3', '2 * 3'],
    ['f(x) = x^2', 'f = x^2'], ['x + y\nf*2', 'g = x + y\nf*2'], ['√x', 'sqrt(x)'], ['x\u0000y', 'xy'],
  ])('suggests for %j what makes it %j, which can be read', (text, mended) => {
    const { problem } = parseExpression(text);
    const { start = 0, end = 0 } = problem?.span ?? {};
    expect(text.slice(0, start) + (problem?.suggestion ?? '?') + text.slice(end)).toBe(mended);
    expect(parseExpression(mended).problem).toBeUndefined();
  });

  test('reads whatever is exactly at its limits', () => {
    const atLimits = [
      `x${' '.repeat(49_999)}`, 'a'.repeat(60), many(2_000, 'x', '+'), `add(${many(4_000, 'x', ',')})`,
      `${'('.repeat(100)}x${')'.repeat(100)}`, many(101, 'x', '^'), `${'-'.repeat(100)}x`, many(150, 'x^2', ' '),
      `${'1 + 2*-exp('.repeat(50)}x${')'.repeat(50)}`,
    ];
    for (const text of atLimits) expect(parseExpression(text).problem, text.slice(0, 30)).toBeUndefined();
    expect(parseExpression(many(2_000, 'x', '+')).expression?.graph.nodes).toHaveLength(2_000);
  });

  test('blames the depth where the stack is shorter than expected', () => {
    const deep = `${'('.repeat(100)}x${')'.repeat(100)}`;
    const messages = new Set<string>();
    const descend = (level: number): void => {
      if (level % 50 === 0) messages.add(parseExpression(deep).problem?.message ?? 'understood');
      descend(level + 1);
    };
    expect(() => descend(0)).toThrow(RangeError);
    expect([...messages].sort()).toEqual(['This is nested too deeply: 100 levels are the most.', 'understood']);
  });
});
