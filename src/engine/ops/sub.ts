/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, spellInfix } from '../elementwise';

/** The difference a − b. */
export const sub = elementwise({
  name: 'sub',
  title: 'Subtract',
  glyph: '−',
  doc: 'The difference a − b.',
  ports: ['a', 'b'],
  variadic: false,
  forward: (call) => {
    const a = inputData(call, 0);
    const b = inputData(call, 1);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
  },
  backward: (_call, port, upstream, into) => {
    if (port === 0) for (let i = 0; i < into.length; i++) into[i]! += upstream[i]!;
    else for (let i = 0; i < into.length; i++) into[i]! -= upstream[i]!;
  },
  formula: ({ inputs: [a = '', b = ''] }) => `${a} - ${b}`,
  slope: (_names, port) => (port === 0 ? '1' : '-1'),
  spell: spellInfix('−'),
  code: {
    forward: ({ inputs: [a = '', b = ''] }) => `${a} - ${b}`,
    backward: ({ upstream }, port) => (port === 0 ? upstream : `-${upstream}`),
    torch: ({ inputs: [a = '', b = ''] }) => `${a} - ${b}`,
  },
});
