/* eslint-disable @typescript-eslint/no-non-null-assertion -- the state has one word */
/**
 * A seeded generator of uniform numbers in [0, 1): mulberry32 (Tommy Ettinger, 2017, public domain). Its whole
 * state is one 32-bit word, it gives the same numbers on every machine, and it can be saved and restored.
 */
export class Random {
  /** An array of one word: as a plain number it would have to be put on the heap at every draw. */
  readonly #state: Uint32Array;

  /** @param seed a whole number; its low 32 bits count */
  constructor(seed: number) {
    this.#state = Uint32Array.of(seed);
  }

  /** The generator's state, a 32-bit unsigned integer: setting it continues from there. */
  get state(): number {
    return this.#state[0]!;
  }

  set state(state: number) {
    this.#state[0] = state;
  }

  /** The next uniform number in [0, 1), a multiple of 2⁻³². */
  next(): number {
    const s = (this.state + 0x6d2b79f5) | 0;
    this.#state[0] = s;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** The next standard normal number: Box and Muller's cosine branch. Uses two draws. */
  normal(): number {
    const u = this.next();
    const v = this.next();
    return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
  }

  /** The next whole number from 0 to `count − 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
}
