import { Trainer, type TrainerState } from '../../engine';
import { buildNetwork } from '../../lessons/network';
import { EpochCounter, type EpochState } from '../epochs';
import type { RunPlan, StepSettings } from '../plan';
import type { RunTables } from '../tables';

/** All that the next steps of a run depend on, beside its plan and its settings. */
export interface CourseState {
  readonly trainer: TrainerState;
  readonly epochs: EpochState;
}

/** A network on its way through SGD steps: the trainer, and the epochs that its steps make. */
export class Course {
  readonly trainer: Trainer;
  readonly epochs = new EpochCounter();

  /** @throws GraphError if data or settings make no sense */
  constructor(tables: RunTables, plan: RunPlan, settings: StepSettings) {
    const { hidden, activation, weights, seed } = plan;
    const { batchSize, learningRate, order } = settings;
    this.trainer = new Trainer({
      graph: buildNetwork({ features: tables.featureCount, hidden, activation, weights, batchSize, seed }),
      data: tables.train,
      batchSize,
      learningRate,
      order,
      seed: seed + 1,
    });
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.trainer.steps;
  }

  /** Sets what the next steps are taken with. @throws GraphError if a setting is out of range */
  apply({ batchSize, learningRate, order }: StepSettings): void {
    this.trainer.batchSize = batchSize;
    this.trainer.learningRate = learningRate;
    this.trainer.order = order;
  }

  /** Takes a step. @returns the mean loss of the epoch that it ended, if it did */
  step(): number | undefined {
    return this.count(this.trainer.step());
  }

  /** Counts a step that the trainer was made to take. @returns as `step` */
  count(loss: number): number | undefined {
    return this.epochs.add(loss, this.trainer.stepsPerEpoch);
  }

  /** A copy of where it stands. */
  get state(): CourseState {
    return { trainer: this.trainer.state, epochs: this.epochs.state };
  }

  /** Goes to where the state was taken. The settings of the steps that follow are the caller's to apply. */
  restore({ trainer, epochs }: CourseState): void {
    this.trainer.restore(trainer);
    this.epochs.state = epochs;
  }
}
