import { shareWithin } from '../datasets/scores';
import type { Evaluator, Tensor, Trainer } from '../engine';
import { NETWORK_IDS } from '../lessons/network';
import type { RunTables } from './tables';

/** What a network is worth, as it stands: its predictions, and how it does on what it has not seen. */
export class Evaluation {
  readonly #tables: RunTables;
  readonly #all: Evaluator;
  readonly #test: Evaluator | undefined;
  readonly #loss: string;

  constructor(trainer: Trainer, tables: RunTables, lossId: string) {
    this.#tables = tables;
    this.#loss = lossId;
    this.#all = trainer.evaluator(tables.all);
    this.#test = tables.test === undefined ? undefined : trainer.evaluator(tables.test);
  }

  /** What the network says of every row of the data, in their order. */
  predictions(): Tensor {
    return this.#all.run(NETWORK_IDS.prediction);
  }

  /** The loss of the held-out rows; undefined if there are none. */
  testLoss(): number | undefined {
    return this.#test?.run(this.#loss).data[0];
  }

  /** The share of the homes (the held-out ones, if there are any) that are predicted to within a distance. */
  shareWithin(distance: number): number {
    const { judged, target } = this.#tables;
    return shareWithin(target, this.predictions().data, distance, judged);
  }
}
