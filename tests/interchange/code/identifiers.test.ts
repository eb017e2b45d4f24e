import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/engine';
import { className, pythonNames } from '../../../src/interchange/code/identifiers';
import { RESERVED } from '../../../src/interchange/code/reserved';

/** A graph of parameters and their sum, of which names alone matter. */
function named(...ids: string[]): Graph {
  return { nodes: [...ids.map((id) => ({ id, role: 'parameter' as const, value: 1 })), { id: 'total', op: 'add', inputs: ids }], output: 'total' };
}

function namesOf(...ids: string[]): string[] {
  const names = pythonNames(named(...ids));
  return ids.map((id) => names.get(id) ?? '');
}

describe('pythonNames', () => {
  it('keeps what is a name in Python', () => {
    expect(namesOf('x', 'X', 'W1', 'l_2', 'cost')).toEqual(['x', 'X', 'W1', 'l_2', 'cost']);
  });

  it('writes subscripts, Greek letters and signs in plain letters', () => {
    expect(namesOf('x₁', 'σ', 'Δx', "h'", 'l 2', 'é', '模')).toEqual(['x1', 'sigma', 'Deltax', 'h_', 'l_2', 'e', 'v']);
  });

  it('makes names of numbers', () => {
    expect(namesOf('2', '-0.5', '1e-7', '1e+21', '−3')).toEqual(['c_2', 'c_minus_0_5', 'c_1e_minus_7', 'c_1e21', 'c_minus_3']);
  });

  it('stays away from Python’s words and from those of the generated files', () => {
    expect(namesOf('lambda', 'λ', 'print', 'np', 'graph', 'Node', 'Add')).toEqual(['lambda_', 'lambda_2', 'print_', 'np_', 'graph_', 'Node_', 'Add_2']);
  });

  it('tells apart what would read the same', () => {
    expect(namesOf('x₁', 'x1', 'x_1')).toEqual(['x1', 'x1_2', 'x_1']);
  });

  it('does not take a node for the gradient or the update of another', () => {
    expect(namesOf('x', 'grad_x', 'next_x')).toEqual(['x', 'grad_x_2', 'next_x_2']);
    expect(namesOf('grad_x', 'x')).toEqual(['grad_x', 'x_2']);
  });

  it('gives every node a legal name of its own, whatever the nodes are called', () => {
    const any = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('x', 'grad_x', 'next_grad_x', '2', '2.0', 'ß', 'if', '__init__', '$0', ''));
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 12 }), (ids) => {
        const names = [...pythonNames(named(...ids)).values()];
        expect(names.every((name) => /^[A-Za-z]\w*$/.test(name))).toBe(true);
        const all = names.flatMap((name) => [name, `grad_${name}`, `next_${name}`]);
        expect(new Set(all).size).toBe(all.length);
        expect(all.filter((name) => RESERVED.includes(name))).toEqual([]);
      }),
    );
  });
});

describe('className', () => {
  it('makes one word of a title', () => {
    expect(['Linear', 'MSE', 'Matrix product', 'Softmax cross entropy'].map(className)).toEqual(['Linear', 'MSE', 'MatrixProduct', 'SoftmaxCrossEntropy']);
  });
});
