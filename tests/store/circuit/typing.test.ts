import { describe, expect, test } from 'vitest';
import { CIRCUIT_EXAMPLES } from '../../../src/lessons/circuits';
import { CircuitDesk } from './circuitDesk';

/** The logistic function and its slope, at the neuron's sum of 1. */
const NEURON_VALUE = 1 / (1 + Math.exp(-1));
const NEURON_SLOPE = NEURON_VALUE * (1 - NEURON_VALUE);

describe('createCircuit', () => {
  test("opens with the lesson's neuron, all of it computed, the update still to come", () => {
    const desk = new CircuitDesk();
    expect(desk.value('f')).toBeCloseTo(NEURON_VALUE, 14);
    const gradients = { w0: -1, x0: 2, w1: -2, x1: -3, w2: 1 };
    for (const [name, factor] of Object.entries(gradients)) expect(desk.gradient(name)).toBeCloseTo(factor * NEURON_SLOPE, 14);
    const update = desk.shown.timeline.phases.find(({ phase }) => phase === 'update');
    expect(desk.t).toBe(update?.start);
    expect(desk.shown.taken).toBe(false);
  });

  test('opens with what was saved, even if that is no expression: then with the neuron behind it', () => {
    const settings = { learningRate: 0.5, threshold: 1e-3, iterations: 7, pace: 10 } as const;
    const x = { name: 'x', value: 3, min: -4, max: 4, trainable: true };
    const desk = new CircuitDesk({ text: 'x^2', inputs: [x], settings });
    expect(desk.value('f')).toBe(9);
    expect(desk.input('x')).toEqual(x);
    expect(desk.circuit.state.getState().settings).toEqual(settings);

    const broken = new CircuitDesk({ text: 'x^', inputs: [x], settings });
    expect(broken.circuit.state.getState().text).toBe('x^');
    expect(broken.circuit.state.getState().problem).toBeDefined();
    expect(broken.value('f')).toBeCloseTo(NEURON_VALUE, 14);
  });
});

describe('setText', () => {
  test('finds the inputs, and makes the only one trainable', () => {
    const desk = new CircuitDesk();
    desk.circuit.setText('a * b');
    expect(desk.circuit.state.getState().inputs.map(({ name, trainable }) => [name, trainable])).toEqual([['a', false], ['b', false]]);
    desk.circuit.setText('c^2');
    expect(desk.input('c').trainable).toBe(true);
  });

  test('keeps the last good graph and its values while the text is none', () => {
    const desk = new CircuitDesk();
    desk.type('(x + y) * z', { x: -2, y: 5, z: -4 });
    const before = desk.shown;
    desk.circuit.setText('(x + y) * ');
    expect(desk.circuit.state.getState().problem?.message).toMatch(/\.$/);
    expect(desk.shown).toBe(before);
    desk.circuit.setText('(x + y) * z');
    expect(desk.circuit.state.getState().problem).toBeUndefined();
    expect(desk.shown).toBe(before);
    expect([desk.value('f'), desk.gradient('x'), desk.gradient('y'), desk.gradient('z')]).toEqual([-12, -4, -4, 3]);
  });

  test('leaves time, selection and values alone where only the spelling changes', () => {
    const desk = new CircuitDesk();
    desk.type('x * y', { x: 7, y: 2 });
    desk.circuit.walk.seek(4);
    desk.circuit.walk.select({ kind: 'node', id: 'x' });
    const before = desk.circuit.walk.playback.getState();
    desk.circuit.setText('x*y  # the same');
    expect(desk.circuit.walk.playback.getState()).toBe(before);
    expect(desk.circuit.state.getState().expression.text).toBe('x*y  # the same');
  });

  test('remembers the value of a name that goes and comes back', () => {
    const desk = new CircuitDesk();
    desk.type('x * speed', { speed: 42 });
    desk.circuit.setText('x * spee');
    desk.circuit.setText('x * speed');
    expect(desk.input('speed')).toMatchObject({ value: 42, min: -50, max: 50 });
  });

  test('keeps what a descent has reached while the text goes on', () => {
    const desk = new CircuitDesk();
    desk.type('x^2', { x: 4 }, ['x']);
    desk.circuit.setDescent({ learningRate: 0.25 });
    desk.circuit.stepDescent();
    desk.circuit.setText('x^2 + 1');
    expect(desk.input('x').value).toBe(2);
    expect(desk.value('f')).toBe(5);
  });

  test('counts the end of a line as one character, as the box does', () => {
    const desk = new CircuitDesk();
    desk.circuit.setText('q = x\r\nf = q + sigmod(x)');
    expect(desk.circuit.state.getState().text).toBe('q = x\nf = q + sigmod(x)');
    expect(desk.circuit.state.getState().problem?.span).toEqual({ start: 14, end: 20 });
  });

  test('takes a starting value from the text once, and again only when the text changes it', () => {
    const desk = new CircuitDesk();
    desk.circuit.setText('x = 3\nf = x^2');
    expect(desk.value('f')).toBe(9);
    desk.circuit.setValue('x', 4);
    desk.circuit.setText('x = 3\nf = x^2 + 1');
    expect(desk.value('f')).toBe(17);
    desk.circuit.setText('x = 5\nf = x^2 + 1');
    expect(desk.value('f')).toBe(26);
  });

  test('clears the selection with another graph, and chooses an input that there is', () => {
    const desk = new CircuitDesk();
    desk.circuit.walk.select({ kind: 'node', id: 'x1' });
    expect(desk.circuit.state.getState().chosen).toBe('x1');
    desk.circuit.setText('a + b');
    expect(desk.circuit.walk.playback.getState().selection).toBeNull();
    expect(desk.circuit.state.getState().chosen).toBe('a');
    desk.circuit.setText('2 + 3');
    expect(desk.circuit.state.getState().chosen).toBeUndefined();
    expect(desk.value('f')).toBe(5);
  });
});

describe('openExample', () => {
  const E = Math.E;
  test.each([
    ['(x + y) * z', -12, { x: -4, y: -4, z: 3 }],
    ['neuron', NEURON_VALUE, { w0: -NEURON_SLOPE, x0: 2 * NEURON_SLOPE, w2: NEURON_SLOPE }],
    ['4 + 5 + 10', 19, { x: 1, y: 1, z: 1 }],
    ['4 × 5 × 10', 200, { x: 50, y: 40, z: 20 }],
    ['x⁴ − 3x³ + 2', 650, { x: 540 }],
    ['kink', 0, { x: 0, y: 3 }],
    ['softplus', Math.log(1 + E), { x: E / (1 + E) }],
    ['two steps', 1.5 * Math.sin(1), { x: 3 * Math.cos(1) + 3 * Math.sin(1), y: 0.75 * Math.cos(1) + 0.5 * Math.sin(1) }],
  ])('shows %s with its value and gradients', (name, value, gradients) => {
    const desk = new CircuitDesk();
    const example = CIRCUIT_EXAMPLES.find((one) => one.name === name);
    if (example === undefined) throw new Error(`there is no example ${name}`);
    desk.type('x = 99\ny = 98\nf = x * y * w0');
    desk.circuit.openExample(example);
    expect(desk.circuit.state.getState().text).toBe(example.text);
    expect(desk.value('f')).toBeCloseTo(value, 12);
    for (const [id, gradient] of Object.entries(gradients)) expect(desk.gradient(id)).toBeCloseTo(gradient, 12);
  });

  test('has an example of each kind that the lesson has, all of them expressions', () => {
    expect(CIRCUIT_EXAMPLES).toHaveLength(8);
  });
});

describe('setFolded', () => {
  test('folds and unfolds a named line, and remembers it while the text changes', () => {
    const desk = new CircuitDesk();
    desk.circuit.setText('q = x + y\nf = q * z');
    expect([...desk.circuit.state.getState().folded]).toEqual([]);
    desk.circuit.setFolded('q', true);
    expect([...desk.circuit.state.getState().folded]).toEqual(['q']);
    desk.circuit.setText('q = x + y\nf = q * z + 1');
    expect([...desk.circuit.state.getState().folded]).toEqual(['q']);
    desk.circuit.setFolded('q', false);
    expect([...desk.circuit.state.getState().folded]).toEqual([]);
  });
});
