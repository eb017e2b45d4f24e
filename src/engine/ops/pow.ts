/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, spellInfix } from '../elementwise';

/**
 * The power a^b, cell by cell. Conventions of torch: the slope in a is 0 where b is 0; the slope in b is 0
 * where a is 0 and b ≥ 0, and NaN for a negative base, whose power is real at whole exponents only.
 */
export const pow = elementwise({
  name: 'pow',
  title: 'Power',
  glyph: 'xʸ',
  doc: 'The power a^b, cell by cell.',
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
  spell: spellInfix('^'),
});
