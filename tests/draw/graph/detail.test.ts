import { describe, expect, it } from 'vitest';
import { detailAt, widthGainAt } from '../../../src/draw/graph/detail';

describe('detailAt', () => {
  it('drops figures first, then the signs, then the names of inputs and output', () => {
    expect([1, 0.53, 0.5, 0.31, 0.28, 0.24, 0.2, 0.01].map(detailAt)).toEqual(['all', 'all', 'signs', 'signs', 'names', 'names', 'shapes', 'shapes']);
  });
});

describe('widthGainAt', () => {
  it('leaves wires as they are where everything is drawn, and makes them the wider the less is drawn', () => {
    expect(widthGainAt('all')).toBe(1);
    expect(widthGainAt('signs')).toBeGreaterThan(1);
    expect(widthGainAt('shapes')).toBeGreaterThan(widthGainAt('signs'));
  });
});
