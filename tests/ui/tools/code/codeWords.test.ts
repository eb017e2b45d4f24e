import { describe, expect, it } from 'vitest';
import { codeOf, type CodeStyle } from '../../../../src/interchange/code/code';
import { aboutCode, codeFileName } from '../../../../src/ui/tools/code/codeWords';
import { linesAt } from '../../../../src/ui/tools/code/places';
import { scalars } from '../../../engine/scalarGraphs';
import { recordingOf } from '../../../interchange/code/generatedCases';

function about(style: CodeStyle, kind?: string): string {
  const recording = recordingOf(scalars('x := 3', 'f = exp(x)'), 0.1);
  const code = codeOf(recording, style);
  if (code === undefined) throw new Error('no code');
  const step = recording.steps.find((one) => one.kind === kind);
  return aboutCode(code, step, linesAt(code, step === undefined ? [] : [step]));
}

describe('aboutCode', () => {
  it('says what each style is', () => {
    expect(about('Python')).toBe('A class for each op; the sort and both passes walk over the nodes.');
    expect(about('NumPy', 'compute')).toBe('Every value and every contribution to a gradient on a line of its own.');
    expect(about('PyTorch', 'flow')).toBe('The forward pass; autograd finds the way back by itself.');
  });

  it('says for which node a line runs that belongs to a class', () => {
    expect(about('Python', 'compute')).toBe('At this moment it runs for f = Exp("f", x)');
    expect(about('Python', 'flow')).toBe('At this moment it runs for f = Exp("f", x)');
  });

  it('says why the sort has no line where it has none', () => {
    expect(about('NumPy', 'emit')).toBe('The sort has no line in NumPy: the lines already stand in its order.');
    expect(about('Python', 'emit')).toBe('A class for each op; the sort and both passes walk over the nodes.');
  });
});

describe('codeFileName', () => {
  it('names the style', () => {
    expect(codeFileName('PyTorch')).toBe('miniflow-pytorch.py');
  });
});
