import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compile, isLeaf, OPS, record, type Operation, type Recording } from '../../../src/engine';
import { texDerivative, texFormula } from '../../../src/scene/recording/texFormulas';
import { networkRecording, squareRecording } from './recordings';

function operation({ graph }: Recording, id: string): Operation {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined || isLeaf(node)) throw new Error(id);
  return node;
}

describe('texFormula', () => {
  it('writes an operation with the names of the graph', () => {
    const network = networkRecording();
    expect(texFormula(network, operation(network, 'l1'))).toBe('l_{1} = X W_{1} + b_{1}');
  });
});

describe('texDerivative', () => {
  it('writes the derivative of a port with the upstream gradient', () => {
    const network = networkRecording();
    expect(texDerivative(network, operation(network, 's'), 0)).toBe(
      '\\frac{\\partial C}{\\partial l_{1}} = s \\odot (1 - s) \\odot \\frac{\\partial C}{\\partial s}',
    );
  });

  it('adds where other edges contribute to the same gradient', () => {
    const square = squareRecording();
    expect(texDerivative(square, operation(square, 'q'), 0)).toContain('\\partial x} \\mathrel{{+}{=}} ');
    expect(texDerivative(square, operation(square, 'q'), 1)).toContain('\\partial y} = ');
  });

  it('is undefined where no gradient travels', () => {
    const network = networkRecording();
    expect(texDerivative(network, operation(network, 'l1'), 0)).toBeUndefined();
  });
});

/** One operation on scalars that reads leaves of these names. */
function scalarRecording(op: string, names: readonly string[]): Recording {
  const leaves = [...new Set(names)].map((id) => ({ id, role: 'parameter' as const, value: 1.5 }));
  return record(compile({ nodes: [...leaves, { id: 'f', op, inputs: names }], output: 'f' }));
}

function written(op: string, ...names: string[]): { readonly formula: string; readonly slopes: readonly string[] } {
  const recording = scalarRecording(op, names);
  const node = operation(recording, 'f');
  return {
    formula: texFormula(recording, node) ?? '',
    slopes: names.map((_name, port) => (texDerivative(recording, node, port) ?? '').replace(/^.*?(?:=|\{=\}\}) /, '')),
  };
}

describe('formulas of scalars', () => {
  const upstream = '\\frac{\\partial f}{\\partial f}';

  it('have the plain product, and tensors the one of cells', () => {
    expect(written('mul', '2', 'x', 'w1').formula).toBe('f = 2 \\cdot x \\cdot w_{1}');
    expect(written('mul', '2', 'x').slopes).toEqual([`x \\cdot ${upstream}`, `2 \\cdot ${upstream}`]);
    const tensors = record(compile({ nodes: [{ id: 'x', role: 'data', value: [1, 2] }, { id: 'y', op: 'mul', inputs: ['x', 'x'] }, { id: 'f', op: 'sum', inputs: ['y'] }], output: 'f' }));
    expect(texFormula(tensors, operation(tensors, 'y'))).toBe('y = x \\odot x');
  });

  it('have brackets around a number with a sign or a power of ten, where it needs them', () => {
    expect(written('mul', 'x', '-2').formula).toBe('f = x \\cdot (-2)');
    expect(written('pow', '-2', 'x').formula).toBe('f = {(-2)}^{x}');
    expect(written('pow', 'x', '-2').formula).toBe('f = {x}^{-2}');
    expect(written('pow', 'x', '-2').slopes[0]).toBe(`(-2) \\cdot {x}^{(-2) - 1} \\cdot ${upstream}`);
    expect(written('pow', '1e-7', 'x').formula).toBe('f = {(10^{-7})}^{x}');
    expect(written('sub', 'x', '-0.5').formula).toBe('f = x - (-0.5)');
    expect(written('neg', '-2').formula).toBe('f = -(-2)');
    expect(written('log', '-2').formula).toBe('f = \\ln (-2)');
    expect(written('div', '-2', '2.5e+21').formula).toBe('f = \\frac{-2}{2.5 \\cdot 10^{21}}');
    expect(written('div', '2', '-4').slopes[1]).toBe(`\\left(-\\frac{2}{(-4)^2}\\right) \\cdot ${upstream}`);
    expect(written('exp', '-2').formula).toBe('f = e^{-2}');
    expect(written('max', '-1', '-2').formula).toBe('f = \\max(-1, -2)');
    expect(written('sqrt', '0.5').formula).toBe('f = \\sqrt{0.5}');
  });

  const scalarOps = OPS.filter(({ elementwise, name }) => elementwise || name === 'mse');

  it.each(scalarOps.map(({ name, ports }) => [name, ports.length] as const))('of %s can be set by KaTeX, whatever the names', (op, count) => {
    const names = ['x', 'x_1', 'a_b', '__proto__', 'constructor', 'π', 'Δt', '2', '-2', '0.5', '1e-7', '-2.5e+21', 'loss'];
    for (const first of names) {
      for (const second of count === 1 ? ['x'] : names) {
        const { formula, slopes } = written(op, ...[first, second].slice(0, count));
        for (const tex of [formula, ...slopes]) {
          expect(tex).not.toMatch(/[⟦⟧]|odot/);
          expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'ignore' }), tex).not.toThrow();
        }
      }
    }
  });
});
