/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';

/** The cosine of an angle in radians. */
export const cos = elementwise({
  name: 'cos',
  title: 'Cosine',
  glyph: 'cos',
  doc: 'The cosine of an angle in radians.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.cos(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * -Math.sin(x[i]!);
  },
  formula: ({ inputs: [x = ''] }) => `\\cos ${x}`,
  slope: ({ inputs: [x = ''] }) => `(-\\sin ${x})`,
  slopeWork: (call, port, cell) => ['−sin(', inputOperand(call, port, cell), ')'],
  spell: spellCall('cos'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.cos(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} * -np.sin(${x})`,
    torch: ({ inputs: [x = ''] }) => `torch.cos(${x})`,
  },
});
