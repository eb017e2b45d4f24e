/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, spellCall } from '../elementwise';

/** Changes the sign. */
export const neg = elementwise({
  name: 'neg',
  title: 'Negate',
  glyph: '−',
  doc: 'Changes the sign.',
  ports: ['x'],
  forward: (call) => {
    const x = inputData(call, 0);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = -x[i]!;
  },
  backward: (_call, _port, upstream, into) => {
    for (let i = 0; i < into.length; i++) into[i]! += -upstream[i]!;
  },
  formula: ({ inputs: [x = ''] }) => `-${x}`,
  slope: () => '-1',
  spell: spellCall('−'),
  code: {
    forward: ({ inputs: [x = ''] }) => `-${x}`,
    backward: ({ upstream }) => `-${upstream}`,
    torch: ({ inputs: [x = ''] }) => `-${x}`,
  },
});
