import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { SigmoidCurve } from '../../../../src/ui/lessons/figures/SigmoidCurve';

const points = (d: string): number[][] => d.slice(1).split('L').map((point) => point.split(',').map(Number));
const attribute = (markup: string, name: string): number => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(markup)?.[1]);

describe('SigmoidCurve', () => {
  const markup = renderToStaticMarkup(<SigmoidCurve x={0} s={0.5} slope={0.25} />);
  const [, d = ''] = /d="(M[^"H]*L[^"]*)"/.exec(markup) ?? [];

  test('draws the logistic function, by its closed form', () => {
    const drawn = points(d);
    const [left = [], right = []] = [drawn[0], drawn.at(-1)];
    const pitch = ((right[0] ?? NaN) - (left[0] ?? NaN)) / 20;
    const height = -((left[1] ?? NaN) + (right[1] ?? NaN));
    expect(drawn.length).toBeGreaterThan(100);
    for (const [across = NaN, down = NaN] of drawn) expect(-down / height).toBeCloseTo(1 / (1 + Math.exp(-across / pitch)), 2);
  });

  test('puts the point on the curve, and the tangent through it', () => {
    const [, circle = ''] = /<circle([^>]*)>/.exec(markup) ?? [];
    const [, tangent = ''] = /<line([^>]*)>/.exec(markup) ?? [];
    expect(points(d)).toContainEqual([attribute(circle, 'cx'), attribute(circle, 'cy')]);
    expect(attribute(tangent, 'x1') + attribute(tangent, 'x2')).toBeCloseTo(2 * attribute(circle, 'cx'));
    expect(attribute(tangent, 'y1') + attribute(tangent, 'y2')).toBeCloseTo(2 * attribute(circle, 'cy'));
    expect(attribute(tangent, 'y2')).toBeLessThan(attribute(tangent, 'y1'));
  });

  test('says where it stands', () => {
    expect(markup).toContain('At x = 0 it is 0.5, with slope 0.25.');
  });

  test('draws no point further out than the curve goes, and no tangent that is not asked for', () => {
    expect(renderToStaticMarkup(<SigmoidCurve x={40} s={1} slope={4e-18} />)).not.toMatch(/<circle|<line|At x/);
    expect(renderToStaticMarkup(<SigmoidCurve x={NaN} s={NaN} />)).not.toMatch(/<circle|<line|NaN/);
    expect(renderToStaticMarkup(<SigmoidCurve x={2} s={0.88} />)).not.toContain('<line');
  });
});
