/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';
import { SINCE } from '../op';

/** The positive part; its slope at 0 is 0. */
export const relu = elementwise({
  name: 'relu',
  title: 'ReLU',
  glyph: 'relu',
  doc: 'The positive part; its slope at 0 is 0.',
  ports: ['x'],
  kinked: true,
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.max(x[i]!, 0);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    // Not `x > 0`: at NaN the gradient passes, as in torch, instead of ending in a 0 that looks healthy.
    for (let i = 0; i < into.length; i++) if (!(x[i]! <= 0)) into[i]! += upstream[i]!;
  },
  formula: ({ inputs: [x = ''] }) => `\\max(0, ${x})`,
  slope: ({ inputs: [x = ''] }) => `[${x} > 0]`,
  slopeWork: (call, port, cell) => {
    const x = inputOperand(call, port, cell);
    if (x.value > 0) return ['1', SINCE, x, ' > 0'];
    return x.value <= 0 ? ['0', SINCE, x, ' ≤ 0'] : undefined;
  },
  spell: spellCall('relu'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.maximum(${x}, 0.0)`,
    backward: ({ inputs: [x = ''], upstream }) => `np.where(${x} <= 0, 0.0, ${upstream})`,
    torch: ({ inputs: [x = ''] }) => `torch.relu(${x})`,
  },
});
