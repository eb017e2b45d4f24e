import { describe, expect, it } from 'vitest';
import { zoomCentre, type Centre } from '../../../src/draw/graph/zoomCentre';

const node = (id: string, x: number, y: number): Centre => ({ selection: { kind: 'node', id }, x, y });
const VIEW = { left: 0, top: 0, right: 100, bottom: 60 };
const CENTRES = [node('a', 10, 10), node('b', 60, 40), node('far', 500, 30), { ...node('b:0', 51, 31), selection: { kind: 'edge', id: 'b:0' } } as const];

describe('zoomCentre', () => {
  it('is what is selected, a node or an edge, if that is in sight', () => {
    expect(zoomCentre(CENTRES, { kind: 'node', id: 'a' }, VIEW)).toBe(CENTRES[0]);
    expect(zoomCentre(CENTRES, { kind: 'edge', id: 'b:0' }, VIEW)).toBe(CENTRES[3]);
  });

  it('is the node nearest to the middle if nothing is selected, or what is selected is out of sight', () => {
    expect(zoomCentre(CENTRES, null, VIEW)).toBe(CENTRES[1]);
    expect(zoomCentre(CENTRES, { kind: 'node', id: 'far' }, VIEW)).toBe(CENTRES[1]);
  });

  it('is undefined where no node is in sight', () => {
    expect(zoomCentre(CENTRES, { kind: 'node', id: 'a' }, { left: 200, top: 0, right: 300, bottom: 60 })).toBeUndefined();
  });
});
