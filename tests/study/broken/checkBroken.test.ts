import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, record, type Recording } from '../../../src/engine';
import { MISTAKES } from '../../../src/lessons/lesson';
import { replay } from '../../../src/scene/recording/replay';
import { brokenPass } from '../../../src/study/broken/brokenPass';
import { checkBroken } from '../../../src/study/broken/checkBroken';
import { checkables } from '../../../src/study/broken/mysteries';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { recorded, scalars } from '../../engine/scalarGraphs';
import { case2, network } from './recordings';

function verdicts(recording: Recording, program = replay(recording)): Map<string, string> {
  return new Map(checkables(recording).all.map((id) => [id, checkBroken({ recording, program }, id, Infinity).verdict]));
}

describe('checkBroken', () => {
  test('agrees with the engine’s own pass on every node', () => {
    for (const recording of [network(), case2()]) expect(new Set(verdicts(recording).values())).toEqual(new Set(['agrees']));
  });

  test('finds exactly the nodes that a mistake gets wrong', () => {
    const recording = network(0.3);
    for (const mistake of MISTAKES) {
      const { program, effect } = brokenPass(recording, mistake);
      const failing = [...verdicts(recording, program)].flatMap(([id, verdict]) => (verdict === 'differs' ? [id] : []));
      expect(new Set(failing), mistake).toEqual(effect.kind === 'wrong' ? effect.nodes : new Set());
    }
  });

  test('agrees on random tensor graphs without a mistake, and differs somewhere with one that makes a difference', () => {
    let found = 0;
    fc.assert(
      fc.property(arbitraryGraph('smooth'), (graph) => {
        const recording = record(compile(graph), { learningRate: 0.1 });
        // The sine of a large number winds too fast for any difference.
        if (graph.nodes.some(({ id }) => replay(recording).view(id).data.some((x) => !(Math.abs(x) < 10)))) return;
        expect([...verdicts(recording).values()]).not.toContain('differs');
        for (const mistake of MISTAKES) {
          const { program, effect } = brokenPass(recording, mistake);
          const after = [...verdicts(recording, program).values()];
          if (effect.kind === 'none') continue;
          found++;
          expect(after, mistake).toContain('differs');
        }
      }),
      { numRuns: 80 },
    );
    expect(found).toBeGreaterThan(80);
  });

  test('reads by which factor a gradient is wrong', () => {
    const recording = network(0.3);
    expect(checkBroken(brokenPass(recording, 'not divided'), 'W1').clue).toEqual({ kind: 'factor', factor: 5 });
    expect(checkBroken(brokenPass(recording, 'not reset'), 'b2').clue).toEqual({ kind: 'factor', factor: 2 });
    expect(checkBroken(brokenPass(recording, 'not transposed'), 'W1').clue).toEqual({ kind: 'cells' });
    expect(checkBroken(brokenPass(recording, 'not reset'), 'l1').clue).toEqual({ kind: 'right' });
    expect(checkBroken(brokenPass(recording, 'overwritten'), 'W1')).toMatchObject({ verdict: 'agrees', total: 6 });
  });

  test('says nothing at a kink, where the engine’s own gradient fares no better', () => {
    const recording = recorded(scalars('x = 0', 'y = 3', 'r = relu(x)', 'f = mul(r, y)'));
    expect(checkBroken({ recording, program: replay(recording) }, 'x').verdict).toBe('unclear');
    expect(checkBroken({ recording, program: replay(recording) }, 'y').verdict).toBe('agrees');
  });

  test('says nothing of what is not finite', () => {
    const recording = recorded(scalars('x = 0', 'f = log(x)'));
    expect(checkBroken({ recording, program: replay(recording) }, 'x').verdict).toBe('unclear');
  });

  test('compares at most as many cells as it is told, evenly spread', () => {
    const recording = network();
    expect(checkBroken(brokenPass(recording, 'not reset'), 'X', 4).entries.map(({ cell }) => cell)).toEqual([0, 3, 7, 11]);
    expect(checkBroken(brokenPass(recording, 'not reset'), 'X').entries).toHaveLength(15);
  });
});

describe('checkables', () => {
  test('are all nodes with a gradient, from the output back', () => {
    expect(checkables(network()).all).toEqual(['C', 'y', 'l2', 's', 'W2', 'b2', 'l1', 'X', 'W1', 'b1']);
    expect(checkables(network()).first).toEqual(checkables(network()).all);
  });

  test('of a large graph begin with its leaves', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `f${i} = add(${i === 0 ? 'x' : `f${i - 1}`}, y)`);
    const { all, first } = checkables(recorded(scalars('x = 1', 'y := 2', ...lines)));
    expect(all).toHaveLength(52);
    expect(first).toEqual(['y', 'x']);
  });
});
