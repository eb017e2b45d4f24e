import { describe, expect, it } from 'vitest';
import { captionOf, glyphOf, outlineOf } from '../../../src/draw/graph/symbolParts';
import type { Box } from '../../../src/scene/layout/boxes';

const box = (parts: Partial<Box>): Box => ({
  id: 'v1',
  x: 0,
  y: 0,
  width: 38,
  height: 38,
  form: 'operation',
  look: 'symbol',
  text: '+',
  caption: 'below',
  ...parts,
});

describe('glyphOf', () => {
  it('sets the digits of a name as its subscript, and no others', () => {
    expect(glyphOf(box({ id: 'w0', text: 'w0', form: 'data' }))).toMatchObject({ base: 'w', subscript: '0' });
    expect(glyphOf(box({ text: '+1' }))).toMatchObject({ base: '+1', subscript: '' });
    expect(glyphOf(box({ id: '0.5', text: '0.5', form: 'constant' }))).toMatchObject({ base: '0.5', subscript: '' });
  });

  it('writes negative constants with a true minus sign', () => {
    expect(glyphOf(box({ id: '-2', text: '-2', form: 'constant' })).base).toBe('−2');
  });

  it('sets long texts smaller, but not below 9 units', () => {
    const sizes = ['+', 'exp', 'sqrt', 'sigmoid'].map((text) => glyphOf(box({ text })).size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes[0]).toBe(15);
    expect(sizes.at(-1)).toBe(9);
    expect(glyphOf(box({ text: 'sigmoid', width: 70 })).size).toBe(15);
  });
});

describe('glyphOf, seen from afar,', () => {
  it('sets a text as large as fits, and no smaller than near by', () => {
    const glyphs = ['+', 'w0', 'exp', 'sqrt', 'sigmoid'].map((text) => glyphOf(box({ id: text, text })));
    expect(glyphs.map(({ farSize, size }) => farSize >= size)).toEqual(glyphs.map(() => true));
    expect(glyphs[0]?.farSize).toBe(26);
    // Two letters of 0.6 of their size, the second of them a subscript, in 34 units.
    expect(glyphs.map(({ base, subscript, farSize }) => (base.length + 0.7 * subscript.length) * 0.6 * farSize <= 34.5).slice(0, 4)).toEqual([true, true, true, true]);
  });
});

describe('captionOf', () => {
  it('names an operation whose symbol does not, and nothing else', () => {
    expect(captionOf(box({ id: 'v12' }))).toEqual({ base: 'v', subscript: '12' });
    expect(captionOf(box({ id: 'q', text: 'q' }))).toBeUndefined();
    expect(captionOf(box({ id: 'x', text: 'x', form: 'data' }))).toBeUndefined();
  });

  it('cuts a long name short', () => {
    expect(captionOf(box({ id: 'learning_rate_schedule' }))).toEqual({ base: 'learning_ra…', subscript: '' });
  });
});

describe('outlineOf', () => {
  it('is a circle for an operation, a pill for a wide one, and a box for leaves and folded lines', () => {
    expect(outlineOf(box({}), false)).toEqual({ r: 19 });
    expect(outlineOf(box({ width: 60 }), false)).toEqual({ width: 60, height: 38, rx: 19 });
    expect(outlineOf(box({}), true)).toEqual({ width: 38, height: 38, rx: 8 });
    expect(outlineOf(box({ form: 'data' }), false)).toEqual({ width: 38, height: 38, rx: 9 });
  });
});
