import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../../src/store/settings';
import { trainingFact } from '../../../../src/ui/lessons/prose/TrainingFact';

const BOSTON = { rows: 506, featureNames: Array.from({ length: 13 }, (_, column) => `column ${column}`) };

describe('trainingFact', () => {
  test('tells the lesson’s own numbers as long as nothing else is set', () => {
    const facts = ['rows', 'features', 'batch size', 'steps per epoch', 'learning rate', 'lesson rate', 'epochs'] as const;
    expect(facts.map((is) => trainingFact(is, DEFAULTS, BOSTON))).toEqual(['506', '13', '11', '46', '0.01', '0.01', '100']);
  });

  test('follows the settings, and leaves out homes that are held out', () => {
    const settings = { ...DEFAULTS, batchSize: 20, heldOut: 0.2, learningRate: 1 };
    expect(trainingFact('rows', settings, BOSTON)).toBe('405');
    expect(trainingFact('steps per epoch', settings, BOSTON)).toBe('20');
    expect(trainingFact('learning rate', settings, BOSTON)).toBe('1');
    expect(trainingFact('lesson rate', settings, BOSTON)).toBe('0.01');
  });
});
