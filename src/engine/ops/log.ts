/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';

/** The natural logarithm; it has no value at 0 and below. */
export const log = elementwise({
  name: 'log',
  title: 'Logarithm',
  glyph: 'log',
  doc: 'The natural logarithm; it has no value at 0 and below.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.log(x[i]!);
  },
  backward: (call, _port, upstream, into) => {
    const x = inputData(call, 0);
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]! / x[i]!;
  },
  formula: ({ inputs: [x = ''] }) => `\\ln ${x}`,
  slope: ({ inputs: [x = ''] }) => `\\frac{1}{${x}}`,
  slopeWork: (call, port, cell) => ['1 ÷ ', inputOperand(call, port, cell)],
  domain: ([x = NaN]) => {
    if (x === 0) return 'the logarithm exists only above 0; towards 0 it falls to −∞';
    return x < 0 ? 'the logarithm exists only above 0' : undefined;
  },
  spell: spellCall('log'),
  code: {
    forward: ({ inputs: [x = ''] }) => `np.log(${x})`,
    backward: ({ inputs: [x = ''], upstream }) => `${upstream} / ${x}`,
    torch: ({ inputs: [x = ''] }) => `torch.log(${x})`,
  },
});
