/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellInfix } from '../elementwise';

/** The quotient a / b, cell by cell; by 0 it is ±∞, and 0/0 is NaN, as IEEE 754 has it. */
export const div = elementwise({
  name: 'div',
  title: 'Divide',
  glyph: '÷',
  doc: 'The quotient a / b.',
  ports: ['a', 'b'],
  forward: (call) => {
    const a = inputData(call, 0);
    const b = inputData(call, 1);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = a[i]! / b[i]!;
  },
  backward: (call, port, upstream, into) => {
    const b = inputData(call, 1);
    const out = call.output.data;
    if (port === 0) for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! / b[i]!;
    else for (let i = 0; i < into.length; i++) into[i]! -= (upstream[i]! * out[i]!) / b[i]!;
  },
  formula: ({ inputs: [a = '', b = ''] }) => `\\frac{${a}}{${b}}`,
  slope: ({ inputs: [a = '', b = ''] }, port) => (port === 0 ? `\\frac{1}{${b}}` : `\\left(-\\frac{${a}}{${b}^2}\\right)`),
  slopeWork: (call, port, cell) => {
    const b = inputOperand(call, 1, cell);
    return port === 0 ? ['1 ÷ ', b] : ['−', inputOperand(call, 0, cell), ' ÷ ', b, '²'];
  },
  domain: ([, b]) => (b === 0 ? 'a division by 0 has no value' : undefined),
  spell: spellInfix('÷'),
  code: {
    forward: ({ inputs: [a = '', b = ''] }) => `${a} / ${b}`,
    backward: ({ inputs: [, b = ''], output, upstream }, port) => (port === 0 ? `${upstream} / ${b}` : `-${upstream} * ${output} / ${b}`),
    torch: ({ inputs: [a = '', b = ''] }) => `${a} / ${b}`,
  },
});
