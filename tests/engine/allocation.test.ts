import { describe, expect, test } from 'vitest';
import { compile, isLeaf, OPS, Trainer, type Program } from '../../src/engine';
import { bostonTables, goldenNetwork } from './boston';

/*
 * Bytes on the heap, counted over windows of many runs. V8 keeps intermediate doubles on the heap until it has
 * optimised a loop, and a garbage collection makes a window negative; so the third-smallest window that is not negative
 * counts. What allocates, allocates in all of them: a single object or array a run would be at least 16 bytes.
 */
const WINDOWS = 50;
const RUNS = 400;

describe('allocates nothing, run after run:', () => {
  test('forward and backward of the network', () => {
    const program = fed();
    expect(bytesPerRun(() => iterate(program))).toBeLessThan(8);
  });

  test('step of a trainer', () => {
    const trainer = new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 0.01, seed: 2 });
    // The loss that it returns may have to be put on the heap, as one number of 16 bytes.
    expect(bytesPerRun(() => trainer.step())).toBeLessThan(24);
  });

  test.each(OPS.map((op) => [op.name, op] as const))('forward and backward of %s with inputs that broadcast', (_, op) => {
    const matrix = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    const inputs = op.ports.map((_port, port) => (op.elementwise && port === 1 ? [0.3, 0.2, 0.1] : op.name === 'linear' && port === 2 ? [1, 2, 3] : matrix));
    const program = compile({
      nodes: [
        ...inputs.map((value, port) => ({ id: `x${port}`, role: 'parameter' as const, value })),
        { id: 'f', op: op.name, inputs: inputs.map((_input, port) => `x${port}`) },
      ],
      output: 'f',
    });
    expect(bytesPerRun(() => iterate(program))).toBeLessThan(8);
  });
});

describe('the measurement', () => {
  test('notices a single small array a run', () => {
    const kept: Float64Array[] = [new Float64Array(1)];
    expect(bytesPerRun(() => {
      kept[0] = new Float64Array(1);
    })).toBeGreaterThan(8);
  });

  test('notices one small closure or object a run', () => {
    const kept: object[] = [{}];
    let n = 0;
    expect(bytesPerRun(() => {
      n++;
      kept[0] = { n };
    })).toBeGreaterThan(8);
  });
});

function bytesPerRun(run: () => unknown): number {
  for (let i = 0; i < 10_000; i++) run();
  const windows: number[] = [];
  for (let window = 0; window < WINDOWS; window++) {
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < RUNS; i++) run();
    windows.push((process.memoryUsage().heapUsed - before) / RUNS);
  }
  return windows.filter((bytes) => bytes >= 0).sort((a, b) => a - b)[2] ?? NaN;
}

function iterate(program: Program): void {
  program.forward();
  program.backward();
}

function fed(): Program {
  const graph = goldenNetwork();
  const program = compile(graph);
  const rows = Int32Array.from({ length: 11 }, (_, row) => row);
  for (const node of graph.nodes) {
    if (isLeaf(node) && node.role === 'data') program.feedRows(node.id, bostonTables[node.id === 'X' ? 'X' : 'y'].data, rows);
  }
  return program;
}
