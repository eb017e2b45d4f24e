import { finalValue } from '../scene/final';
import type { Reply, Request } from '../training/protocol';
import { shownIteration, type PlaybackStore } from './playback';
import { currentRun, type RunsStore } from './runs';
import type { TrainingStore } from './training';
import type { Transport } from './transport';

/** Steps that stand out. */
export type Landmark = 'worst batch' | 'largest gradient' | 'first non-finite';

/** What a reader can do to go through the steps of the run at the front. */
export interface Travel {
  /** Shows an SGD step as it was, from 1 to the one that comes next. */
  readonly seekStep: (step: number) => void;
  /** Shows the step that comes next; after a divergence, the last one. */
  readonly toPresent: () => void;
  /** Goes to a step that stands out, if there is one. */
  readonly jump: (landmark: Landmark) => void;
}

/** What going through the steps needs. */
export interface TravelHost {
  readonly playback: PlaybackStore;
  readonly training: TrainingStore;
  readonly runs: RunsStore;
  readonly send: (request: Request) => void;
  readonly transport: Pick<Transport, 'show' | 'receive'>;
  /** Whether the graph follows the training may have changed. */
  readonly followingChanged: () => void;
}

type Sought = Extract<Reply, { type: 'sought' }>;

/** Why a step was asked for. */
type Purpose = 'look' | 'present' | 'advance' | 'retreat';

/** Going through the steps of a run, and what belongs to it. */
export interface Travelling {
  readonly doings: Travel;
  /** Goes so many steps on or back from the one that is shown. */
  readonly leap: (by: number) => void;
  /** Whether the step that is shown is not the last that there is. */
  readonly isInPast: () => boolean;
  /** Asks for the step after one, if that has been taken already. @returns whether it has */
  readonly advance: (after: number) => boolean;
  /** Asks for the step before one, to be shown at its end. @returns whether there is one */
  readonly retreat: (before: number) => boolean;
  /** Whether a step is the one that was asked for last. */
  readonly expects: (reply: Pick<Sought, 'step'>) => boolean;
  readonly arrive: (reply: Sought) => void;
  /** What has been asked for is of no use any more. */
  readonly forget: () => void;
}

/** @param host the stores, and the line to the trainer */
export function createTravel({ playback, training, runs, send, transport, followingChanged }: TravelHost): Travelling {
  let sought: { readonly step: number; readonly purpose: Purpose } | undefined;

  /** The last step that can be shown. */
  const lastStep = (): number => {
    const { progress, divergence } = training.getState();
    return divergence === undefined ? progress.steps + 1 : progress.steps;
  };
  const ask = (step: number, purpose: Purpose): void => {
    sought = { step, purpose };
    send({ type: 'seek', run: training.getState().run, step });
  };
  const seekStep = (step: number, purpose: Purpose = 'look'): void => {
    const { status } = training.getState();
    if (status === 'loading' || status === 'opening' || status === 'restoring' || status === 'failed') return;
    const holds = status === 'training';
    playback.setState({ playing: false, sweeping: false, waiting: false, ...(holds ? { held: true } : {}) });
    if (holds) followingChanged();
    ask(Math.max(1, Math.min(Math.round(step), lastStep())), purpose);
  };
  const landmark = (which: Landmark): number | undefined => {
    const run = currentRun(runs.getState());
    switch (which) {
      case 'worst batch':
        return run?.series.losses.greatest();
      case 'largest gradient':
        return run?.series.gradientNorms.greatest();
      case 'first non-finite': {
        const { divergence } = training.getState();
        return divergence === undefined ? undefined : divergence.step + 1;
      }
    }
  };

  /** Whether the step on the screen has the loss, bit for bit, that was told when it was taken; undefined if that is not kept any more. */
  const isAsTold = (step: number): boolean | undefined => {
    const timeline = shownIteration(playback.getState())?.timeline;
    const losses = currentRun(runs.getState())?.series.losses;
    if (losses === undefined || step < losses.firstStep) return undefined;
    return timeline !== undefined && Object.is(finalValue(timeline, timeline.recording.graph.output), losses.at(step));
  };

  return {
    doings: {
      seekStep: (step) => {
        seekStep(step);
      },
      toPresent: () => {
        seekStep(lastStep(), 'present');
      },
      jump: (which) => {
        const step = landmark(which);
        if (step !== undefined) seekStep(step);
      },
    },
    leap: (by) => {
      // While the hand goes faster than the trainer, it goes on from where it will be.
      const from = sought?.step ?? shownIteration(playback.getState())?.step;
      if (from !== undefined) seekStep(from + by);
    },
    isInPast: () => (shownIteration(playback.getState())?.step ?? Infinity) < lastStep(),
    advance: (after) => {
      if (after + 1 > training.getState().progress.steps) return false;
      ask(after + 1, 'advance');
      return true;
    },
    retreat: (before) => {
      if (before <= 1 || training.getState().status === 'failed') return false;
      playback.setState({ waiting: false });
      ask(before - 1, 'retreat');
      return true;
    },
    // Of another step, or asked for before: the one that is wanted is on its way.
    expects: ({ step }) => sought === undefined || sought.step === step,
    arrive: (reply) => {
      const { recording, step, taken, replayed, milliseconds } = reply;
      const purpose = sought?.purpose;
      sought = undefined;
      if (purpose === 'advance') transport.receive({ recording, step, taken, advance: true });
      else if (purpose === 'retreat') transport.show('final', recording, step, taken);
      else transport.show(taken && purpose === 'look' ? 'sought' : 'first', recording, step, taken);
      training.setState({ restored: taken ? { step, replayed, milliseconds, same: isAsTold(step) } : undefined });
    },
    forget: () => {
      sought = undefined;
    },
  };
}
