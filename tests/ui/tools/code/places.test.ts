import { describe, expect, it } from 'vitest';
import { codeOf, type Code } from '../../../../src/interchange/code/code';
import { lineNumbers, linesAt, timeOfLine } from '../../../../src/ui/tools/code/places';
import { scalars } from '../../../engine/scalarGraphs';
import { bostonRecording, recordingOf } from '../../../interchange/code/generatedCases';

const recording = recordingOf(scalars('x := 3', 'p = mul(x, x)', 'f = mul(p, x)'), 0.1);

function coded(style: Code['style']): Code {
  const code = codeOf(recording, style);
  if (code === undefined) throw new Error('no code');
  return code;
}

const lineAt = (code: Code, text: string): number => code.lines.findIndex((line) => line.text.trim() === text);

describe('timeOfLine', () => {
  it('is the time at which the line’s step has just happened', () => {
    const code = coded('NumPy');
    const time = timeOfLine(code, recording.steps, lineAt(code, 'p = x * x'), 0) ?? 0;
    expect(recording.steps[time - 1]).toMatchObject({ kind: 'compute', node: 'p' });
  });

  it('goes from one step of a line to the next, and behind the last to the first', () => {
    const code = coded('Python');
    const line = lineAt(code, 'self.value = x1 * x2');
    const first = timeOfLine(code, recording.steps, line, 0) ?? 0;
    const second = timeOfLine(code, recording.steps, line, first) ?? 0;
    expect([first, second].map((time) => recording.steps[time - 1])).toMatchObject([{ node: 'p' }, { node: 'f' }]);
    expect(timeOfLine(code, recording.steps, line, second)).toBe(first);
  });

  it('is undefined for a line in which nothing happens by itself, and beyond the file', () => {
    const code = coded('NumPy');
    expect(timeOfLine(code, recording.steps, lineAt(code, 'import numpy as np'), 0)).toBeUndefined();
    expect(timeOfLine(code, recording.steps, 10_000, 0)).toBeUndefined();
  });
});

describe('linesAt', () => {
  it('has each line once, from top to bottom', () => {
    const code = coded('Python');
    const flows = recording.steps.filter(({ kind }) => kind === 'flow');
    const lines = linesAt(code, flows);
    expect(lines.map((line) => code.lines[line]?.text.trim())).toEqual([
      'self.gradients[0] = self.gradient * x2',
      'self.gradients[1] = self.gradient * x1',
      'p = Multiply("p", x, x)',
      'f = Multiply("f", p, x)',
    ]);
    expect(linesAt(code, [])).toEqual([]);
  });
});

describe('lineNumbers', () => {
  it('counts the lines of the file, where a folded line stands for several', () => {
    const code = codeOf(bostonRecording(11), 'NumPy');
    if (code === undefined) throw new Error('no code');
    const numbers = lineNumbers(code);
    const X = code.lines.findIndex(({ text }) => text.startsWith('X = '));
    expect(numbers[0]).toBe(1);
    expect((numbers[X + 1] ?? 0) - (numbers[X] ?? 0)).toBe(11);
  });
});
