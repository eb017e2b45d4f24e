import { describe, expect, it } from 'vitest';
import { isLeaf, type Operation, type Recording } from '../../../src/engine';
import { texDerivative, texFormula } from '../../../src/scene/recording/texFormulas';
import { networkRecording, squareRecording } from './recordings';

function operation({ graph }: Recording, id: string): Operation {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined || isLeaf(node)) throw new Error(id);
  return node;
}

describe('texFormula', () => {
  it('writes an operation with the names of the graph', () => {
    expect(texFormula('C', operation(networkRecording(), 'l1'))).toBe('l_{1} = X W_{1} + b_{1}');
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
