import { describe, expect, test } from 'vitest';
import { withFetched } from '../../../src/ui/files/fetchedPart';

const PART = { double: (number: number) => 2 * number };

describe('withFetched', () => {
  test('does its work with the part, and says nothing if nothing went wrong', async () => {
    let done = 0;
    const work = ({ double }: typeof PART): undefined => {
      done = double(21);
    };
    expect(await withFetched(Promise.resolve(PART), work, 'It could not be done')).toBeUndefined();
    expect(done).toBe(42);
  });

  test('passes on what the work says, at once or later', async () => {
    expect(await withFetched(Promise.resolve(PART), () => 'It is too long.', 'It could not be done')).toBe('It is too long.');
    expect(await withFetched(Promise.resolve(PART), () => Promise.resolve('It is a folder.'), 'It could not be done')).toBe('It is a folder.');
  });

  test('speaks of the connection only where the part did not arrive, and then does nothing', async () => {
    let done = false;
    const work = (): undefined => {
      done = true;
    };
    const sentence = await withFetched(Promise.reject(new TypeError('Failed to fetch')), work, 'It could not be done');
    expect(sentence).toMatch(/could not be fetched; the connection may be down/);
    expect(done).toBe(false);
  });

  test('says what the work threw, at once or later', async () => {
    const throws = (): undefined => {
      throw new RangeError('Run 3 is not there.');
    };
    expect(await withFetched(Promise.resolve(PART), throws, 'It could not be done')).toBe('It could not be done: Run 3 is not there.');
    const rejects = (): Promise<undefined> => Promise.reject(new RangeError('Run 4 is not there.'));
    expect(await withFetched(Promise.resolve(PART), rejects, 'It could not be done')).toBe('It could not be done: Run 4 is not there.');
  });
});
