/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, outputOperand, spellCall } from '../elementwise';

/**
 * The hyperbolic tangent. Its slope 1 − tanh² is computed as 4e/(1 + e)² with e = exp(−2|x|): the plain form
 * cancels to 0 from |x| = 19 on, where the slope is 1e−16.
 */
export const tanh = elementwise({
  name: 'tanh',
  title: 'Tanh',
  glyph: 'tanh',
  doc: 'The hyperbolic tangent, from −1 to 1.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.tanh(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    for (let i = 0; i < into.length; i++) {
      const e = Math.exp(-2 * Math.abs(x[i]!));
      into[i]! += (upstream[i]! * (4 * e)) / ((1 + e) * (1 + e));
    }
  },
  formula: ({ inputs: [x = ''] }) => `\\tanh ${x}`,
  slope: ({ output }) => `(1 - ${output}^2)`,
  slopeWork: (call, _port, cell) => ['1 − ', outputOperand(call, cell), '²'],
  spell: spellCall('tanh'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.tanh(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} * tanh_slope(${x})`,
    torch: ({ inputs: [x = ''] }) => `torch.tanh(${x})`,
    functions: {
      tanh_slope: `
def tanh_slope(x):
    """1 - tanh(x) ** 2, without the subtraction that makes 0 of it from x = 19 on."""
    e = np.exp(-2.0 * np.abs(x))
    return 4.0 * e / (1.0 + e) ** 2`,
    },
  },
});
