import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RUN_DASHES, runColour, runDash } from '../../../src/draw/charts/runLook';

const theme = readFileSync('src/ui/theme.css', 'utf8');
const dark = theme.slice(theme.indexOf("[data-theme='dark']"));

/** The colour of a custom property, as linear light of red, green and blue. */
function lightOf(name: string, css: string): [number, number, number] {
  const hex = new RegExp(`${name}: #([0-9a-f]{6})`).exec(css)?.[1] ?? '';
  const part = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(0), part(2), part(4)];
}

const luminance = ([r, g, b]: readonly [number, number, number]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Severe colour blindness as a matrix on linear light (Machado, Oliveira and Fernandes, 2009), and none. */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** CIELAB of a colour as such eyes see it. */
function labOf(light: readonly [number, number, number], matrix: readonly number[]): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [0, 3, 6].map((row) => Math.max(0, Math.min(1, [0, 1, 2].reduce((sum, at) => sum + (matrix[row + at] ?? 0) * (light[at] ?? 0), 0))));
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each([['light', theme], ['dark', dark]] as const)('the colours of runs, %s', (_, css) => {
  const lights = RUN_DASHES.map((_dash, slot) => lightOf(`--run-${slot}`, css));

  test('are lines on the ground at 3:1 and more', () => {
    const ground = luminance(lightOf('--ground', css));
    for (const light of lights) {
      const [low, high] = [ground, luminance(light)].sort((a, b) => a - b);
      expect(((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.entries(EYES))('are far apart to %s eyes', (_name, matrix) => {
    lights.forEach((light, slot) => {
      for (const other of lights.slice(slot + 1)) {
        const [a, b] = [labOf(light, matrix), labOf(other, matrix)];
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(25);
      }
    });
  });
});

describe('runDash and runColour', () => {
  test('give each slot a pattern of its own, and the first a solid line', () => {
    expect(new Set(RUN_DASHES).size).toBe(8);
    expect([runDash(0), runColour(3)]).toEqual(['none', 'var(--run-3)']);
    expect([runDash(8), runColour(8)]).toEqual([runDash(0), runColour(0)]);
  });
});
