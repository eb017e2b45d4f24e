import type { CodedIteration } from './iteration';
import { plainLines, type CodeLine, type CodePart } from './line';

const UNBROADCAST = `
def unbroadcast(gradient, shape):
    """Sums a gradient over the axes along which its value was stretched, back to the value's own shape."""
    while np.ndim(gradient) > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient`;

/** The functions that some code calls, directly or by way of each other, each with two blank lines before it. */
export function calledFunctions({ operations }: CodedIteration, code: readonly CodePart[]): CodeLine[] {
  const known = new Map(operations.flatMap(({ op }) => Object.entries(op.code.functions ?? {})));
  known.set('unbroadcast', UNBROADCAST);
  const called = new Set<string>();
  const look = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/\b(\w+)\(/g)) {
      const source = known.get(name);
      if (source === undefined || called.has(name)) continue;
      called.add(name);
      look(source);
    }
  };
  for (const part of code) if ('text' in part) look(part.text);
  return [...known].flatMap(([name, source]) => (called.has(name) ? plainLines(`\n${source}`) : []));
}
