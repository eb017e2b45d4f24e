import { expect, test } from 'vitest';
import { written } from './understood';
import { scientificTex } from '../../src/expression/scientificTex';
import { texName } from '../../src/scene/format';

test.each([
  ['0.01', undefined, '0.01'],
  ['3', '-6', '3 \\cdot 10^{-6}'],
  ['-2.5', '+30', '-2.5 \\cdot 10^{30}'],
  ['1', '+21', '10^{21}'],
  ['-1', '-7', '-10^{-7}'],
])('scientificTex writes %s and %s as %s', (mantissa, exponent, tex) => {
  expect(scientificTex(mantissa, exponent)).toBe(tex);
});

test.each(['1e-7', '-1e-7', '2.5e+30', '-2.5e+30', '0.5', '-12'])('a constant %s is written alike in a formula and as the name of its node', (id) => {
  expect(written(id)).toBe(texName(id));
});
