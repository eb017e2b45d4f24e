/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { elementwise, inputData, inputOperand, spellCall } from '../elementwise';
import { SINCE } from '../op';

/** The larger of a and b, cell by cell. Where they tie each receives half of the gradient, as in torch. */
export const max = elementwise({
  name: 'max',
  title: 'Maximum',
  glyph: 'max',
  doc: 'The larger of a and b.',
  ports: ['a', 'b'],
  kinked: true,
  forward: (call) => {
    const a = inputData(call, 0);
    const b = inputData(call, 1);
    const out = call.output.data;
    for (let i = 0; i < out.length; i++) out[i] = Math.max(a[i]!, b[i]!);
  },
  backward: (call, port, upstream, into) => {
    const mine = inputData(call, port);
    const other = inputData(call, 1 - port);
    for (let i = 0; i < into.length; i++) {
      const a = mine[i]!;
      const b = other[i]!;
      // Not `a > b`: where one of them is NaN both are to blame, and NaN must not end in a gradient of 0.
      if (a === b) into[i]! += upstream[i]! * 0.5;
      else if (!(a < b)) into[i]! += upstream[i]!;
    }
  },
  formula: ({ inputs: [a = '', b = ''] }) => `\\max(${a}, ${b})`,
  slope: ({ inputs: [a = '', b = ''] }, port) => (port === 0 ? `[${a} > ${b}]` : `[${b} > ${a}]`),
  slopeWork: (call, port, cell) => {
    const mine = inputOperand(call, port, cell);
    const other = inputOperand(call, 1 - port, cell);
    if (mine.value > other.value) return ['1', SINCE, mine, ' > ', other];
    if (mine.value < other.value) return ['0', SINCE, mine, ' < ', other];
    return mine.value === other.value ? ['½', SINCE, mine, ' = ', other] : undefined;
  },
  spell: spellCall('max'),
  code: {
    forward: ({ inputs: [a = '', b = ''] }) => `np.maximum(${a}, ${b})`,
    backward: ({ inputs: [a = '', b = ''], upstream }, port) =>
      port === 0 ? `larger_gradient(${a}, ${b}, ${upstream})` : `larger_gradient(${b}, ${a}, ${upstream})`,
    torch: ({ inputs: [a = '', b = ''] }) => `torch.maximum(${a}, ${b})`,
    functions: {
      larger_gradient: `
def larger_gradient(mine, other, upstream):
    """All of the gradient goes to the larger number, half of it to each of two that are equal."""
    return np.where(mine == other, 0.5 * upstream, np.where(mine < other, 0.0, upstream))`,
    },
  },
});
