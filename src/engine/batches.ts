/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { Random } from './random';

/**
 * How a batch is drawn. `resampled`: with replacement, as in the lesson; `shuffled`: every row once in a random order,
 * then in another one; `in order`: row by row as in the table, and from the top again. What does not fill a batch at the
 * end of a pass is left out.
 */
export const BATCH_ORDERS = ['resampled', 'shuffled', 'in order'] as const;

export type BatchOrder = (typeof BATCH_ORDERS)[number];

/** All that decides which rows come next, beside the order that is asked for. */
export interface BatchState {
  /** The order of the last batch. */
  readonly order: BatchOrder;
  /** The generator's word, 32 bits: where a shuffled pass is under way, as it was before its shuffle. */
  readonly word: number;
  /** How many rows of the present pass have been given out; −1 before the first pass. */
  readonly given: number;
}

/** Draws batches of rows, the same from the same seed. Allocates nothing after its construction. */
export class Batches {
  readonly #random: Random;
  /** The rows in the order of the present pass. */
  readonly #pass: Int32Array;
  /** The order that is asked for, and the one of the present pass. */
  #wanted: BatchOrder;
  #order: BatchOrder;
  #given = -1;
  /** The generator's word before the present pass was shuffled: an array, so that it need not go on the heap at every pass. */
  readonly #shuffledFrom = new Uint32Array(1);

  /** @param count how many rows there are */
  constructor(
    readonly count: number,
    seed: number,
    order: BatchOrder,
  ) {
    this.#random = new Random(seed);
    this.#pass = Int32Array.from({ length: count }, (_, row) => row);
    this.#order = this.#wanted = order;
  }

  get order(): BatchOrder {
    return this.#wanted;
  }

  /** Takes effect with the next batch, which begins a pass of its own; until then nothing is lost of the present one. */
  set order(order: BatchOrder) {
    this.#wanted = order;
  }

  get state(): BatchState {
    const underWay = this.#order === 'shuffled' && this.#given >= 0;
    return { order: this.#order, word: underWay ? this.#shuffledFrom[0]! : this.#random.state, given: this.#given };
  }

  /** Goes on as the one did whose state this was. The order that is asked for stays. */
  set state({ order, word, given }: BatchState) {
    this.#order = order;
    this.#random.state = word;
    this.#given = given;
    if (order === 'shuffled' && given >= 0) this.#shuffle();
  }

  /** Fills `rows` with the next batch: numbers of rows from 0. */
  draw(rows: Int32Array): void {
    if (this.#order !== this.#wanted) {
      this.#order = this.#wanted;
      this.#given = -1;
    }
    if (this.#order === 'resampled') {
      for (let i = 0; i < rows.length; i++) rows[i] = this.#random.below(this.count);
      return;
    }
    if (this.#given < 0 || this.#given + rows.length > this.count) {
      this.#given = 0;
      if (this.#order === 'shuffled') this.#shuffle();
    }
    const shuffled = this.#order === 'shuffled';
    for (let i = 0; i < rows.length; i++) rows[i] = shuffled ? this.#pass[this.#given + i]! : this.#given + i;
    this.#given += rows.length;
  }

  /** Durstenfeld's version of the Fisher–Yates shuffle, always from the table's own order, so that the word tells all. */
  #shuffle(): void {
    const pass = this.#pass;
    this.#shuffledFrom[0] = this.#random.state;
    for (let i = 0; i < pass.length; i++) pass[i] = i;
    for (let i = pass.length - 1; i > 0; i--) {
      const j = this.#random.below(i + 1);
      const row = pass[i]!;
      pass[i] = pass[j]!;
      pass[j] = row;
    }
  }
}
