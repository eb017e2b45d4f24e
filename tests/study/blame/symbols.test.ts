import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../src/engine';
import { buildNetwork } from '../../../src/lessons/network';
import { pathsTo, type GradientPath } from '../../../src/study/blame/paths';
import { abridged, edgeLabel, texChain, texComposed, texLocal, texProduct } from '../../../src/study/blame/symbols';
import { recorded, scalars } from '../../engine/scalarGraphs';

function network(): Recording {
  const program = compile(buildNetwork({ features: 2, hidden: 2, batchSize: 2, seed: 1 }));
  program.feed('X', [[1, 2], [3, 4]]);
  program.feed('y', [[1], [2]]);
  return record(program);
}

function firstPath(recording: Recording, node: string): GradientPath {
  return pathsTo(recording, node).paths[0] ?? [];
}

/** The local derivatives along the first path to a node. */
function locals(recording: Recording, node: string): (string | undefined)[] {
  return firstPath(recording, node).map((edge) => texLocal(recording, edge));
}

describe('texLocal', () => {
  test('is what the lesson multiplies on the way to the first weights', () => {
    expect(locals(network(), 'W1')).toEqual(['-\\tfrac{2}{m} (y - l_{2})', 'W_{2}^{\\mathsf T}', 's \\odot (1 - s)', 'X^{\\mathsf T}']);
  });

  test('is a sum over the rows for a bias', () => {
    expect(locals(network(), 'b2')).toEqual(['-\\tfrac{2}{m} (y - l_{2})', '\\textstyle\\sum_{\\text{rows}}']);
  });

  test('is 1, −1 or another factor among single numbers', () => {
    const recording = recorded(scalars('x := 3', 'a = sub(2, x)', 'b = mul(a, x)', 'c = neg(b)', 'f = add(c, 1)'));
    expect(locals(recording, 'x')).toEqual(['1', '-1', 'x', '-1']);
  });
});

describe('texChain', () => {
  test('multiplies from the output down', () => {
    expect(texChain(network(), firstPath(network(), 'W2'))).toBe('\\frac{\\partial C}{\\partial l_{2}} \\cdot \\frac{\\partial l_{2}}{\\partial W_{2}}');
  });

  test('names the port where a node reads another twice', () => {
    const recording = recorded(scalars('x := 3', 'f = mul(x, x)'));
    const chains = pathsTo(recording, 'x').paths.map((path) => texChain(recording, path));
    expect(chains).toEqual(['x1', 'x2'].map((port) => `\\left.\\frac{\\partial f}{\\partial x}\\right|_{\\text{${port}}}`));
  });

  test('is 1 for the output itself', () => {
    expect(texChain(network(), [])).toBe('1');
  });
});

describe('texProduct', () => {
  test('has below each factor what it is', () => {
    const recording = recorded(scalars('x := 3', 'y := 4', 'f = mul(x, y)'));
    expect(texProduct(recording, firstPath(recording, 'x'))).toBe('\\underbrace{\\frac{\\partial f}{\\partial x}}_{\\textstyle y}');
  });
});

describe('texComposed', () => {
  test('puts every factor where its shape needs it', () => {
    expect(texComposed(network(), firstPath(network(), 'W1'))).toBe(
      'X^{\\mathsf T}\\, \\left(s \\odot (1 - s) \\odot \\left(-\\tfrac{2}{m} (y - l_{2})\\, W_{2}^{\\mathsf T}\\right)\\right)',
    );
    expect(texComposed(network(), firstPath(network(), 'W2'))).toBe('s^{\\mathsf T}\\, \\left(-\\tfrac{2}{m} (y - l_{2})\\right)');
    expect(texComposed(network(), firstPath(network(), 'b2'))).toBe('\\textstyle\\sum_{\\text{rows}} \\left(-\\tfrac{2}{m} (y - l_{2})\\right)');
  });

  test('spreads the one gradient of a sum or mean over all cells', () => {
    const composed = (op: string): string | undefined => {
      const program = compile({
        nodes: [
          { id: 'X', role: 'data', shape: [2, 2] },
          { id: 'W', role: 'parameter', value: [[5, 6], [7, 8]] },
          { id: 'p', op: 'matmul', inputs: ['X', 'W'] },
          { id: 'C', op, inputs: ['p'] },
        ],
        output: 'C',
      });
      program.feed('X', [[1, 2], [3, 4]]);
      const recording = record(program);
      return texComposed(recording, firstPath(recording, 'W'));
    };
    // Xᵀ alone would be neither the gradient nor, for most X, of its shape.
    expect(composed('sum')).toBe('X^{\\mathsf T}\\, \\mathbf{1}');
    expect(composed('mean')).toBe('X^{\\mathsf T}\\, \\tfrac{1}{n}\\,\\mathbf{1}');
  });

  test('is left out for a single factor, and for a long path', () => {
    expect(texComposed(network(), firstPath(network(), 'l2'))).toBeUndefined();
    const long = recorded(scalars('x := 1', 'a = sin(x)', 'b = sin(a)', 'c = sin(b)', 'd = sin(c)', 'f = sin(d)'));
    expect(texComposed(long, firstPath(long, 'x'))).toBeUndefined();
  });
});

describe('edgeLabel', () => {
  test('names the local derivative in a few characters', () => {
    expect(firstPath(network(), 'W1').map(edgeLabel)).toEqual(['∂C/∂l₂', '∂l₂/∂s', '∂s/∂l₁', '∂l₁/∂W₁']);
  });
});

describe('abridged', () => {
  test('keeps seven, and the ends of more', () => {
    const numbers = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n));
    expect(abridged(numbers(7), '…')).toEqual(numbers(7));
    expect(abridged(numbers(20), '…')).toEqual(['0', '1', '2', '…', '17', '18', '19']);
  });
});
