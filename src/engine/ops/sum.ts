import { reduction } from './reduction';

/** The sum over all cells or over one axis. */
export const sum = reduction({
  name: 'sum',
  title: 'Sum',
  glyph: 'Σ',
  doc: 'The sum over all cells or over one axis.',
  divisor: () => 1,
  local: '',
  formula: ({ inputs: [x = ''] }) => `\\textstyle\\sum ${x}`,
});
