import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fnv1a, parametersHash } from '../../src/training/parametersHash';

describe('fnv1a', () => {
  // From the table of test vectors that its authors publish (http://www.isthe.com/chongo/tech/comp/fnv/, test_fnv.c).
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foo', 'dcb27518fed9d577'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('gives for "%s" the published hash', (text, hash) => {
    expect(fnv1a(new TextEncoder().encode(text))).toBe(hash);
  });

  test('agrees for any bytes with the definition, worked out in whole numbers of any size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        expect(fnv1a(bytes)).toBe(hash.toString(16).padStart(16, '0'));
      }),
    );
  });
});

describe('parametersHash', () => {
  test('is the hash of the bytes, the lowest first', () => {
    // 1 = 0x3FF0000000000000, −2.5 = 0xC004000000000000
    const bytes = Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0x04, 0xc0);
    expect(parametersHash(Float64Array.of(1, -2.5))).toBe(fnv1a(bytes));
  });

  test('changes with any one bit of a number', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 1, maxLength: 40, noNaN: true }),
        fc.nat(),
        fc.nat({ max: 63 }),
        (parameters, place, bit) => {
          const changed = Float64Array.from(parameters);
          const index = place % changed.length;
          const bits = new BigUint64Array(changed.buffer);
          bits[index] = (bits[index] ?? 0n) ^ (1n << BigInt(bit));
          expect(parametersHash(changed)).not.toBe(parametersHash(parameters));
        },
      ),
    );
  });

  test('tells 0 from −0, and the order of the numbers', () => {
    expect(parametersHash(Float64Array.of(0))).not.toBe(parametersHash(Float64Array.of(-0)));
    expect(parametersHash(Float64Array.of(1, 2))).not.toBe(parametersHash(Float64Array.of(2, 1)));
  });

  test('takes every NaN for the same', () => {
    const other = new Float64Array(1);
    new BigUint64Array(other.buffer)[0] = 0xfff8_0000_0000_0001n;
    expect(parametersHash(other)).toBe(parametersHash(Float64Array.of(Number.NaN)));
    expect(parametersHash(other)).not.toBe(parametersHash(Float64Array.of(Infinity)));
  });

  test('leaves the parameters as they are', () => {
    const parameters = Float64Array.of(1, Number.NaN, -0);
    parametersHash(parameters);
    expect(parameters).toEqual(Float64Array.of(1, Number.NaN, -0));
  });
});
