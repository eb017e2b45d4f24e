import { describe, expect, test } from 'vitest';
import { compile, Descent, isLeaf, OPS, Probe, Trainer, type Program } from '../../src/engine';
import { bostonTables, goldenNetwork } from './boston';
import { scalars } from './scalarGraphs';

/*
 * Bytes on the heap, counted over windows of many runs. V8 keeps intermediate doubles on the heap until it has
 * optimised a loop, which takes a while on a busy machine; and a garbage collection makes a window negative. So windows
 * are taken until three of them show nothing, or time is up, and the third-smallest that is not negative counts. What
 * allocates, allocates in all of them: a single object or array a run would be at least 16 bytes.
 */
const RUNS = 400;
const PATIENCE_MS = 4000;

describe('allocates nothing, run after run:', () => {
  test('forward and backward of the network', () => {
    const program = fed();
    expect(bytesPerRun(() => iterate(program))).toBeLessThan(8);
  });

  test('step of a trainer, beside the few numbers that V8 boxes', () => {
    const trainer = new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 0.01, seed: 2 });
    // Numbers that go from function to function may have to be put on the heap, at 16 bytes each: loss and learning rate.
    expect(bytesPerRun(() => trainer.step(), 1000)).toBeLessThan(56);
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

describe('allocates nothing but the few numbers that V8 boxes, run after run:', () => {
  const polynomial = scalars('x := 6', 'y := 1', 'a = pow(x, 4)', 'b = pow(x, 3)', 'c = mul(3, b, y)', 'd = sub(a, c)', 'f = add(d, 2)');

  test('a look of a probe along a leaf, over two, and at its slopes', () => {
    const probe = new Probe(polynomial);
    const [line, plane] = [new Float64Array(64), new Float64Array(64)];
    const ranges = { x: [-1, 1], y: [-1, 1] } as const;
    expect(bytesPerRun(() => {
      probe.set('x', 2);
      probe.along('x', -1, 3, line);
      probe.grid('x', 'y', ranges, 8, 8, plane);
      return probe.slope('y') + probe.gradient('x');
    }, 2000)).toBeLessThan(300);
  });

  test('a step of a descent', () => {
    const descent = new Descent(polynomial, { learningRate: 1e-9, threshold: 0, iterations: 1e9 });
    expect(bytesPerRun(() => descent.step(), 1500)).toBeLessThan(56);
    expect(descent.outcome).toBeUndefined();
  });
});

describe('the measurement', () => {
  test('notices a single small array a run', () => {
    const kept: Float64Array[] = [new Float64Array(1)];
    expect(bytesPerRun(() => {
      kept[0] = new Float64Array(1);
    }, 100)).toBeGreaterThan(8);
  });

  test('notices one small closure or object a run', () => {
    const kept: object[] = [{}];
    let n = 0;
    expect(bytesPerRun(() => {
      n++;
      kept[0] = { n };
    }, 100)).toBeGreaterThan(8);
  });
});

function bytesPerRun(run: () => unknown, patience = PATIENCE_MS): number {
  for (let i = 0; i < 2000; i++) run();
  const begun = performance.now();
  const windows: number[] = [];
  do {
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < RUNS; i++) run();
    const bytes = (process.memoryUsage().heapUsed - before) / RUNS;
    if (bytes >= 0) windows.push(bytes);
    windows.sort((a, b) => a - b).splice(3);
  } while (performance.now() - begun < patience && (windows[2] ?? Infinity) > 1);
  return windows[2] ?? NaN;
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
