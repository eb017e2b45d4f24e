import { describe, expect, test, vi } from 'vitest';
import { isLeaf, Probe, stationaryKind, type StationaryKind } from '../../src/engine';
import { scalars } from './scalarGraphs';

describe('stationaryKind', () => {
  test.each<[string, StationaryKind, string[]]>([
    ['x⁴ − 3x³ + 2 at 0', 'inflection', ['x = 0', 'a = pow(x, 4)', 'b = pow(x, 3)', 'c = mul(3, b)', 'd = sub(a, c)', 'f = add(d, 2)']],
    ['x⁴ − 3x³ + 2 at 9/4', 'minimum', ['x = 2.25', 'a = pow(x, 4)', 'b = pow(x, 3)', 'c = mul(3, b)', 'd = sub(a, c)', 'f = add(d, 2)']],
    ['x⁴ at 0', 'minimum', ['x = 0', 'f = pow(x, 4)']],
    ['x⁴ + 2 at 0', 'minimum', ['x = 0', 'a = pow(x, 4)', 'f = add(a, 2)']],
    ['−x² at 0', 'maximum', ['x = 0', 'a = mul(x, x)', 'f = neg(a)']],
    ['cos at 0', 'maximum', ['x = 0', 'f = cos(x)']],
    ['a constant', 'flat', ['x = 5', 'f = mul(x, 0)']],
    ['sin² + cos²', 'flat', ['x = 0.7', 's = sin(x)', 'c = cos(x)', 'a = mul(s, s)', 'b = mul(c, c)', 'f = add(a, b)']],
    ['(x − 1)⁴ written out, at 1', 'minimum', ['x = 1', 'a = pow(x, 4)', 'b = pow(x, 3)', 'b4 = mul(-4, b)', 'c = pow(x, 2)', 'c6 = mul(6, c)', 'd = mul(-4, x)', 'f = add(a, b4, c6, d, 1)']],
    ['relu at 0', 'minimum', ['x = 0', 'f = relu(x)']],
    ['x^1.5 at 0, the end of its domain', 'minimum', ['x = 0', 'f = pow(x, 1.5)']],
    ['xy at (0, 0)', 'saddle', ['x = 0', 'y = 0', 'f = mul(x, y)']],
    ['x² − y² at (0, 0)', 'saddle', ['x = 0', 'y = 0', 'a = mul(x, x)', 'b = mul(y, y)', 'f = sub(a, b)']],
    ['x² + y² at (0, 0)', 'minimum', ['x = 0', 'y = 0', 'a = mul(x, x)', 'b = mul(y, y)', 'f = add(a, b)']],
    ['−(x + y)² at (1, −1)', 'maximum', ['x = 1', 'y = -1', 'a = add(x, y)', 'b = mul(a, a)', 'f = neg(b)']],
    ['x² + 3xy + y² at (0, 0), which rises along both inputs', 'saddle', ['x = 0', 'y = 0', 'a = mul(x, x)', 'b = mul(3, x, y)', 'c = mul(y, y)', 'f = add(a, b, c)']],
    ['x² + y² + z² at (0, 0, 0)', 'minimum', ['x = 0', 'y = 0', 'z = 0', 'a = mul(x, x)', 'b = mul(y, y)', 'c = mul(z, z)', 'f = add(a, b, c)']],
  ])('of %s: %s', (_, kind, lines) => {
    const graph = scalars(...lines);
    const probe = new Probe(graph);
    const ids = graph.nodes.filter((node) => isLeaf(node) && node.role === 'data').map(({ id }) => id);
    const before = ids.map((id) => probe.get(id));
    expect(stationaryKind(probe, ids)).toBe(kind);
    expect(ids.map((id) => probe.get(id))).toEqual(before);
  });

  test('looks along a bounded number of diagonals, however many inputs there are', () => {
    // Σ xᵢ², and the same with −3 x₁ x₁₂, which only a diagonal tells.
    const ids = Array.from({ length: 200 }, (_, at) => `x${at + 1}`);
    const squares = ids.map((id) => `s${id} = mul(${id}, ${id})`);
    const sum = [...ids.map((id) => `${id} = 0`), ...squares, `f = add(${ids.map((id) => `s${id}`).join(', ')})`];
    const bowl = new Probe(scalars(...sum));
    const evaluate = vi.spyOn(bowl, 'evaluate');
    expect(stationaryKind(bowl, ids)).toBe('minimum');
    // Two sides of 200 axes and of the 132 diagonals of 12, each at six steps at most, and the place itself.
    expect(evaluate.mock.calls.length).toBeLessThanOrEqual(1 + 2 * 6 * (200 + 132));
    expect(stationaryKind(new Probe(scalars(...sum, 'c = mul(-3, x1, x12)', 'g = add(f, c)')), ids)).toBe('saddle');
  });

  test('looks along the inputs that it is told alone', () => {
    const probe = new Probe(scalars('x = 0', 'y = 0', 'a = mul(x, x)', 'b = mul(y, y)', 'f = sub(a, b)'));
    expect([stationaryKind(probe, ['x']), stationaryKind(probe, ['y'])]).toEqual(['minimum', 'maximum']);
  });
});
