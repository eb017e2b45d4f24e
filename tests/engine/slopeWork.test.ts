import { describe, expect, test } from 'vitest';
import { compile, type Graph } from '../../src/engine';

/** What a spelled calculation comes to: products, differences, quotients, squares and brackets. */
function valueOf(spelled: string): number {
  const tokens = spelled.replaceAll('−', '-').replaceAll(' ', '').match(/\d+\.?\d*(?:e[-+]?\d+)?|[-×/()²]/g) ?? [];
  let at = 0;
  const factor = (): number => {
    let value: number;
    if (tokens[at] === '-') {
      at++;
      return -factor();
    }
    if (tokens[at] === '(') {
      at++;
      value = difference();
      at++;
    } else value = Number(tokens[at++]);
    if (tokens[at] === '²') {
      at++;
      return value * value;
    }
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '/') value = tokens[at++] === '×' ? value * factor() : value / factor();
    return value;
  };
  const difference = (): number => {
    let value = product();
    while (tokens[at] === '-') {
      at++;
      value -= product();
    }
    return value;
  };
  return difference();
}

describe('slopeWork comes to the local derivative', () => {
  const x = [[-2.5, 0.25], [1.5, 3]];
  test.each(['sigmoid', 'tanh'])('of %s', (op) => {
    const program = ran({ nodes: [{ id: 'x', role: 'parameter', value: x }, { id: 'f', op, inputs: ['x'] }], output: 'f' });
    const [call] = program.forwardCalls;
    for (let cell = 0; cell < 4; cell++) {
      const spelled = call?.slopeWork(0, cell, String) ?? '';
      expect(valueOf(spelled), spelled).toBeCloseTo(call?.partials(0, cell)[0]?.local ?? NaN, 12);
    }
  });

  test('of mse, for target and prediction', () => {
    const program = ran({
      nodes: [{ id: 'y', role: 'data', value: [1, -2, 3] }, { id: 'a', role: 'parameter', value: [4.5, -5, 10] }, { id: 'C', op: 'mse', inputs: ['y', 'a'] }],
      output: 'C',
    });
    const [call] = program.forwardCalls;
    expect(call?.slopeWork(1, 1, String)).toBe('−2/3 × (-2 − (-5))');
    for (const port of [0, 1]) {
      for (let cell = 0; cell < 3; cell++) {
        const spelled = call?.slopeWork(port, cell, String) ?? '';
        expect(valueOf(spelled), spelled).toBeCloseTo(call?.partials(port, cell)[0]?.local ?? NaN, 12);
      }
    }
  });

  test('and is left out where the derivative is a plain number', () => {
    const program = ran({ nodes: [{ id: 'x', role: 'parameter', value: x }, { id: 'f', op: 'add', inputs: ['x', 'x'] }], output: 'f' });
    expect(program.forwardCalls[0]?.slopeWork(0, 0, String)).toBeUndefined();
  });
});

function ran(graph: Graph): ReturnType<typeof compile> {
  const program = compile(graph);
  program.forward();
  program.backward();
  return program;
}
