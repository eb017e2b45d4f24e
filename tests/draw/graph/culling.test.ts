import { describe, expect, it } from 'vitest';
import { boundsOfPath, createCulling, type Cullable } from '../../../src/draw/graph/culling';

/** A thing of one unit's size that remembers whether it is out of sight, and how often it was told. */
class Thing implements Cullable {
  readonly bounds;
  readonly parts = [this];
  away = false;
  told = 0;

  constructor(x: number) {
    this.bounds = { left: x, top: 0, right: x + 1, bottom: 1 };
  }

  toggleAttribute(_: string, away = !this.away): boolean {
    this.told++;
    return (this.away = away);
  }

  removeAttribute(): void {
    this.away = false;
  }
}

const row = (length: number): Thing[] => Array.from({ length }, (_, x) => new Thing(x));
const view = (left: number, width = 100) => ({ left, right: left + width, top: 0, bottom: 100 });
const seen = (things: readonly Thing[]): number => things.filter(({ away }) => !away).length;

describe('createCulling', () => {
  it('hides what is far from the view, and shows it when the view comes near', () => {
    const [culling, things] = [createCulling(), row(1000)];
    culling.setItems(things);
    culling.show(view(0));
    expect([things[0]?.away, things[99]?.away, things[500]?.away]).toEqual([false, false, true]);
    culling.show(view(450));
    expect([things[0]?.away, things[500]?.away]).toEqual([true, false]);
  });

  it('says whether something came back, which may have changed while nobody saw it', () => {
    const [culling, things] = [createCulling(), row(1000)];
    culling.setItems(things);
    expect(culling.show(view(0))).toBe(false);
    expect(culling.show(view(30))).toBe(false);
    expect(culling.show(view(450))).toBe(true);
    expect(culling.show(view(0, 10))).toBe(true);
    // Only less is in the picture than before.
    expect(culling.show(view(2, 1))).toBe(false);
  });

  it('hides nothing that can be seen, wherever the view goes', () => {
    const [culling, things] = [createCulling(), row(1000)];
    culling.setItems(things);
    for (let left = 0; left < 900; left += 7) {
      culling.show(view(left));
      expect(things.slice(left, left + 100).every(({ away }) => !away)).toBe(true);
    }
  });

  it('has nothing to do as long as the view stays near', () => {
    const [culling, things] = [createCulling(), row(1000)];
    culling.setItems(things);
    culling.show(view(300));
    const told = things.reduce((sum, thing) => sum + thing.told, 0);
    for (let left = 260; left < 340; left++) culling.show(view(left));
    expect(things.reduce((sum, thing) => sum + thing.told, 0)).toBe(told);
  });

  it('hides more once the view has become much smaller', () => {
    const [culling, things] = [createCulling(), row(1000)];
    culling.setItems(things);
    culling.show(view(0, 1000));
    expect(seen(things)).toBe(1000);
    culling.show(view(500, 50));
    expect(seen(things)).toBeLessThan(120);
  });

  it('leaves small graphs alone, and shows again what it lets go of', () => {
    const [culling, large, small] = [createCulling(), row(1000), row(100)];
    culling.show(view(5000));
    culling.setItems(large);
    expect(seen(large)).toBe(0);
    culling.setItems(small);
    expect([seen(large), seen(small)]).toEqual([1000, 100]);
  });
});

describe('boundsOfPath', () => {
  it('encloses all points of a path with a margin', () => {
    expect(boundsOfPath('M10,20C-30.5,40 50,-60 70,8', 5)).toEqual({ left: -35.5, top: -65, right: 75, bottom: 45 });
  });
});
