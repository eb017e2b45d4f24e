import { describe, expect, test } from 'vitest';
import { compile, firstNonFinite, firstNonFiniteCell, Trainer, type Divergence, type Graph } from '../../src/engine';
import { firstNonFiniteParameter } from '../../src/engine/finite';
import { bostonTables, goldenNetwork } from './boston';

/** f(w) = w · x, with whatever op is put before the cost. */
function powers(op: 'exp' | 'log', w: number): Graph {
  return {
    nodes: [
      { id: 'x', role: 'data', shape: [1] },
      { id: 'w', role: 'parameter', value: w },
      { id: 'wx', op: 'mul', inputs: ['w', 'x'] },
      { id: 'f', op, inputs: ['wx'] },
      { id: 'C', op: 'sum', inputs: ['f'] },
    ],
    output: 'C',
  };
}

describe('Trainer finds where numbers cease to be finite', () => {
  test('in the value of the node that overflows first, at that step', () => {
    const trainer = trainerOf(powers('exp', 710), 1);
    expect(trainer.step()).toBe(Infinity);
    expect(trainer.divergence).toEqual<Divergence>({ step: 0, found: { node: 'f', part: 'value', cell: 0, number: Infinity } });
  });

  test('in a gradient, where all values are finite', () => {
    const graph: Graph = {
      nodes: [
        { id: 'x', role: 'data', shape: [1] },
        { id: 'w', role: 'parameter', value: 0 },
        { id: 'wx', op: 'mul', inputs: ['w', 'x'] },
        { id: 'f', op: 'sqrt', inputs: ['wx'] },
        { id: 'C', op: 'sum', inputs: ['f'] },
      ],
      output: 'C',
    };
    const trainer = trainerOf(graph, 1);
    expect(trainer.step()).toBe(0);
    expect(trainer.divergence?.found).toEqual({ node: 'wx', part: 'gradient', cell: 0, number: Infinity });
  });

  test('in an updated parameter, where all values and gradients are finite', () => {
    const trainer = trainerOf(powers('exp', 700), 1e10);
    expect(Number.isFinite(trainer.step())).toBe(true);
    expect(trainer.divergence?.found).toEqual({ node: 'w', part: 'updated value', cell: 0, number: -Infinity });
  });

  test('as NaN as well as as infinity', () => {
    const trainer = trainerOf(powers('log', -1), 1);
    expect(trainer.step()).toBeNaN();
    expect(trainer.divergence?.found).toEqual({ node: 'f', part: 'value', cell: 0, number: NaN });
  });

  test('by recordStep as by step, and stays with the first', () => {
    const [plain, recorded] = [boston(), boston()];
    let steps = 0;
    while (plain.divergence === undefined && steps < 5000) {
      steps++;
      plain.step();
    }
    while (recorded.divergence === undefined && recorded.steps < 5000) recorded.recordStep();
    expect(plain.divergence).toBeDefined();
    expect(recorded.divergence).toEqual(plain.divergence);
    expect(plain.divergence?.step).toBe(steps - 1);
    // Up to there every loss was finite: the trainer notices at once.
    const again = boston();
    for (let step = 0; step < steps - 1; step++) expect(Number.isFinite(again.step())).toBe(true);
    const first = plain.divergence;
    plain.step();
    expect(plain.divergence).toBe(first);
  });

  test('never in a run that goes well', () => {
    const trainer = new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 0.01, seed: 2 });
    for (let step = 0; step < 460; step++) trainer.step();
    expect(trainer.divergence).toBeUndefined();
  });
});

describe('firstNonFinite', () => {
  test('looks at values forwards, then at gradients backwards', () => {
    const program = compile(powers('exp', 1));
    program.feed('x', [1]);
    program.forward();
    program.backward();
    expect(firstNonFinite(program)).toBeUndefined();
    program.gradientView('w').data[0] = NaN;
    program.gradientView('f').data[0] = -Infinity;
    expect(firstNonFinite(program)).toEqual({ node: 'f', part: 'gradient', cell: 0, number: -Infinity });
    program.view('C').data[0] = NaN;
    program.view('wx').data[0] = Infinity;
    expect(firstNonFinite(program)).toEqual({ node: 'wx', part: 'value', cell: 0, number: Infinity });
  });

  test('firstNonFiniteParameter looks at parameters alone', () => {
    const program = compile(powers('exp', 1));
    program.view('x').data[0] = NaN;
    expect(firstNonFiniteParameter(program)).toBeUndefined();
    program.view('w').data[0] = NaN;
    expect(firstNonFiniteParameter(program)).toEqual({ node: 'w', part: 'updated value', cell: 0, number: NaN });
  });

  test('firstNonFiniteCell tells the first of several, or −1', () => {
    expect(firstNonFiniteCell(Float64Array.of(1, -Infinity, NaN))).toBe(1);
    expect(firstNonFiniteCell(Float64Array.of(1, 2, Number.MAX_VALUE))).toBe(-1);
  });
});

function trainerOf(graph: Graph, learningRate: number): Trainer {
  return new Trainer({ graph, data: { x: { shape: [1], data: Float64Array.of(1) } }, batchSize: 1, learningRate, seed: 1 });
}

function boston(): Trainer {
  return new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 1, seed: 2 });
}
