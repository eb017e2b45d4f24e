import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonTokens } from '../../../../src/ui/tools/code/pythonTokens';

const coloured = (line: string): string[] => pythonTokens(line).flatMap(({ kind, text }) => (kind === 'plain' ? [] : [`${kind}: ${text}`]));

describe('pythonTokens', () => {
  it('finds keywords, numbers, strings and comments', () => {
    expect(coloured('    for x in [1, 2.5, 1e-07]:  # for each 3')).toEqual(['keyword: for', 'keyword: in', 'number: 1', 'number: 2.5', 'number: 1e-07', 'comment: # for each 3']);
    expect(coloured('print("d" + node.name, "# = 2")')).toEqual(['string: "d"', 'string: "# = 2"']);
    expect(coloured('    """The product of 2 in one."""')).toEqual(['string: """The product of 2 in one."""']);
  });

  it('takes neither digits of a name for numbers nor parts of names for keywords', () => {
    expect(coloured('x1 = W2 @ informed + c_2')).toEqual([]);
  });

  it('loses nothing of any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '#', 'x', '1', '.', ' ', 'for', '\\', '(', 'e') }), (line) => {
        expect(pythonTokens(line).map(({ text }) => text).join('')).toBe(line);
      }),
    );
  });
});
