import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../src/interchange/jsonFault';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonFault', () => {
  test('finds a fault exactly where JSON.parse does, in damaged documents', () => {
    const bits = fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '"a"', '\\', '1', '-', '.', 'e', '0', 'true', 'nul', ' ', '\n', '\u0001', 'u00e9');
    const text = fc.oneof(fc.array(bits, { maxLength: 12 }).map((some) => some.join('')), fc.string());
    fc.assert(
      fc.property(text, (one) => {
        expect(jsonFault(one) === undefined).toBe(isJson(one));
      }),
      { numRuns: 5_000 },
    );
  });

  test('finds none in any document that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(jsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  test('says of a document that is cut off anywhere that it ends too early, at its end', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(), (value, place) => {
        const whole = JSON.stringify(value, null, 1);
        const text = whole.slice(0, place % whole.length);
        expect(jsonFault(text)).toMatchObject({ cutOff: true, line: text.trimEnd().split('\n').length + (/\n\s*$/.test(text) ? 1 : 0) });
      }),
    );
  });

  test.each([
    ['', 1, 1, true, '', 'a value'],
    ['{"a": 1', 1, 8, true, '', '“,” or “}”'],
    ['{"a": [1\n, tr', 2, 3, true, 't', 'a value'],
    ['{"a": 1.', 1, 8, true, '.', '“,” or “}”'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, false, '"', '“,” or “}”'],
    ['{"a" 1}', 1, 6, false, '1', '“:”'],
    ['{a: 1}', 1, 2, false, 'a', 'a name in quotation marks or “}”'],
    ['{"a": 1,}', 1, 9, false, '}', 'a name in quotation marks'],
    ['[1, 2}', 1, 6, false, '}', '“,” or “]”'],
    ['[01]', 1, 3, false, '1', '“,” or “]”'],
    ['[1] 2', 1, 5, false, '2', 'the end'],
    ['["a\nb"]', 1, 2, false, '"', 'a value or “]”'],
    ['[😀]', 1, 2, false, '😀', 'a value or “]”'],
  ])('places the fault of %j', (text, line, column, cutOff, found, expected) => {
    expect(jsonFault(text)).toEqual({ line, column, cutOff, found, expected });
  });

  test('comes to an end with a hundred thousand brackets, and with a string of millions of characters', () => {
    expect(jsonFault('['.repeat(100_000))).toMatchObject({ cutOff: true });
    expect(jsonFault(`["${'a\\n'.repeat(1_000_000)}"`)).toMatchObject({ cutOff: true });
  });
});
