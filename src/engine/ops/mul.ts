/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellInfix } from '../elementwise';

/**
 * The product of any number of inputs, cell by cell. The slope with respect to one port is the product of
 * the others, multiplied out rather than divided, so that a factor of 0 does no harm.
 */
export const mul = elementwise({
  name: 'mul',
  title: 'Multiply',
  glyph: '×',
  doc: 'The product of its inputs.',
  ports: ['x1', 'x2'],
  variadic: true,
  forward: (call) => {
    const out = call.output.data;
    out.set(inputData(call, 0));
    for (let port = 1; port < call.inputs.length; port++) {
      const x = inputData(call, port);
      for (let i = 0; i < out.length; i++) out[i]! *= x[i]!;
    }
  },
  backward: (call, port, upstream, into) => {
    const count = call.inputs.length;
    for (let i = 0; i < into.length; i++) {
      let others = 1;
      for (let other = 0; other < count; other++) if (other !== port) others *= call.inputs[other]!.data[i]!;
      into[i]! += upstream[i]! * others;
    }
  },
  formula: ({ inputs }) => inputs.join(' \\odot '),
  slope: ({ inputs }, port) => inputs.filter((_, other) => other !== port).join(' \\odot ') || '1',
  slopeWork: (call, port, cell) => {
    const others = call.inputs.flatMap((_input, other) => (other === port ? [] : [inputOperand(call, other, cell)]));
    return others.length === 0 ? undefined : spellInfix('×')(others);
  },
  spell: spellInfix('×'),
  code: {
    forward: ({ inputs }) => inputs.join(' * '),
    backward: ({ inputs, upstream }, port) => [upstream, ...inputs.filter((_, other) => other !== port)].join(' * '),
    // The product of one alone is another tensor all the same, with a gradient of its own.
    torch: ({ inputs }) => (inputs.length === 1 ? `${inputs.join('')}.clone()` : inputs.join(' * ')),
  },
});
