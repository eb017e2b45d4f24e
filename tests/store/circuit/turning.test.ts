import { describe, expect, test } from 'vitest';
import { CircuitDesk } from './circuitDesk';

describe('setValue', () => {
  test('computes everything anew while time stands still', () => {
    const desk = new CircuitDesk();
    desk.type('x * y', { x: 2, y: 3 });
    desk.circuit.walk.seek(9);
    desk.circuit.setValue('x', 5);
    expect(desk.t).toBe(9);
    expect([desk.value('f'), desk.gradient('x'), desk.gradient('y')]).toEqual([15, 3, 5]);
  });

  test('keeps the graph the same object, so that nothing has to be laid out anew', () => {
    const desk = new CircuitDesk();
    const { graph } = desk.shown.timeline.recording;
    desk.circuit.setValue('w0', 1.25);
    expect(desk.shown.timeline.recording.graph).toBe(graph);
  });

  test("widens a slider's range for a value outside of it, to a round number", () => {
    const desk = new CircuitDesk();
    desk.type('x * y');
    desk.circuit.setValue('x', 7);
    expect(desk.input('x')).toMatchObject({ min: -10, max: 10 });
    desk.circuit.setValue('x', -1e-9);
    expect(desk.input('x')).toMatchObject({ min: -10, max: 10, value: -1e-9 });
    desk.circuit.setValue('x', 1.7e308);
    const { min, max } = desk.input('x');
    expect([min, max].every(Number.isFinite)).toBe(true);
    expect(max).toBeGreaterThanOrEqual(1.7e308);
  });

  test('forgets the iterations that were walked through with other numbers', () => {
    const desk = new CircuitDesk();
    desk.type('x^2', { x: 1 }, ['x']);
    desk.circuit.stepDescent();
    desk.circuit.stepDescent();
    expect(desk.circuit.walk.playback.getState().iterations).toHaveLength(3);
    desk.circuit.setValue('x', 4);
    expect(desk.circuit.walk.playback.getState().iterations).toHaveLength(1);
    expect(desk.shown.step).toBe(1);
    expect(desk.value('f')).toBe(16);
  });
});

describe('setRange', () => {
  test('changes the slider and nothing else', () => {
    const desk = new CircuitDesk();
    const { shown } = desk;
    desk.circuit.setRange('w0', 0, 2.5);
    expect(desk.input('w0')).toMatchObject({ min: 0, max: 2.5, value: 2 });
    expect(desk.shown).toBe(shown);
  });
});

describe('setTrainable', () => {
  test('adds an update for each input that is ticked, and takes it away again', () => {
    const desk = new CircuitDesk();
    desk.type('x * y', { x: 2, y: 3 });
    const updates = (): string[] => desk.shown.timeline.steps.flatMap((step) => (step.kind === 'update' ? [step.node] : []));
    expect(updates()).toEqual([]);
    expect(desk.shown.taken).toBe(true);
    desk.circuit.setTrainable('y', true);
    expect(updates()).toEqual(['y']);
    expect(desk.shown.taken).toBe(false);
    desk.circuit.setTrainable('y', false);
    expect(updates()).toEqual([]);
  });

  test('forgets the iterations of the graph in which something else was trained', () => {
    const desk = new CircuitDesk();
    desk.type('x * y', { x: 2, y: 3 }, ['x']);
    desk.circuit.stepDescent();
    desk.circuit.stepDescent();
    desk.circuit.setTrainable('y', true);
    expect(desk.circuit.walk.playback.getState().iterations.map(({ step }) => step)).toEqual([1]);
  });
});

describe('a value outside of the domain', () => {
  test('is named at the first node where it happens, and all that depends on it is unknown', () => {
    const desk = new CircuitDesk();
    desk.type('a = log(x)\nb = 1 / (1 / (x + 2))\nf = a * b + y', { x: -2, y: 3 });
    const { loss } = desk.circuit.state.getState();
    expect(loss).toMatchObject({ lost: 'value', fault: { part: 'value', node: 'a', inputs: [{ node: 'x', value: -2 }] } });
    expect(desk.value('f')).toBeNaN();
    expect(desk.gradient('y')).toBeNaN();
    expect(desk.value('y')).toBe(3);
    desk.circuit.setValue('x', 1);
    expect(desk.circuit.state.getState().loss).toBeUndefined();
    expect(desk.value('f')).toBe(3);
  });

  test('lets no descent begin', () => {
    const desk = new CircuitDesk();
    desk.type('sqrt(x)', { x: -1 }, ['x']);
    desk.circuit.descend();
    desk.circuit.stepDescent();
    expect(desk.circuit.state.getState().descent).toMatchObject({ running: false, outcome: undefined });
    expect(desk.input('x').value).toBe(-1);
  });

  test('beside the way to the output is marked, and hinders nothing', () => {
    const desk = new CircuitDesk();
    desk.type('q = log(x)\ny = x^2', { x: -1 }, ['x']);
    expect(desk.circuit.state.getState().loss).toMatchObject({ lost: undefined, fault: { node: 'q' } });
    expect([desk.value('y'), desk.gradient('x')]).toEqual([1, -2]);
    desk.circuit.setDescent({ learningRate: 0.25 });
    desk.circuit.stepDescent();
    expect(desk.input('x').value).toBe(-0.5);
  });

  test('belongs to the iteration in which it happened', () => {
    const desk = new CircuitDesk();
    desk.type('q = log(x)\ny = (x + 1)^2', { x: 1 }, ['x']);
    desk.circuit.setDescent({ learningRate: 0.5 });
    desk.circuit.stepDescent();
    expect(desk.input('x').value).toBe(-1);
    expect(desk.circuit.state.getState().loss).toMatchObject({ fault: { node: 'q' } });
    while (desk.shown.step > 1) desk.circuit.walk.previousPhase();
    expect(desk.circuit.state.getState().loss).toBeUndefined();
  });
});

describe('play', () => {
  test('begins again at the end of an iteration that nothing can follow', () => {
    const desk = new CircuitDesk();
    desk.type('x * y');
    desk.circuit.walk.toEnd();
    desk.circuit.walk.play();
    expect(desk.circuit.walk.playback.getState()).toMatchObject({ playing: true, t: 0 });
    for (let second = 0; second < 60; second++) desk.circuit.walk.tick(1000, false);
    expect(desk.circuit.walk.playback.getState()).toMatchObject({ playing: false, t: desk.shown.timeline.steps.length });
  });
});
