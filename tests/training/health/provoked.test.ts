/* eslint-disable @typescript-eslint/no-non-null-assertion -- what a test asks for is there, or the test fails */
import { describe, expect, it } from 'vitest';
import type { Finding, FindingKind, HealthInput } from '../../../src/training/health/finding';
import { findingsOf } from '../../../src/training/health/findings';
import { endLoss, trained } from './trained';

function find(input: HealthInput, kind: FindingKind): Finding {
  const found = findingsOf(input).find((finding) => finding.kind === kind);
  if (found === undefined) throw new Error(`${kind} is not among: ${findingsOf(input).map((finding) => finding.kind).join(', ')}`);
  return found;
}

/** The number of the first step for which something holds, by trying one after the other. */
function firstStep({ losses }: HealthInput, holds: (step: number) => boolean): number | undefined {
  return Array.from({ length: losses.lastStep }, (_, index) => index + 1).find(holds);
}

describe('findingsOf, on trainings of the real network on the real data that go wrong', () => {
  it('tells the step and the node of the first number that is not finite, and what had grown', () => {
    const input = trained({ plan: { activation: 'relu' }, settings: { learningRate: 0.5 }, steps: 500 });
    const finding = find(input, 'non-finite');
    expect(finding).toMatchObject({ severity: 'error', step: input.losses.lastStep, node: input.divergence!.found.node });
    expect(finding.step).toBe(firstStep(input, (step) => !Number.isFinite(input.losses.at(step))));
    expect(finding.title).toBe('The numbers grew until C overflowed');
    expect(finding.cause).toContain(`At step ${finding.step} a number in the value of C became ∞.`);
    expect(finding.cause).toContain('learning rate 0.5');
    // The numbers in the sentence are those of the series, at three digits.
    const [, from, to] = /grown from (\S+) to (\S+?)[,.] /.exec(finding.cause)!;
    expect(Number(from)).toBeCloseTo(input.gradientNorms.at(1), -1);
    expect(Number(to) / input.gradientNorms.at(finding.step - 1)).toBeCloseTo(1, 2);
  });

  it('finds an exploding gradient long before it overflows, at the first step that is a hundred times the start', () => {
    const input = trained({ settings: { learningRate: 0.5 }, steps: 100 });
    const finding = find(input, 'exploding');
    const { gradientNorms } = input;
    expect(input.divergence).toBeUndefined();
    expect(finding.step).toBe(firstStep(input, (step) => gradientNorms.at(step) > 100 * gradientNorms.at(1)));
    expect(['W2', 'b2']).toContain(finding.node);
  });

  it('finds relus that are dead for every row of the table', () => {
    const input = trained({ plan: { activation: 'relu', scaled: false, hidden: 1 }, steps: 1500 });
    const finding = find(input, 'dead relu');
    expect(finding).toMatchObject({ node: 's', severity: 'error', title: 'All units of s are dead' });
    // At the first look after step 1 they were already.
    expect(finding.step).toBe(46);
    expect(input.course.trainer.evaluator().run('s').data.every((cell) => cell === 0)).toBe(true);
  });

  it('finds a sigmoid that is saturated for nearly every row of the table', () => {
    const input = trained({ settings: { learningRate: 0.3 }, steps: 1500 });
    const finding = find(input, 'saturated');
    const { data } = input.course.trainer.evaluator().run('l1');
    expect(finding.node).toBe('s');
    expect(finding.step).toBeGreaterThan(1);
    expect(data.filter((cell) => Math.abs(cell) > 4).length / data.length).toBeGreaterThan(0.85);
    expect(input.vitals.find(({ step }) => step === finding.step)!.saturated[0]!.share).toBeGreaterThanOrEqual(0.9);
  });

  it('finds a gradient that vanishes on its way to the first layer, and says where it is lost', () => {
    const input = trained({ plan: { scaled: false }, steps: 1000 });
    const finding = find(input, 'vanishing');
    const { parameters } = input.vitals.at(-1)!;
    const rms = (id: string): number => {
      const { gradient, cells } = parameters.find((parameter) => parameter.id === id)!;
      return gradient / Math.sqrt(cells);
    };
    expect(finding.node).toBe('W1');
    expect(rms('W1')).toBeLessThan(rms('W2') / 1000);
    expect(finding.cause).toContain('lost in s');
  });

  it('finds features on very different scales from the first step on, with their names and deviations', () => {
    const input = trained({ plan: { scaled: false }, steps: 1 });
    const finding = find(input, 'unscaled features');
    expect(finding.step).toBe(1);
    // The population deviations of the file, by Python's statistics.pstdev: tax 168.37050, nox 0.11576.
    expect(finding.cause).toContain('The standard deviation of tax is 168, that of nox 0.116.');
    expect(finding.remedy).toEqual({ label: 'standardized features', plan: { scaled: true }, at: 0 });
  });

  it('finds a loss that stands still where predicting the mean would have brought it', () => {
    const input = trained({ plan: { scaled: false }, steps: 1500 });
    const finding = find(input, 'stalled');
    // The variance of medv is 84.41956.
    expect(finding.cause).toContain('84.4, the variance of the target');
    expect(endLoss(input)).toBeGreaterThan(0.85 * 84.41956);
    expect(finding.step).toBeLessThan(200);
  });

  it('finds a loss that hardly moves since the learning rate is tiny', () => {
    const input = trained({ settings: { learningRate: 1e-6 }, steps: 600 });
    expect(find(input, 'stalled').remedy!.settings!.learningRate).toBeGreaterThan(1e-5);
  });

  it('finds steps that overshoot, at the first step whose loss is three times that of the start', () => {
    const input = trained({ plan: { seed: 2 }, settings: { learningRate: 0.5, batchSize: 506 }, steps: 20 });
    const finding = find(input, 'oscillating');
    expect(finding.step).toBe(firstStep(input, (step) => input.losses.at(step) > 3 * input.losses.at(1)));
    expect(finding.cause).toContain('2 / 0.5 = 4');
  });

  it('finds a loss that goes up and down by turns, with the whole table in a batch', () => {
    const input = trained({ plan: { activation: 'relu', hidden: 5 }, settings: { learningRate: 0.35 / 15, batchSize: 506, order: 'shuffled' }, steps: 200 });
    expect(find(input, 'oscillating').cause).toMatch(/gone up and down by turns/);
    const moved = (step: number): number => Math.sign(input.losses.at(step) - input.losses.at(step - 1));
    for (let step = 170; step <= 200; step++) expect(moved(step)).toBe(-moved(step - 1));
  });

  it('finds what a raised learning rate has done, and goes back to before it', () => {
    const training = { steps: 1600, later: [{ step: 1000, learningRate: 0.5 }] };
    expect(findingsOf(trained({ ...training, steps: 999 }))).toEqual([]);
    const finding = find(trained(training), 'non-finite');
    expect(finding.step).toBeGreaterThan(1000);
    expect(finding.remedy).toEqual({ label: 'learning rate 0.01', settings: { learningRate: 0.01 }, at: 999 });
  });

  it('forgets what has healed', () => {
    const raised = trained({ steps: 1300, later: [{ step: 1000, learningRate: 0.35 }] });
    const lowered = trained({ steps: 2600, later: [{ step: 1000, learningRate: 0.35 }, { step: 1100, learningRate: 0.01 }] });
    expect(findingsOf(raised).map(({ kind }) => kind)).toContain('oscillating');
    expect(findingsOf(lowered).map(({ kind }) => kind)).not.toContain('oscillating');
  });

  it('tells the cause before what comes of it, each with a remedy, in whole sentences', () => {
    const findings = findingsOf(trained({ plan: { scaled: false }, steps: 1500 }));
    expect(findings.map(({ kind }) => kind)).toEqual(['unscaled features', 'saturated', 'vanishing', 'stalled']);
    for (const { title, cause, remedy } of findings) {
      expect(`${title} ${cause}`).not.toMatch(/undefined|NaN|\d-\d|e-/);
      expect(cause).toMatch(/^[A-Z0-9].*\.$/);
      expect(remedy).toEqual(findings[0]!.remedy);
    }
  });

  it('stays the same from step to step: its step does not wander', () => {
    const steps = new Map<string, Set<number>>();
    trained({ plan: { scaled: false }, steps: 1500 }, (input) => {
      if (input.losses.lastStep % 92 !== 0) return;
      for (const { kind, step } of findingsOf(input)) steps.set(kind, (steps.get(kind) ?? new Set()).add(step));
    });
    for (const kind of ['unscaled features', 'saturated', 'vanishing']) expect(steps.get(kind)!.size).toBe(1);
  });
});
