import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE, readRunFile, writeRunFile } from '../../src/interchange/runFile';
import type { RunDocument } from '../../src/training/plan';
import { arbitraryRun, BOSTON, LESSON_RUN } from './arbitraryRun';

const text = writeRunFile(LESSON_RUN, BOSTON);

function documentIn(file: string): RunDocument {
  const read = readRunFile(file, BOSTON);
  if ('problem' in read) throw new Error(read.problem);
  return read.document;
}

describe('writeRunFile', () => {
  test('writes JSON that says what it is, with a change and a row of weights on a line each', () => {
    expect(JSON.parse(text)).toMatchObject({
      format: 'miniflow run',
      version: 1,
      name: 'Run 1',
      dataset: { name: 'Boston housing', rows: 506 },
      plan: LESSON_RUN.plan,
      steps: 100,
      changes: LESSON_RUN.history.changes,
      end: LESSON_RUN.end,
      graph: { output: 'C' },
    });
    expect(text).toContain('\n    { "step": 41, "learningRate": 0.005, "batchSize": 22, "order": "shuffled" }\n');
    expect(text.split('\n').length).toBeLessThan(70);
    expect(text).toContain('\n      { "id": "l1", "op": "linear", "inputs": ["X", "W1", "b1"] },\n');
  });

  test('holds the weights that the seed draws: for seed 1 the first one is that of the published generator', () => {
    // mulberry32 from 1, by Box and Muller, in whole numbers of 32 bits.
    let word = 1;
    const next = (): number => {
      word = (word + 0x6d2b79f5) | 0;
      let t = Math.imul(word ^ (word >>> 15), word | 1);
      t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const first = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const { graph } = JSON.parse(text) as { graph: { nodes: { id: string; value?: number[][] }[] } };
    expect(graph.nodes.find(({ id }) => id === 'W1')?.value?.[0]?.[0]).toBe(first);
  });

  test('cuts a name that is longer than a file may have it', () => {
    expect(documentIn(writeRunFile({ ...LESSON_RUN, name: 'x'.repeat(300) }, BOSTON)).name).toBe('x'.repeat(200));
  });

  test('leaves out what a document has beyond a run', () => {
    expect(writeRunFile({ ...LESSON_RUN, secret: 1 } as RunDocument, BOSTON)).toBe(text);
  });
});

describe('readRunFile', () => {
  test('of a file that was written gives the same document, for any run', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        expect(documentIn(writeRunFile(run, BOSTON))).toEqual(run);
      }),
    );
  });

  test('takes a file whose fields stand in another order, and with other spaces', () => {
    const { format, ...rest } = JSON.parse(text) as Record<string, unknown>;
    expect(documentIn(JSON.stringify({ ...rest, format }))).toEqual(LESSON_RUN);
    expect(documentIn(`\r\n${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual(LESSON_RUN);
  });

  test('of a file in which one character is deleted or replaced says what is wrong, or shows what the file now says', () => {
    const characters = fc.oneof(fc.constant(''), fc.constantFrom(...Array.from('0123456789-.eE"{}[]:, ayz\\\n\u0000é')), fc.string({ minLength: 1, maxLength: 1 }));
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), characters, (place, instead) => {
        const damaged = text.slice(0, place) + instead + text.slice(place + 1);
        const read = readRunFile(damaged, BOSTON);
        if ('problem' in read) expect(read.problem).toMatch(/^[A-Za-z].{10,300}\.$/su);
        else {
          accepted++;
          // What was accepted is what stands in the file, whoever reads it; where that is another past, the end that
          // stands there no longer belongs to it, and the replay tells.
          const { name, plan, steps, changes, end } = JSON.parse(damaged) as Record<string, unknown>;
          expect(read.document).toEqual({ name, plan, history: { steps, changes }, end });
        }
      }),
      { numRuns: 4_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('of a file in which one digit of a number is another one gives a problem, or another document, but for the last digits of a weight', () => {
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const silent = digits.filter((place) => {
      const digit = text.charAt(place) === '5' ? '4' : '5';
      const read = readRunFile(text.slice(0, place) + digit + text.slice(place + 1), BOSTON);
      return 'document' in read && JSON.stringify(read.document) === JSON.stringify(LESSON_RUN);
    });
    // A weight within 10⁻¹² of its own: a digit behind the twelfth that counts.
    for (const place of silent) {
      const before = /-?\d+\.(\d+)$/.exec(text.slice(0, place))?.[1] ?? '';
      expect(before.replace(/^0+/, '').length).toBeGreaterThanOrEqual(10);
    }
    expect(silent.length).toBeLessThan(digits.length / 3);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value))), (garbage) => {
        expect(readRunFile(garbage, BOSTON)).toHaveProperty('problem');
      }),
    );
  });

  test('never throws on a file of which any part is replaced by any other value', () => {
    const parts = ['format', 'version', 'name', 'dataset', 'plan', 'steps', 'changes', 'end', 'graph'];
    const file = JSON.parse(text) as Record<string, Record<string, unknown>>;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.option(fc.string()), fc.jsonValue(), (part, inner, value) => {
        const names = Object.keys(file[part] ?? {});
        const key = inner === null ? undefined : names[inner.length % Math.max(1, names.length)];
        const changed = key === undefined || typeof file[part] !== 'object' ? value : Object.assign(structuredClone(file[part]), { [key]: value });
        const read = readRunFile(JSON.stringify({ ...file, [part]: changed }), BOSTON);
        expect('problem' in read || 'document' in read).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('readRunFile of a file that is too large', () => {
  test('says so without reading it', () => {
    expect(readRunFile(' '.repeat(LARGEST_FILE + 1), BOSTON)).toEqual({ problem: 'The file has 21 MB; a run file has 20 MB at most.' });
  });
});
