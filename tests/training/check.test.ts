import { describe, expect, test } from 'vitest';
import { checkGradient, compile } from '../../src/engine';
import { bostonTrainer, openSession } from './bostonRun';

describe('check', () => {
  const trainer = bostonTrainer();
  trainer.step();
  const recording = trainer.previewStep();

  test.each(['W1', 'b1', 'l1', 's', 'W2', 'C'])('answers for %s what checkGradient finds in that iteration', (node) => {
    const { host, session } = openSession();
    session.handle({ type: 'check', run: 1, ticket: 7, node, recording });
    const program = compile(recording.graph);
    for (const step of recording.steps) if (step.kind === 'feed') program.feed(step.node, step.value);
    program.forward();
    program.backward();
    const { ticket, check } = host.last('checked');
    expect(ticket).toBe(7);
    expect(check).toEqual(checkGradient(program, node));
    expect(check.relativeError).toBeLessThan(1e-8);
  });

  test('says why there is nothing to check', () => {
    const { host, session } = openSession();
    session.handle({ type: 'check', run: 1, ticket: 3, node: 'X', recording });
    expect(host.replies.at(-1)).toEqual({
      type: 'unanswered',
      run: 1,
      ticket: 3,
      message: '"X" receives no gradient, so that there is none to check',
    });
  });

  test('moves at most 512 entries of a large tensor, spread evenly', () => {
    const { host, session } = openSession();
    const large = bostonTrainer({ learningRate: 0.01, batchSize: 100, order: 'resampled', pace: Infinity, follow: false }).previewStep();
    session.handle({ type: 'check', run: 1, ticket: 1, node: 'l1', recording: large });
    expect(host.last('checked').check).toMatchObject({ checked: 512, total: 1000 });
  });

  test('neither disturbs nor stops training', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    session.handle({ type: 'check', run: 1, ticket: 1, node: 'W1', recording });
    session.handle({ type: 'check', run: 1, ticket: 2, node: 'nowhere', recording });
    host.runAll();
    expect(host.last('unanswered').ticket).toBe(2);
    const plain = bostonTrainer();
    expect(host.losses).toEqual(Array.from({ length: 46 }, () => plain.step()));
    expect(host.last('stopped').reason).toBe('finished');
  });
});
