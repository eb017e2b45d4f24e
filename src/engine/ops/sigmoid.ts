/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, outputOperand, spellCall } from '../elementwise';
import { EXP_LIMIT, expWithin } from '../kernels/exp';

/**
 * The logistic function s = 1/(1 + e^−x), with the slope s(1 − s). 1 − s is computed as e^−x · s, so that both keep
 * full relative accuracy over the whole range of doubles: by subtraction it would be 0 from x = 37 on. Far out, where
 * e^−x might overflow, both come from e^−|x|. `forward` leaves the slope in the scratch room.
 */
export const sigmoid = elementwise({
  name: 'sigmoid',
  title: 'Sigmoid',
  glyph: 'σ',
  doc: 'The logistic function, from 0 to 1.',
  ports: ['x'],
  scratchPerCell: 1,
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    const slope = call.scratch;
    for (let i = 0; i < out.length; i++) {
      const z = x[i]!;
      if (z > -EXP_LIMIT && z < EXP_LIMIT) {
        const e = expWithin(-z);
        const s = 1 / (1 + e);
        out[i] = s;
        slope[i] = s * (e * s);
      } else {
        const e = Math.exp(-Math.abs(z));
        const large = 1 / (1 + e);
        const small = e * large;
        out[i] = z >= 0 ? large : small;
        slope[i] = large * small;
      }
    }
  },
  backward: (call, _port, upstream, into) => {
    const slope = call.scratch;
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * slope[i]!;
  },
  formula: ({ inputs: [x = ''] }) => `\\sigma(${x}) = \\frac{1}{1 + e^{-${x}}}`,
  slope: ({ output }) => `${output} \\odot (1 - ${output})`,
  slopeWork: (call, _port, cell) => [outputOperand(call, cell), ' × (1 − ', outputOperand(call, cell), ')'],
  spell: spellCall('σ'),
  code: {
    forward: ({ inputs: [x = ''] }) => `sigmoid(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} * sigmoid_slope(${x})`,
    torch: ({ inputs: [x = ''] }) => `torch.sigmoid(${x})`,
    functions: {
      sigmoid: `
def sigmoid(x):
    """1 / (1 + exp(-x)), by way of exp(-|x|), which cannot overflow."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)`,
      sigmoid_slope: `
def sigmoid_slope(x):
    """s * (1 - s) with s = sigmoid(x), without the subtraction that makes 0 of it from x = 37 on."""
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2`,
    },
  },
});
