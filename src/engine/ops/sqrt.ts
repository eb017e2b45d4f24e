/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, outputOperand, spellCall } from '../elementwise';

/** The square root; it has no value below 0, and no finite slope at 0. */
export const sqrt = elementwise({
  name: 'sqrt',
  title: 'Square root',
  glyph: '√',
  doc: 'The square root; it has no value below 0, and no finite slope at 0.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const out = call.output.data;
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! / (2 * out[i]!);
  },
  formula: ({ inputs: [x = ''] }) => `\\sqrt{${x}}`,
  slope: ({ output }) => `\\frac{1}{2 ${output}}`,
  slopeWork: (call, _port, cell) => ['1 ÷ (2 × ', outputOperand(call, cell), ')'],
  domain: ([x = NaN]) => (x < 0 ? 'the square root of a negative number is not real' : undefined),
  spell: spellCall('√'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.sqrt(${x})`,
    backward: ({ output, upstream }) => `${upstream} / (2 * ${output})`,
    torch: ({ inputs: [x = ''] }) => `torch.sqrt(${x})`,
  },
});
