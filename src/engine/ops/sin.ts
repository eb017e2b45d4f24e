/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';

/** The sine of an angle in radians. */
export const sin = elementwise({
  name: 'sin',
  title: 'Sine',
  glyph: 'sin',
  doc: 'The sine of an angle in radians.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.sin(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * Math.cos(x[i]!);
  },
  formula: ({ inputs: [x = ''] }) => `\\sin ${x}`,
  slope: ({ inputs: [x = ''] }) => `\\cos ${x}`,
  slopeWork: (call, port, cell) => ['cos(', inputOperand(call, port, cell), ')'],
  spell: spellCall('sin'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.sin(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} * np.cos(${x})`,
    torch: ({ inputs: [x = ''] }) => `torch.sin(${x})`,
  },
});
