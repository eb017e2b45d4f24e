/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';
import { SINCE } from '../op';

/** The absolute value; its slope at 0 is 0. */
export const abs = elementwise({
  name: 'abs',
  title: 'Absolute value',
  glyph: '|·|',
  doc: 'The absolute value; its slope at 0 is 0.',
  ports: ['x'],
  kinked: true,
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.abs(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! * Math.sign(x[i]!);
  },
  formula: ({ inputs: [x = ''] }) => `\\lvert ${x} \\rvert`,
  slope: ({ inputs: [x = ''] }) => `\\operatorname{sign} ${x}`,
  slopeWork: (call, port, cell) => {
    const x = inputOperand(call, port, cell);
    if (x.value > 0) return ['1', SINCE, x, ' > 0'];
    if (x.value < 0) return ['−1', SINCE, x, ' < 0'];
    return x.value === 0 ? ['0', SINCE, x, ' = 0'] : undefined;
  },
  spell: spellCall('abs'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.abs(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} * np.sign(${x})`,
    torch: ({ inputs: [x = ''] }) => `torch.abs(${x})`,
  },
});
