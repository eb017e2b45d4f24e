import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainingData } from '../training/protocol';
import type { Sweep, SweepReply, SweepRequest, SweptCell } from '../training/sweep/sweep';
import type { SweepListener } from '../training/sweep/sweepClient';

/** A sweep: what it tries out, and what has come of it so far. */
export interface SweepState {
  readonly status: 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';
  /** What is, or was, tried out; undefined before the first time. */
  readonly sweep: Sweep | undefined;
  /** The cells that are done, in order. */
  readonly cells: readonly SweptCell[];
  /** SGD steps taken in all. */
  readonly steps: number;
  /** How much of the work is done, from 0 to 1. */
  readonly share: number;
  /** NaN while it is not known. */
  readonly secondsLeft: number;
  /** What went wrong, as a sentence. */
  readonly problem: string | undefined;
  /** What the reader should know though all works. */
  readonly notice: string | undefined;
}

/** The sweep's state, and what a reader can do. */
export interface SweepDesk {
  readonly state: StoreApi<SweepState>;
  /** Begins a sweep; one that is running is given up. */
  readonly run: (sweep: Sweep, data: TrainingData) => void;
  /** Gives the running one up; the cells that are done stay. */
  readonly cancel: () => void;
}

const NOTHING: SweepState = {
  status: 'idle',
  sweep: undefined,
  cells: [],
  steps: 0,
  share: 0,
  secondsLeft: NaN,
  problem: undefined,
  notice: undefined,
};

/** A desk without a sweep. `start` begins one, and returns what ends it. */
export function createSweepDesk(start: (request: SweepRequest, listener: SweepListener) => () => void): SweepDesk {
  const state = createStore<SweepState>(() => NOTHING);
  let end: (() => void) | undefined;
  return {
    state,
    run: (sweep, data) => {
      end?.();
      state.setState({ ...NOTHING, status: 'running', sweep });
      end = start(
        { sweep, data },
        {
          reply: (reply) => {
            state.setState((before) => withReply(before, reply));
          },
          withoutWorker: (notice) => {
            state.setState({ notice });
          },
        },
      );
    },
    cancel: () => {
      if (state.getState().status !== 'running') return;
      end?.();
      state.setState({ status: 'cancelled' });
    },
  };
}

function withReply({ cells }: SweepState, reply: SweepReply): Partial<SweepState> {
  switch (reply.type) {
    case 'progress':
      return { steps: reply.steps, share: reply.share, secondsLeft: reply.secondsLeft };
    case 'cell':
      return { cells: [...cells, reply.cell] };
    case 'done':
      return { status: 'finished', share: 1, secondsLeft: 0 };
    case 'failed':
      return { status: 'failed', problem: reply.message };
  }
}
