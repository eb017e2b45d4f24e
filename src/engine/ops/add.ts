/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, spellInfix } from '../elementwise';

/** The sum of any number of inputs. Each receives the gradient unchanged. */
export const add = elementwise({
  name: 'add',
  title: 'Add',
  glyph: '+',
  doc: 'The sum of its inputs.',
  ports: ['x1', 'x2'],
  variadic: true,
  forward: (call) => {
    const out = call.output.data;
    out.set(inputData(call, 0));
    for (let port = 1; port < call.inputs.length; port++) {
      const x = inputData(call, port);
      for (let i = 0; i < out.length; i++) out[i]! += x[i]!;
    }
  },
  backward: (_call, _port, upstream, into) => {
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]!;
  },
  formula: ({ inputs }) => inputs.join(' + '),
  slope: () => '1',
  spell: spellInfix('+'),
  code: {
    forward: ({ inputs }) => inputs.join(' + '),
    backward: ({ upstream }) => upstream,
    // The sum of one alone is another tensor all the same, with a gradient of its own.
    torch: ({ inputs }) => (inputs.length === 1 ? `${inputs.join('')}.clone()` : inputs.join(' + ')),
  },
});
