import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../src/engine';
import { indented, traceOf, type Trace, type TraceLine } from '../../../src/study/trace/trace';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { asNested, golden } from '../../engine/golden';
import { recorded, scalars } from '../../engine/scalarGraphs';

function linesOf(trace: Trace): TraceLine[] {
  return Array.from({ length: trace.length }, (_, index) => trace.line(index));
}

function textOf(recording: Recording, allDigits = false): string[] {
  return linesOf(traceOf(recording, allDigits)).map(indented);
}

const ADD = scalars('x := 4', 'y = 5', 'z = 10', 'f = add(x, y, z)');

describe('traceOf', () => {
  test('tells the whole of the lesson’s 4 + 5 + 10, in order', () => {
    expect(textOf(recorded(ADD, 0.5))).toEqual([
      'Sort: an order in which every node comes after all that it reads',
      'x reads nothing and joins the queue: [x]',
      'y reads nothing and joins the queue: [x, y]',
      'z reads nothing and joins the queue: [x, y, z]',
      'Pop x from the queue, which leaves [y, z]',
      '  Add x to the sorted list as number 1: [x]',
      '  Remove the edge x → f (port x1); f waits for 2 more',
      'Pop y from the queue, which leaves [z]',
      '  Add y to the sorted list as number 2: [x, y]',
      '  Remove the edge y → f (port x2); f waits for 1 more',
      'Pop z from the queue, which leaves []',
      '  Add z to the sorted list as number 3: [x, y, z]',
      '  Remove the edge z → f (port x3); f waits for nothing more',
      '  f joins the queue: [f]',
      'Pop f from the queue, which leaves []',
      '  Add f to the sorted list as number 4: [x, y, z, f]',
      'Feed: every leaf gets its value',
      'Feed x = 4 (parameter)',
      'Feed y = 5 (data)',
      'Feed z = 10 (data)',
      'Forward: every node reads its inputs and computes',
      '  f reads x = 4 (port x1)',
      '  f reads y = 5 (port x2)',
      '  f reads z = 10 (port x3)',
      '  Compute f = 4 + 5 + 10 = 19',
      'Backward: every node passes its gradient back to what it has read',
      'Begin with ∂f/∂f = 1',
      'Back through f = Add(x, y, z) with ∂f/∂f = 1',
      '  x receives 1 × 1 = 1 from f (port x1)',
      '    That is all of ∂f/∂x',
      '  y receives 1 × 1 = 1 from f (port x2)',
      '    That is all of ∂f/∂y',
      '  z receives 1 × 1 = 1 from f (port x3)',
      '    That is all of ∂f/∂z',
      'Update: every parameter moves against its gradient',
      'x ← 4 − 0.5 × 1 = 3.5',
    ]);
  });

  test('tells what a node receives from each reader, and the running sum', () => {
    const text = textOf(recorded(scalars('x = 3', 's = mul(x, x)', 'f = add(s, x)')));
    // ∂f/∂x = 1 + 3 + 3.
    expect(text.slice(text.indexOf('Back through f = Add(s, x) with ∂f/∂f = 1'))).toEqual([
      'Back through f = Add(s, x) with ∂f/∂f = 1',
      '  s receives 1 × 1 = 1 from f (port x1)',
      '    That is all of ∂f/∂s',
      '  x receives 1 × 1 = 1 from f (port x2)',
      '    Sum so far, 1 of 3 = 1',
      'Back through s = Multiply(x, x) with ∂f/∂s = 1',
      '  x receives 3 × 1 = 3 from s (port x1)',
      '    Sum so far, 2 of 3 = 4',
      '  x receives 3 × 1 = 3 from s (port x2)',
      '    Sum of 3: ∂f/∂x = 7',
    ]);
  });

  test('prints the golden numbers of the lesson’s network', () => {
    const { X, W1, b, y, cost } = golden.lesson.case1;
    const recording = record(
      compile({
        nodes: [
          { id: 'X', role: 'data', value: asNested(X) },
          { id: 'W1', role: 'parameter', value: asNested(W1) },
          { id: 'b', role: 'parameter', value: asNested(b) },
          { id: 'y', role: 'data', value: asNested(y) },
          { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b'] },
          { id: 's', op: 'sigmoid', inputs: ['l1'] },
          { id: 'C', op: 'mse', inputs: ['y', 's'] },
        ],
        output: 'C',
      }),
    );
    const text = textOf(recording, true);
    const at = (line: string): number => text.indexOf(line);
    expect(text.slice(at('  Compute l₁ = Linear(X, W₁, b), 2 × 1')).slice(0, 3)).toEqual(['  Compute l₁ = Linear(X, W₁, b), 2 × 1', '    [[−11]', '     [−11]]']);
    expect(text[at('  Compute s = Sigmoid(l₁), 2 × 1') + 1]?.trim()).toBe('[[0.00001670142184809518]');
    expect(text.find((line) => line.startsWith('  Compute C = '))).toMatch(new RegExp(` = ${cost}$`));
    const gradient = text.slice(at('  W₁ receives from l₁, 2 × 1 (port W)') + 1).slice(0, 2);
    const stored = golden.lesson.case1.grads['W1'];
    const expected = typeof stored === 'object' ? stored.data : [];
    expect(expected).toHaveLength(2);
    gradient.forEach((line, row) => expect(Number(line.replace(/[[\] ]/g, '').replace('−', '-'))).toBeCloseTo(expected[row] ?? NaN, 15));
    expect(text).toContain('Feed b, vector of 1 (parameter)');
  });

  test('tells of every step, each in its order and in its section', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const recording = record(compile(graph), { learningRate: 0.1 });
        const trace = traceOf(recording, false);
        const lines = linesOf(trace);
        expect(new Set(lines.map(({ step }) => step)).size).toBe(recording.steps.length);
        lines.forEach((line, index) => {
          expect(line.step).toBeGreaterThanOrEqual(lines[index - 1]?.step ?? 0);
          const phase = recording.steps[line.step]?.phase;
          expect(line.section).toBe(phase === 'seed' ? 'backward' : phase);
          expect(trace.startOf(line.step)).toBeLessThanOrEqual(index);
          expect(trace.startOf(line.step + 1)).toBeGreaterThan(index);
        });
        for (const { section, line } of trace.sections) expect([lines[line]?.section, lines[line]?.heading]).toEqual([section, true]);
        expect(lines.filter(({ heading }) => heading)).toHaveLength(trace.sections.length);
      }),
      { numRuns: 60 },
    );
  });

  test('calls unknown what is not finite among single numbers, and by its name among tensors', () => {
    expect(textOf(recorded(scalars('x = 0', 'f = log(x)')))).toContain('Begin with ∂f/∂f = 1');
    expect(textOf(recorded(scalars('x = 0', 'f = log(x)'))).find((line) => line.includes('Compute'))).toBe('  Compute f = log(0) = unknown');
    const vector = record(compile({ nodes: [{ id: 'x', role: 'data', value: [0, 1] }, { id: 'f', op: 'log', inputs: ['x'] }], output: 'f' }));
    expect(textOf(vector).filter((line) => line.includes('−∞'))).toEqual(['    [−∞   0]']);
  });

  test('cuts long lists of names, and does not write out a calculation of many numbers', () => {
    const leaves = Array.from({ length: 30 }, (_, i) => `x${i}`);
    const text = textOf(recorded(scalars(...leaves.map((id) => `${id} = 1`), `f = add(${leaves.join(', ')})`)));
    expect(text[30]).toBe('x₂₉ reads nothing and joins the queue: [x₀, x₁, x₂, x₃, x₄, x₅, …, x₂₄, x₂₅, x₂₆, x₂₇, x₂₈, x₂₉] (30)');
    expect(text.find((line) => line.includes('Compute'))).toBe(`  Compute f = Add(${leaves.map((id) => `x${Array.from(id.slice(1)).map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`).join(', ')}) = 30`);
  });

  test('knows no line beyond its last', () => {
    const trace = traceOf(recorded(ADD), false);
    expect(() => trace.line(trace.length)).toThrow(new RangeError(`There is no line ${trace.length} in a trace of ${trace.length} lines.`));
  });
});
