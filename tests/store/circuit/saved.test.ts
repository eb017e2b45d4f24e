import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DESCENT_DEFAULTS } from '../../../src/store/circuit/descentSettings';
import { CIRCUIT_KEY, keepCircuit, readCircuit, sensibleCircuit, type SavedCircuit } from '../../../src/store/circuit/savedCircuit';
import { MemoryStorage } from '../memoryStorage';

const saved: SavedCircuit = {
  text: 'x * __proto__',
  inputs: [
    { name: 'x', value: -0.1, min: -5, max: 5, trainable: true },
    { name: '__proto__', value: 1e300, min: -1e301, max: 1e301, trainable: false },
  ],
  settings: { learningRate: 0.3, threshold: 1e-9, iterations: 12, pace: 'full' },
};

describe('readCircuit', () => {
  test('finds what keepCircuit has kept', () => {
    const storage = new MemoryStorage();
    keepCircuit(() => storage, saved);
    expect(readCircuit(() => storage)).toEqual(saved);
  });

  test('finds nothing in an empty storage, in a closed one, or where something else lies', () => {
    const storage = new MemoryStorage();
    expect(readCircuit(() => storage)).toBeUndefined();
    storage.setItem(CIRCUIT_KEY, '{"text": ');
    expect(readCircuit(() => storage)).toBeUndefined();
    const closed = (): Storage => {
      throw new Error('closed');
    };
    expect(readCircuit(closed)).toBeUndefined();
    expect(() => { keepCircuit(closed, saved); }).not.toThrow();
  });
});

describe('sensibleCircuit', () => {
  test('leaves out inputs that make no sense, and gives settings that make none their defaults', () => {
    const [x] = saved.inputs;
    const wrong = [{ ...x, value: '3' }, { ...x, min: 5, max: 5 }, { ...x, max: Infinity }, { ...x, name: 7 }, null, 'x'];
    const found = sensibleCircuit({ text: 'x', inputs: [...wrong, x], settings: { ...saved.settings, learningRate: 0, iterations: 1.5, pace: 11 } });
    expect(found).toEqual({
      text: 'x',
      inputs: [x],
      settings: { ...saved.settings, learningRate: DESCENT_DEFAULTS.learningRate, iterations: DESCENT_DEFAULTS.iterations, pace: DESCENT_DEFAULTS.pace },
    });
  });

  test('makes of anything either nothing or a circuit of which a second reading changes nothing', () => {
    const anything = fc.oneof(fc.anything(), fc.record({ text: fc.string(), inputs: fc.anything(), settings: fc.anything() }));
    fc.assert(
      fc.property(anything, (value) => {
        const once = sensibleCircuit(value);
        if (once !== undefined) expect(sensibleCircuit(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
    );
  });
});
