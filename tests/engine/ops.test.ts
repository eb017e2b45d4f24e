import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, findOp, OPS, portName, type Op, type Program, type Tensor } from '../../src/engine';
import { tensorDifference } from './closeness';
import { casesOf, graphOf, type OpCase } from './opCases';
import { referenceForward } from './reference';

const everyOp = OPS.map((op) => [op.name, op] as const);

describe('OPS', () => {
  test('lists 22 ops under names that differ', () => {
    expect(new Set(OPS.map((op) => op.name)).size).toBe(22);
  });

  test('findOp and portName know them, and their ports, by name', () => {
    expect(findOp('linear')?.title).toBe('Linear');
    expect(findOp('Linear')).toBeUndefined();
    const names = (name: string): string[] => [0, 1, 2, 3].map((port) => portName(findOp(name) ?? { ports: [], variadic: false }, port));
    expect(names('linear')).toEqual(['X', 'W', 'b', '#4']);
    expect(names('add')).toEqual(['x1', 'x2', 'x3', 'x4']);
  });

  test.each(everyOp)('%s says what it is and how it is written in TeX', (_, op) => {
    const names = { inputs: op.ports.map((port) => `{${port}}`), output: 'OUT', upstream: 'UP' };
    expect([op.title, op.glyph, op.doc].every((text) => text.length > 0)).toBe(true);
    const formula = op.formula(names);
    names.inputs.forEach((name) => expect(formula).toContain(name));
    op.ports.forEach((_port, port) => expect(op.derivative(names, port)).toContain('UP'));
    for (const text of [formula, ...op.ports.map((_port, port) => op.derivative(names, port))]) expect(balance(text)).toBe(0);
  });
});

describe('forward agrees with the definition on shapes that broadcast', () => {
  test.each(everyOp)('for %s', (_, op) => {
    fc.assert(
      fc.property(casesOf(op), (example) => {
        const program = fed(example);
        program.forward();
        const wanted = referenceForward(op.name, example.inputs, example.attributes);
        expect(program.view('f').shape).toEqual(wanted.shape);
        // The definitions cancel near 0: they are good to 1e-13 beside 1, not beside a small result.
        wanted.data.forEach((x, cell) => {
          expect(Math.abs((program.view('f').data[cell] ?? NaN) - x)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(x)));
        });
      }),
    );
  });
});

describe('backward agrees with central differences of the definition', () => {
  test.each(everyOp)('for every port of %s', (_, op) => {
    fc.assert(
      fc.property(casesOf(op), fc.integer(), (example, seed) => {
        const value = referenceForward(op.name, example.inputs, example.attributes);
        const weights: Tensor = { shape: value.shape, data: value.data.map((_x, i) => Math.sin(seed + i)) };
        const program = fed(example, weights);
        program.forward();
        program.backward();
        example.inputs.forEach((input, port) => {
          const numeric = input.data.map((_x, cell) => slope(example, weights, port, cell));
          const backprop = program.gradient(`x${port}`).data;
          const size = Math.max(...numeric.map(Math.abs), ...backprop.map(Math.abs));
          if (size > 1e-6) expect(tensorDifference(backprop, numeric), `port ${port}`).toBeLessThan(1e-7 + 1e-9 / size);
        });
      }),
    );
  });
});

describe('partials, weighed with what arrives from above and summed, are what backward adds', () => {
  test.each(everyOp)('for every port of %s', (_, op) => {
    fc.assert(
      fc.property(casesOf(op), fc.integer(), (example, seed) => {
        const program = fed(example);
        program.forward();
        const upstream = program.value('f').data.map((_x, i) => Math.cos(seed + i));
        program.gradientView('f').data.set(upstream);
        const [call] = program.forwardCalls;
        for (const backwardCall of program.backwardCalls) {
          const { port, target } = backwardCall;
          const into = new Float64Array(target.data.length);
          backwardCall.run(into);
          const summed = into.map((_x, cell) => {
            const partials = call?.partials(port, cell) ?? [];
            return partials.reduce((sum, { output, local }) => sum + (upstream[output] ?? NaN) * local, 0);
          });
          const size = Math.max(...into.map(Math.abs));
          if (size > 1e-9) expect(tensorDifference(into, summed), `port ${port}`).toBeLessThan(1e-12);
        }
      }),
    );
  });
});

describe('backward adds to what is already there', () => {
  test.each(everyOp)('for every port of %s', (_, op) => {
    fc.assert(
      fc.property(casesOf(op), (example) => {
        const program = fed(example);
        program.forward();
        program.seedGradients();
        for (const backwardCall of program.backwardCalls) {
          const fromZero = new Float64Array(backwardCall.target.data.length);
          backwardCall.run(fromZero);
          const fromSeven = new Float64Array(fromZero.length).fill(7);
          backwardCall.run(fromSeven);
          expect(fromSeven).toEqual(fromZero.map((x) => 7 + x));
        }
      }),
      { numRuns: 30 },
    );
  });
});

function fed(example: OpCase, weights?: Tensor): Program {
  const program = compile(graphOf(example, weights));
  example.inputs.forEach((input, port) => program.feed(`x${port}`, input));
  if (weights !== undefined) program.feed('weights', weights);
  return program;
}

/** The slope of the weighted definition along one entry, by a fourth-order difference. */
function slope({ op, inputs, attributes }: { op: Op; inputs: readonly Tensor[]; attributes: OpCase['attributes'] }, weights: Tensor, port: number, cell: number): number {
  const h = 1e-3;
  const at = (shift: number): number => {
    const moved = inputs.map((input, p) => (p === port ? { ...input, data: input.data.map((x, c) => (c === cell ? x + shift : x)) } : input));
    return referenceForward(op.name, moved, attributes).data.reduce((sum, x, i) => sum + x * (weights.data[i] ?? NaN), 0);
  };
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
}

function balance(tex: string): number {
  return tex.split('{').length - tex.split('}').length;
}
