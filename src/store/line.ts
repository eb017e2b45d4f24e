import type { TrainingClient, TrainingListener } from '../training/client';

/** The line to the trainer. It is laid when something is first sent, and can be laid anew after the trainer has failed. */
export interface Line {
  readonly send: TrainingClient['send'];
  /** Closes the line; what is sent next goes to a new trainer. */
  readonly renew: () => void;
}

/** @param start starts a trainer that answers to the listener */
export function createLine(start: (listener: TrainingListener) => TrainingClient, listener: TrainingListener): Line {
  let client: TrainingClient | undefined;
  return {
    send: (request) => {
      client ??= start(listener);
      client.send(request);
    },
    renew: () => {
      client?.close();
      client = undefined;
    },
  };
}
