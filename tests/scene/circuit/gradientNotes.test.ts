import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/scene/circuit/gradientNotes';
import { rowOf } from './gradientRecording';

describe('notesOf', () => {
  it('numbers each sentence once, in the order of reading', () => {
    const at = { x: 3, y: 3 };
    const rows = [rowOf('max(x, y)', at), rowOf('max(x, y)', at, 'y')];
    const { sentences, markOf } = notesOf(rows);
    expect(sentences).toHaveLength(2);
    expect(rows.map(({ symbolic, central }) => [markOf(symbolic.note), markOf(central.note)])).toEqual([[1, 2], [1, 2]]);
    expect([markOf(undefined), markOf('something else')]).toEqual([undefined, undefined]);
  });

  it('has nothing to say of gradients that agree', () => {
    expect(notesOf([rowOf('x^2', { x: 3 })]).sentences).toEqual([]);
  });
});
