/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';

/** The exponential e^x. */
export const exp = elementwise({
  name: 'exp',
  title: 'Exp',
  glyph: 'exp',
  doc: 'The exponential e^x.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.exp(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const out = call.output.data;
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * out[i]!;
  },
  formula: ({ inputs: [x = ''] }) => `e^{${x}}`,
  slope: ({ output }) => output,
  slopeWork: (call, port, cell) => ['e^', inputOperand(call, port, cell)],
  spell: spellCall('exp'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.exp(${x})`,
    backward: ({ output, upstream }) => `${upstream} * ${output}`,
    torch: ({ inputs: [x = ''] }) => `torch.exp(${x})`,
  },
});
