/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, spellCall } from '../elementwise';

/**
 * The logistic function s = 1/(1 + e^−x), with the slope s(1 − s). Both s and 1 − s come from e^−|x|, which
 * never overflows, so that both keep full relative accuracy over the whole range of doubles: 1 − s by
 * subtraction would be 0 from x = 37 on. `forward` leaves 1 − s in the scratch room.
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
    const complement = call.scratch;
    for (let i = 0; i < out.length; i++) {
      const e = Math.exp(-Math.abs(x[i]!));
      const large = 1 / (1 + e);
      const small = e * large;
      const positive = x[i]! >= 0;
      out[i] = positive ? large : small;
      complement[i] = positive ? small : large;
    }
  },
  backward: (call, _port, upstream, into) => {
    const out = call.output.data;
    const complement = call.scratch;
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * (out[i]! * complement[i]!);
  },
  formula: ({ inputs: [x = ''] }) => `\\sigma(${x}) = \\frac{1}{1 + e^{-${x}}}`,
  slope: ({ output }) => `${output} \\odot (1 - ${output})`,
  spell: spellCall('σ'),
});
