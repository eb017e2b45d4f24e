import { reduction } from './reduction';

/** The mean over all cells or over one axis. */
export const mean = reduction({
  name: 'mean',
  title: 'Mean',
  glyph: 'x̄',
  doc: 'The mean over all cells or over one axis.',
  divisor: (count) => count,
  local: '\\tfrac{1}{n}\\,',
  formula: ({ inputs: [x = ''] }) => `\\tfrac{1}{n} \\textstyle\\sum ${x}`,
});
