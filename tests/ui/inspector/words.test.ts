import { describe, expect, it } from 'vitest';
import { tensor, type GraphNode, type NestedNumbers, type Recording } from '../../../src/engine';
import { summarise } from '../../../src/scene/summary';
import { portNameOf } from '../../../src/scene/recording/recordingIndex';
import { gradientAbsence, nonFiniteSentence, valueAbsence } from '../../../src/ui/inspector/words';
import { networkRecording, squareRecording } from '../../scene/recording/recordings';

function nodeOf({ graph }: Recording, id: string): GraphNode {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(id);
  return node;
}

describe('nonFiniteSentence', () => {
  const sentence = (value: NestedNumbers): string | undefined => {
    const given = tensor(value);
    return nonFiniteSentence(summarise(given), given.shape);
  };

  it('says nothing of a tensor that is finite', () => {
    expect(sentence([[1, 2]])).toBeUndefined();
  });

  it('counts what is not finite and says where the first is', () => {
    expect(sentence([[1, 2], [NaN, 4], [NaN, NaN]])).toBe('3 cells are NaN, the first in row 2, column 1.');
    expect(sentence([[1, Infinity]])).toBe('1 cell is infinite, in row 1, column 2.');
    expect(sentence([-Infinity, NaN, NaN])).toBe('2 cells are NaN and 1 infinite, the first at cell 1.');
  });

  it('is short about a single number', () => {
    expect(sentence(NaN)).toBe('This is NaN: not a number.');
    expect(sentence(-Infinity)).toBe('This is infinite.');
  });
});

describe('gradientAbsence', () => {
  it('says whether a gradient is still to come, and why there is none', () => {
    const network = networkRecording();
    const square = squareRecording();
    expect(gradientAbsence(network, nodeOf(network, 'l1'))).toBe('The backward pass has not reached l₁ yet.');
    expect(gradientAbsence(network, nodeOf(network, 'C'))).toBe('The backward pass has not reached C yet.');
    expect(gradientAbsence(network, nodeOf(network, 'X'))).toBe('X is data: no gradient is computed for it.');
    expect(gradientAbsence(square, nodeOf(square, 'k'))).toBe('f does not depend on k: there is no gradient.');
  });
});

describe('valueAbsence', () => {
  it('tells a leaf from an operation', () => {
    const network = networkRecording();
    expect(valueAbsence(nodeOf(network, 'X'))).toBe('X has not been fed yet.');
    expect(valueAbsence(nodeOf(network, 's'))).toBe('The forward pass has not reached s yet.');
  });
});

describe('portNameOf', () => {
  it('names the port that an edge leads into', () => {
    const network = networkRecording();
    expect(network.edges.filter(({ to }) => to === 'l1').map((edge) => portNameOf(network, edge))).toEqual(['X', 'W', 'b']);
  });
});
