/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellInfix } from '../elementwise';
import { SINCE } from '../op';

/**
 * The power a^b, cell by cell. Conventions of torch: the slope in a is 0 where b is 0; the slope in b is 0
 * where a is 0 and b ≥ 0, and NaN for a negative base, whose power is real at whole exponents only.
 */
export const pow = elementwise({
  name: 'pow',
  title: 'Power',
  glyph: 'xʸ',
  doc: 'The power a^b.',
  ports: ['a', 'b'],
  forward: (call) => {
    const a = inputData(call, 0);
    const b = inputData(call, 1);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.pow(a[i]!, b[i]!);
  },
  backward: (call, port, upstream, into) => {
    const a = inputData(call, 0);
    const b = inputData(call, 1);
    if (port === 0) {
      for (let i = 0; i < into.length; i++) {
        const exponent = b[i]!;
        if (exponent !== 0) into[i]! += upstream[i]! * exponent * Math.pow(a[i]!, exponent - 1);
      }
      return;
    }
    const out = call.output.data;
    for (let i = 0; i < into.length; i++) {
      const base = a[i]!;
      if (base !== 0 || !(b[i]! >= 0)) into[i]! += upstream[i]! * out[i]! * Math.log(base);
    }
  },
  formula: ({ inputs: [a = '', b = ''] }) => `{${a}}^{${b}}`,
  slope: ({ inputs: [a = '', b = ''], output }, port) =>
    port === 0 ? `${b} \\odot {${a}}^{${b} - 1}` : `${output} \\odot \\ln ${a}`,
  slopeWork: (call, port, cell) => {
    const a = inputOperand(call, 0, cell);
    const b = inputOperand(call, 1, cell);
    if (port === 0) return b.value === 0 ? ['0', SINCE, 'the exponent is ', b] : [b, ' × ', a, ' ^ (', b, ' − 1)'];
    return a.value === 0 && b.value >= 0 ? ['0', SINCE, 'the base is ', a] : [a, ' ^ ', b, ' × log(', a, ')'];
  },
  domain: ([a = NaN, b = NaN]) => {
    if (a === 0 && b < 0) return 'a negative power of 0 is a division by 0';
    return a < 0 && !Number.isInteger(b) ? 'a negative number has real powers at whole exponents only' : undefined;
  },
  spell: spellInfix('^'),
  code: {
    forward: ({ inputs: [a = '', b = ''], constants = [] }) => (constants[1] === true ? `${a} ** ${b}` : `power(${a}, ${b})`),
    backward: ({ inputs: [a = '', b = ''], output, upstream }, port) =>
      port === 0 ? `base_gradient(${a}, ${b}, ${upstream})` : `exponent_gradient(${a}, ${b}, ${output}, ${upstream})`,
    torch: ({ inputs: [a = '', b = ''] }) => `${a} ** ${b}`,
    functions: {
      // What JavaScript's doubles and Python's do not agree on.
      power: `
def power(a, b):
    """a ** b, but not a number where a is 1 or -1 and b is not finite: Python has 1 there."""
    return np.where((np.abs(a) == 1) & ~np.isfinite(b), np.nan, a ** b)`,
      base_gradient: `
def base_gradient(a, b, upstream):
    """The slope of a ** b in a is b * a ** (b - 1); it is 0 where b is 0, whatever a is."""
    with np.errstate(all="ignore"):
        return np.where(b == 0, 0.0, upstream * b * power(a, b - 1))`,
      exponent_gradient: `
def exponent_gradient(a, b, value, upstream):
    """The slope of a ** b in b is a ** b * log(a); it is 0 where a is 0 and b is not negative."""
    with np.errstate(all="ignore"):
        return np.where((a == 0) & (b >= 0), 0.0, upstream * value * np.log(a))`,
    },
  },
});
