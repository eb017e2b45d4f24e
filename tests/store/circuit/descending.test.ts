import { describe, expect, test } from 'vitest';
import { CircuitDesk } from './circuitDesk';

/** The lesson's loop on x⁴ − 3x³ + 2, in plain arithmetic. */
function lessonsDescent(x: number, rate: number, precision: number): { x: number; iterations: number } {
  let iterations = 0;
  for (let step = Infinity; step > precision; iterations++) {
    const before = x;
    x -= rate * (4 * x ** 3 - 9 * x ** 2);
    step = Math.abs(x - before);
  }
  return { x, iterations };
}

function polynomial(x: number): CircuitDesk {
  const desk = new CircuitDesk();
  desk.type('x^4 - 3x^3 + 2', { x }, ['x']);
  desk.circuit.setDescent({ learningRate: 0.01, threshold: 1e-5, pace: 'full' });
  return desk;
}

describe('descend', () => {
  test("arrives where the lesson's loop arrives, after as many iterations", () => {
    const desk = polynomial(6);
    desk.descend();
    const { x, iterations } = lessonsDescent(6, 0.01, 1e-5);
    expect(iterations).toBe(70);
    expect(desk.input('x').value).toBeCloseTo(x, 10);
    expect(desk.input('x').value.toFixed(6)).toBe('2.249965');
    const { path, outcome } = desk.circuit.state.getState().descent;
    expect(outcome).toEqual({ kind: 'small step' });
    expect(path.count).toBe(71);
    expect(path.values[0]).toBe(650);
    expect(path.values.at(-1)).toBeCloseTo(x ** 4 - 3 * x ** 3 + 2, 12);
    expect([...(path.placesOf('x') ?? [])].slice(0, 2)).toEqual([6, 6 - 0.01 * 540]);
  });

  test('stops at once where the gradient is 0, and knows a flat inflection', () => {
    const desk = polynomial(0);
    desk.descend();
    expect(desk.circuit.state.getState().descent).toMatchObject({ running: false, outcome: { kind: 'flat' }, place: 'inflection' });
    expect(desk.input('x').value).toBe(0);
  });

  test('stops where the numbers overflow, at the last place where all were finite, and leaves the slider as it was', () => {
    const desk = polynomial(8);
    const { min, max } = desk.input('x');
    desk.descend();
    expect(desk.circuit.state.getState().descent.outcome?.kind).toBe('not finite');
    expect(desk.circuit.state.getState().loss).toBeUndefined();
    expect(Number.isFinite(desk.value('f'))).toBe(true);
    expect(desk.input('x')).toMatchObject({ min, max });
  });

  test('ends after as many iterations as it may take, and takes as many more when asked again', () => {
    const desk = polynomial(6);
    desk.circuit.setDescent({ iterations: 20 });
    desk.descend();
    expect(desk.circuit.state.getState().descent).toMatchObject({ outcome: { kind: 'iterations' }, path: { count: 21 } });
    desk.descend();
    expect(desk.circuit.state.getState().descent.path.count).toBe(41);
  });

  test.each([
    [30, 16.6],
    [30, 13.3],
    [30, 6.94],
    [10, 16.6],
    [2, 50],
  ] as const)('takes %i steps a second when frames take %f ms', (pace, frame) => {
    const desk = polynomial(3);
    desk.circuit.setDescent({ pace, learningRate: 1e-5, threshold: 1e-12 });
    desk.circuit.descend();
    const frames = Math.round(10_000 / frame);
    for (let count = 0; count < frames; count++) desk.circuit.tickDescent(frame);
    expect(Math.abs(desk.circuit.state.getState().descent.path.count - 1 - 10 * pace)).toBeLessThanOrEqual(1);
  });

  test('goes on past the limit that it was allowed to pass, whatever else is set meanwhile', () => {
    const desk = polynomial(3);
    desk.circuit.setDescent({ learningRate: 1e-5, threshold: 1e-12, iterations: 100 });
    desk.descend();
    desk.circuit.setDescent({ pace: 10 });
    desk.circuit.descend();
    for (let second = 0; second < 2; second++) desk.circuit.tickDescent(1000);
    desk.circuit.setDescent({ pace: 30, threshold: 1e-11 });
    expect(desk.circuit.state.getState().descent).toMatchObject({ running: true, outcome: undefined, path: { count: 121 } });
  });

  test('waits when it is paused, when the transport is taken hold of, and begins anew when an input is moved by hand', () => {
    const desk = polynomial(6);
    desk.circuit.setDescent({ pace: 2 });
    desk.circuit.descend();
    desk.circuit.tickDescent(1000);
    expect(desk.circuit.state.getState().descent.path.count).toBe(3);
    desk.circuit.pauseDescent();
    desk.circuit.tickDescent(5000);
    expect(desk.circuit.state.getState().descent.path.count).toBe(3);
    desk.circuit.descend();
    desk.circuit.walk.stepBack();
    expect(desk.circuit.state.getState().descent.running).toBe(false);
    desk.circuit.setValue('x', 5);
    expect(desk.circuit.state.getState().descent.path.count).toBe(0);
  });

  test('moves all ticked inputs together, and only those', () => {
    const desk = new CircuitDesk();
    desk.type('x^2 + y^2 + z^2', { x: 1, y: 2, z: 3 }, ['x', 'z']);
    desk.circuit.setDescent({ learningRate: 0.1 });
    desk.circuit.stepDescent();
    expect([desk.input('x').value, desk.input('y').value, desk.input('z').value]).toEqual([0.8, 2, 3 - 0.1 * 6]);
  });

  test('does nothing where no input is ticked', () => {
    const desk = new CircuitDesk();
    desk.type('x * y');
    desk.circuit.descend();
    desk.circuit.stepDescent();
    expect(desk.circuit.state.getState().descent).toMatchObject({ running: false, path: { count: 0 } });
  });
});

describe('stepDescent', () => {
  test('takes the step that is shown and shows the next at the same moment', () => {
    const desk = polynomial(3);
    const { t } = desk;
    desk.circuit.stepDescent();
    expect(desk.t).toBe(t);
    expect(desk.shown).toMatchObject({ step: 2, taken: false });
    expect(desk.input('x').value).toBeCloseTo(3 - 0.01 * 27, 14);
    expect(desk.value('x')).toBe(desk.input('x').value);
  });
});

describe('walking past the end of an iteration', () => {
  test('takes the step, and enters the next iteration where its inputs arrive; back again lies the one before', () => {
    const desk = polynomial(3);
    desk.circuit.walk.toEnd();
    desk.circuit.walk.stepForward();
    expect(desk.shown.step).toBe(2);
    expect(desk.shown.timeline.steps[desk.t - 1]?.kind).toBe('feed');
    desk.circuit.walk.stepBack();
    desk.circuit.walk.stepBack();
    expect(desk.shown).toMatchObject({ step: 1, taken: true });
  });
});

describe('walking back to an earlier iteration', () => {
  test('shows the inputs as they were fed to it, and a value set by hand goes on from there', () => {
    const desk = new CircuitDesk();
    desk.type('x^2 + y^2', { x: 1, y: 2 }, ['x', 'y']);
    desk.circuit.setDescent({ learningRate: 0.25 });
    desk.circuit.stepDescent();
    desk.circuit.stepDescent();
    expect([desk.input('x').value, desk.input('y').value]).toEqual([0.25, 0.5]);
    while (desk.shown.step > 1) desk.circuit.walk.previousPhase();
    expect([desk.input('x').value, desk.input('y').value]).toEqual([1, 2]);
    desk.circuit.setValue('x', 3);
    expect([desk.input('x').value, desk.input('y').value]).toEqual([3, 2]);
    expect(desk.value('f')).toBe(13);
  });

  test('does not turn the descent back: the next step goes on from where it has come', () => {
    const desk = new CircuitDesk();
    desk.type('x^2', { x: 8 }, ['x']);
    desk.circuit.setDescent({ learningRate: 0.25 });
    desk.circuit.stepDescent();
    desk.circuit.stepDescent();
    while (desk.shown.step > 1) desk.circuit.walk.previousPhase();
    desk.circuit.stepDescent();
    expect(desk.input('x').value).toBe(1);
    while (desk.shown.step > 2) desk.circuit.walk.previousPhase();
    desk.circuit.setDescent({ learningRate: 0.5 });
    expect(desk.input('x').value).toBe(1);
    desk.circuit.stepDescent();
    expect(desk.input('x').value).toBe(0);
  });
});

describe('a step that is taken back', () => {
  test.each([
    ['log(x)', 0.5, 1, 'not finite'],
    ['x^2', 0, 0.1, 'flat'],
  ])('of %s at %f leaves the reader at the iteration that there is', (text, x, learningRate, kind) => {
    const desk = new CircuitDesk();
    desk.type(text, { x }, ['x']);
    desk.circuit.setDescent({ learningRate });
    desk.circuit.stepDescent();
    desk.circuit.walk.toEnd();
    desk.circuit.walk.stepForward();
    expect(desk.circuit.state.getState().descent.outcome?.kind).toBe(kind);
    expect(desk.circuit.walk.playback.getState().iterations.map(({ step, taken }) => [step, taken])).toEqual([[1, false]]);
    expect(desk.circuit.walk.playback.getState()).toMatchObject({ waiting: false, playing: false });
    expect(desk.input('x').value).toBe(x);
  });
});

describe('resetDescent', () => {
  test('goes back to where the descent started', () => {
    const desk = polynomial(6);
    desk.descend();
    desk.circuit.resetDescent();
    expect(desk.input('x').value).toBe(6);
    expect(desk.value('f')).toBe(650);
    expect(desk.circuit.state.getState().descent).toMatchObject({ outcome: undefined, path: { count: 0 } });
  });
});

describe('resetDescent, after a range has been set,', () => {
  test('leaves the range', () => {
    const desk = polynomial(3);
    desk.circuit.stepDescent();
    desk.circuit.setRange('x', -1, 4);
    desk.circuit.resetDescent();
    expect(desk.input('x')).toMatchObject({ value: 3, min: -1, max: 4 });
  });
});

describe('setDescent', () => {
  test('shows the update at the new rate, without moving anything', () => {
    const desk = polynomial(3);
    desk.circuit.setDescent({ learningRate: 0.1 });
    const update = desk.shown.timeline.steps.find((step) => step.kind === 'update');
    expect(update?.after.data[0]).toBeCloseTo(3 - 0.1 * 27, 14);
    expect(desk.input('x').value).toBe(3);
  });

  test('lets a descent go on whose end it takes back', () => {
    const desk = polynomial(6);
    desk.circuit.setDescent({ threshold: 0.1 });
    desk.descend();
    const { count } = desk.circuit.state.getState().descent.path;
    desk.circuit.setDescent({ threshold: 1e-5 });
    expect(desk.circuit.state.getState().descent.outcome).toBeUndefined();
    desk.descend();
    expect(desk.circuit.state.getState().descent.path.count).toBeGreaterThan(count);
    expect(desk.circuit.state.getState().descent.outcome?.kind).toBe('small step');
  });
});
