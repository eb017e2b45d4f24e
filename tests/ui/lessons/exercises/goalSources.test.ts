import { describe, expect, test, vi } from 'vitest';
import { createCircuit, type Circuit } from '../../../../src/store/circuit/circuit';
import { inputsOfExample } from '../../../../src/store/circuit/inputs';
import { DESCENT_DEFAULTS } from '../../../../src/store/circuit/descentSettings';
import type { Goal } from '../../../../src/lessons/lesson';
import { STAGES } from '../../../../src/lessons/gradientDescent/stages';
import { standingOf } from '../../../../src/study/goals/goalWords';
import { beginTally, countOn } from '../../../../src/study/goals/tally';
import { createFacts, type Facts } from '../../../../src/ui/lessons/exercises/goalSources';
import { openDesk, type Desk } from '../../../store/desk';

/** Whether a goal is reached by doing something, as the page finds out. */
function reachedBy(goal: Goal, facts: Facts, act: () => void): readonly [reached: boolean, words: string] {
  let tally = beginTally(facts.now());
  const end = facts.subscribe(() => {
    tally = countOn(tally, facts.now());
  });
  act();
  end();
  const { reached, words } = standingOf(goal, tally, facts.now());
  return [reached, words];
}

function circuitOf(desk: Desk, stage: (typeof STAGES)[keyof typeof STAGES]): Circuit {
  if (stage.kind !== 'circuit') throw new Error('no circuit');
  const { text, inputs, learningRate = NaN } = stage;
  return createCircuit(desk.miniflow.settings, { text, inputs: inputsOfExample({ inputs }), settings: { ...DESCENT_DEFAULTS, learningRate } }, () => 0);
}

function descendToTheEnd(circuit: Circuit): void {
  circuit.setDescent({ pace: 'full' });
  circuit.descend();
  for (let frame = 0; frame < 200 && circuit.state.getState().descent.running; frame++) circuit.tickDescent(16);
}

describe('createFacts', () => {
  test('tells of the network’s training what it takes to judge steps and epochs', async () => {
    const desk = await openDesk();
    const facts = createFacts({ miniflow: desk.miniflow, walk: desk.miniflow, circuit: null });
    const [reached, words] = reachedBy({ reach: 'sgd steps', least: 2 }, facts, () => {
      desk.miniflow.stepOnce();
      desk.miniflow.stepOnce();
    });
    expect([reached, words]).toEqual([true, '2 SGD steps taken.']);
    expect(facts.now().descent).toBeUndefined();
  });

  test('tells of a circuit where its descent has come to', async () => {
    const desk = await openDesk();
    const circuit = circuitOf(desk, STAGES.descent);
    const facts = createFacts({ miniflow: desk.miniflow, walk: circuit.walk, circuit });
    const goal: Goal = { reach: 'descent', input: 'x', at: 2.25, within: 1e-4 };
    expect(reachedBy(goal, facts, () => descendToTheEnd(circuit))).toEqual([true, 'It has ended by itself at x = 2.249965 after 70 iterations.']);
    // What has ended already is not done again by looking at it.
    expect(reachedBy(goal, facts, () => undefined)[0]).toBe(false);
    expect(reachedBy(goal, facts, () => {
      circuit.resetDescent();
      descendToTheEnd(circuit);
    })[0]).toBe(true);
    expect(facts.now().training).toBeUndefined();
  });

  test('tells of a circuit that its descent has run away', async () => {
    const desk = await openDesk();
    const circuit = circuitOf(desk, STAGES.far);
    const facts = createFacts({ miniflow: desk.miniflow, walk: circuit.walk, circuit });
    expect(reachedBy({ reach: 'divergence' }, facts, () => descendToTheEnd(circuit))).toEqual([
      true,
      'It has run away: 7 iterations, and the next step led out of the finite numbers.',
    ]);
  });

  test('tells the values of the iteration that is shown, and that they have changed', async () => {
    const desk = await openDesk();
    const circuit = circuitOf(desk, STAGES.level);
    const facts = createFacts({ miniflow: desk.miniflow, walk: circuit.walk, circuit });
    expect([facts.now().value('x'), facts.now().value('f'), facts.now().value('nobody')]).toEqual([0, 2, undefined]);
    const listener = vi.fn();
    const end = facts.subscribe(listener);
    circuit.setValue('x', 1);
    expect(listener).toHaveBeenCalled();
    expect([facts.now().value('x'), facts.now().value('f')]).toEqual([1, 0]);
    listener.mockClear();
    end();
    circuit.setValue('x', 2);
    expect(listener).not.toHaveBeenCalled();
  });

  test('is not told of time that passes', async () => {
    const desk = await openDesk();
    const facts = createFacts({ miniflow: desk.miniflow, walk: desk.miniflow, circuit: null });
    const listener = vi.fn();
    facts.subscribe(listener);
    desk.miniflow.seek(3);
    desk.miniflow.seek(4.5);
    expect(listener).not.toHaveBeenCalled();
  });
});
