import { describe, expect, test } from 'vitest';
import { Descent, GraphError, type DescentOptions, type Graph } from '../../src/engine';
import { relativeDifference } from './closeness';
import { scalars } from './scalarGraphs';
import { thrownBy } from './thrown';

const OPTIONS: DescentOptions = { learningRate: 0.01, threshold: 1e-5, iterations: 1000 };

/** x⁴ − 3x³ + 2, the lesson's example. */
const lesson = (x: number): Graph =>
  scalars(`x := ${x}`, 'a = pow(x, 4)', 'b = pow(x, 3)', 'c = mul(3, b)', 'd = sub(a, c)', 'f = add(d, 2)');

/** (x − 1)² + 10 (y − x²)². */
const VALLEY = scalars(
  'x := -1', 'y := 2', 'a = sub(x, 1)', 'b = mul(a, a)', 'c = pow(x, 2)', 'd = sub(y, c)', 'e = pow(d, 2)', 'g = mul(10, e)', 'f = add(b, g)',
);

function ended(descent: Descent): Descent {
  while (descent.step());
  return descent;
}

describe('Descent', () => {
  // What the lesson's loop gives in Python, from x with a rate and a precision: iterations and end.
  test.each([
    [6, 0.01, 1e-5, 70, 2.2499646074278457],
    [6, 0.005, 1e-5, 82, 2.250083972859391],
    [6, 0.01, 1e-3, 50, 2.2467436015363202],
    [3, 0.02, 1e-8, 33, 2.2500000094647965],
  ])("takes the lesson's way from %d at rate %d to steps below %d: %d of them", (x, learningRate, threshold, iterations, end) => {
    const descent = ended(new Descent(lesson(x), { ...OPTIONS, learningRate, threshold }));
    expect(descent.outcome).toEqual({ kind: 'small step' });
    expect(descent.iteration).toBe(iterations);
    expect(relativeDifference(descent.parameters[0] ?? NaN, end)).toBeLessThan(1e-13);
    expect(descent.move).toBeLessThanOrEqual(threshold);
    expect(descent.step()).toBe(false);
    expect(descent.iteration).toBe(iterations);
  });

  test('tells the value at the parameters, and how far it went', () => {
    const descent = new Descent(lesson(6), OPTIONS);
    expect([descent.iteration, descent.reached, descent.move]).toEqual([0, 650, NaN]);
    expect(descent.step()).toBe(true);
    expect(descent.iteration).toBe(1);
    expect(descent.parameters[0]).toBeCloseTo(0.6, 12);
    expect(descent.move).toBeCloseTo(5.4, 12);
    expect(descent.reached).toBeCloseTo(0.6 ** 4 - 3 * 0.6 ** 3 + 2, 12);
  });

  test('moves all parameters at once, by a step of their common length', () => {
    const descent = new Descent(VALLEY, { ...OPTIONS, threshold: 0, iterations: 25 });
    ended(descent);
    // From Python, as the golden numbers are.
    expect(descent.outcome).toEqual({ kind: 'iterations' });
    const found = [descent.parameters[0], descent.parameters[1], descent.move, descent.reached];
    const wanted = [-1.1679595453742753, 1.4424772760651352, 0.017034166641045928, 4.761432331101348];
    wanted.forEach((x, i) => {
      expect(relativeDifference(found[i] ?? NaN, x)).toBeLessThan(1e-13);
    });
  });

  test('measures steps whose squares overflow or vanish', () => {
    for (const scale of [1e200, 1e-200]) {
      const descent = new Descent(scalars('x := 0', 'y := 0', 'a = mul(x, 3)', 'b = mul(y, 4)', 'f = add(a, b)'), { ...OPTIONS, learningRate: scale, threshold: 0 });
      descent.step();
      expect(relativeDifference(descent.move, 5 * scale)).toBeLessThan(1e-15);
    }
  });

  test('does not begin where the gradient is exactly 0', () => {
    const descent = new Descent(lesson(0), OPTIONS);
    expect(descent.step()).toBe(false);
    expect([descent.outcome, descent.iteration, descent.reached]).toEqual([{ kind: 'flat' }, 0, 2]);
    expect(new Descent(scalars('x := 1', 'y = 2', 'f = neg(y)'), OPTIONS).outcome).toEqual({ kind: 'flat' });
  });

  test('ends where it comes upon a gradient of exactly 0', () => {
    const descent = ended(new Descent(scalars('x := 3', 'f = mul(x, x)'), { ...OPTIONS, learningRate: 0.5 }));
    expect([descent.outcome, descent.iteration, descent.parameters[0]]).toEqual([{ kind: 'flat' }, 1, 0]);
  });
});

describe('a step to where a number is not finite is taken back:', () => {
  test('the value', () => {
    const descent = ended(new Descent(lesson(6), { ...OPTIONS, learningRate: 1 }));
    const { outcome } = descent;
    if (outcome?.kind !== 'not finite') throw new Error('it is finite');
    expect(outcome.found.part).toBe('value');
    expect(Number.isFinite(outcome.found.number)).toBe(false);
    const [at = NaN, x = NaN] = [outcome.at[0], descent.parameters[0]];
    expect([Number.isFinite(at ** 4 - 3 * at ** 3 + 2), Number.isFinite(x ** 4 - 3 * x ** 3 + 2)]).toEqual([false, true]);
    expect(relativeDifference(descent.reached, x ** 4 - 3 * x ** 3 + 2)).toBeLessThan(1e-14);
    expect(relativeDifference(at, x - (4 * x ** 3 - 9 * x ** 2))).toBeLessThan(1e-14);
    // A smaller rate makes another step of it.
    descent.learningRate = 1;
    expect(descent.outcome).toBe(outcome);
    descent.learningRate = 1e-300;
    const before = descent.iteration;
    descent.step();
    expect([descent.iteration, descent.outcome?.kind === 'not finite']).toEqual([before + 1, false]);
  });

  test('the gradient', () => {
    // √(1 − x) from 0 at rate 2 lands on 1, where its slope is infinite.
    const rising = ended(new Descent(scalars('x := 0', 'v = sub(1, x)', 'f = sqrt(v)'), { ...OPTIONS, learningRate: 2 }));
    expect(rising.outcome).toEqual({ kind: 'not finite', found: { node: 'v', part: 'gradient', cell: 0, number: Infinity }, at: Float64Array.of(1) });
    expect([rising.parameters[0], rising.iteration, rising.reached]).toEqual([0, 0, 1]);
  });

  test('the parameter itself', () => {
    const descent = ended(new Descent(scalars('x := 1', 'f = mul(x, -1e200)'), { ...OPTIONS, learningRate: 1e200 }));
    expect(descent.outcome).toEqual({ kind: 'not finite', found: { node: 'x', part: 'updated value', cell: 0, number: Infinity }, at: Float64Array.of(Infinity) });
    expect([descent.parameters[0], descent.iteration, descent.reached]).toEqual([1, 0, -1e200]);
  });

  test('and a start there is an end', () => {
    const descent = new Descent(scalars('x := -1', 'f = log(x)'), OPTIONS);
    expect(descent.step()).toBe(false);
    expect(descent.outcome).toEqual({ kind: 'not finite', found: { node: 'f', part: 'value', cell: 0, number: NaN }, at: Float64Array.of(-1) });
    expect(descent.reached).toBeNaN();
  });

  test('even if the output is finite again, but not if it leads nowhere', () => {
    const through = new Descent(scalars('x := 0', 'v = div(1, x)', 'f = div(1, v)'), OPTIONS);
    expect(through.outcome).toMatchObject({ kind: 'not finite', found: { node: 'v', part: 'value' } });
    const aside = new Descent(scalars('x := 0', 'v = div(1, x)', 'u = sub(x, 1)', 'f = mul(u, u)'), OPTIONS);
    expect(aside.step()).toBe(true);
    // The slope of √y at 0 is infinite, but nobody asks for it: y does not move.
    const still = new Descent(scalars('x := 1', 'y = 0', 'r = sqrt(y)', 'a = mul(x, x)', 'f = add(a, r)'), OPTIONS);
    expect(still.step()).toBe(true);
  });
});

describe('settings', () => {
  test('take effect at the next step', () => {
    const descent = new Descent(scalars('x := 8', 'f = neg(x)'), { ...OPTIONS, learningRate: 1 });
    descent.step();
    descent.learningRate = 4;
    descent.step();
    expect([descent.parameters[0], descent.learningRate]).toEqual([13, 4]);
  });

  test('take an end back, and make one', () => {
    const descent = ended(new Descent(lesson(6), { ...OPTIONS, iterations: 10 }));
    expect(descent.outcome).toEqual({ kind: 'iterations' });
    descent.iterations = 50;
    expect(ended(descent).iteration).toBe(50);
    descent.iterations = 1000;
    expect(ended(descent).iteration).toBe(70);
    descent.threshold = 1e-6;
    expect(descent.outcome).toBeUndefined();
    expect(ended(descent).iteration).toBeGreaterThan(70);
    descent.threshold = 1;
    expect([descent.outcome, descent.threshold, descent.iterations]).toEqual([{ kind: 'small step' }, 1, 1000]);
  });

  test.each<[Partial<DescentOptions>, string]>([
    [{ learningRate: 0 }, 'The learning rate is 0; it must be a number above 0'],
    [{ threshold: -1 }, 'The threshold is -1; it must be a number from 0 up'],
    [{ threshold: Infinity }, 'The threshold is Infinity; it must be a number from 0 up'],
    [{ iterations: 1.5 }, 'The most iterations are 1.5; it must be a whole number from 0 up'],
  ])('are refused out of range: %j', (options, message) => {
    const error = thrownBy(() => new Descent(lesson(6), { ...OPTIONS, ...options }));
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe(message);
    expect(thrownBy(() => Object.assign(new Descent(lesson(6), OPTIONS), options)).message).toBe(message);
  });

  test('need something to move, and a value for all else', () => {
    expect(thrownBy(() => new Descent(scalars('x = 1', 'f = neg(x)'), OPTIONS)).message).toContain('nothing to move');
    const waiting: Graph = { nodes: [{ id: 'x', role: 'parameter', shape: [] }, { id: 'f', op: 'neg', inputs: ['x'] }], output: 'f' };
    expect(thrownBy(() => new Descent(waiting, OPTIONS)).message).toContain('"x" has no value');
  });
});
