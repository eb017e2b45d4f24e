import type { NonFinite } from '../engine';
import { formatCount } from '../scene/format';
import type { Reply } from '../training/protocol';
import { appendReport } from './lossReports';
import { momentOf } from './iterationMoments';
import { shownIteration, type PlaybackStore } from './playback';
import type { Questions } from './questions';
import type { RunActions } from './runActions';
import { runOf, withChange, type RunsStore } from './runs';
import { withReply, type TrainingStore } from './training';
import type { Transport } from './transport';
import type { Travelling } from './travel';

/** What taking in the trainer's replies needs. */
export interface ReceptionHost {
  readonly training: TrainingStore;
  readonly runs: RunsStore;
  readonly playback: PlaybackStore;
  readonly transport: Transport;
  readonly questions: Questions;
  readonly travel: Travelling;
  readonly actions: RunActions;
  /** The next message goes to a new trainer. */
  readonly renewLine: () => void;
}

/** Takes in what the trainer says, and what becomes of the trainer. */
export interface Reception {
  readonly receive: (reply: Reply) => void;
  /** The trainer has ended, for the reason in the sentence: a new one replays the run at the front. */
  readonly lost: (why: string) => void;
  /** Goes on with a new trainer after a failure. */
  readonly renew: () => void;
}

/** @param host the stores, and whoever has to know */
export function createReception(host: ReceptionHost): Reception {
  const { training, runs, playback, transport, questions, travel, actions } = host;
  /** Whether the trainer was lost and its successor has not opened a run since. */
  let isLost = false;

  function receive(reply: Reply): void {
    if (questions.receive(reply)) return;
    const { run: current } = training.getState();
    // −1: the worker itself, whichever run it was at.
    const id = reply.run === -1 ? current : reply.run;
    const run = runOf(runs.getState(), id);
    if (run === undefined) return;
    if (reply.type === 'progress') {
      const change = appendReport(run, reply);
      runs.setState((state) => ({ version: state.version + 1, ...(Object.keys(change).length > 0 ? withChange(state, id, change) : {}) }));
    } else if (reply.type === 'diverged') runs.setState((state) => withChange(state, id, { divergence: reply.divergence }));
    if (reply.type === 'sought' && !(id === current && travel.expects(reply))) return;
    if (id === current) {
      training.setState({ ...withReply(reply), lossVersion: run.series.losses.version });
      show(reply);
    } else actions.park(id, withReply(reply));
    if (reply.type === 'opened' || reply.type === 'diverged') {
      isLost = false;
      actions.opened(id, reply.type === 'opened' ? reply.progress.steps : reply.divergence.step + 1, reply.end);
    }
  }

  /** What a reply about the run at the front shows. */
  function show(reply: Reply): void {
    switch (reply.type) {
      case 'opened':
        transport.show('first', reply.recording, reply.step, false);
        break;
      case 'recorded':
        transport.receive(reply);
        break;
      case 'sought':
        travel.arrive(reply);
        break;
      case 'diverged':
        transport.show('final', reply.recording, reply.divergence.step + 1, true);
        showDivergence(reply.divergence.found);
        break;
      case 'failed':
        questions.rejectAll(reply.message);
        playback.setState({ playing: false, waiting: false, sweeping: false });
        break;
      default:
    }
  }

  /** Goes to the moment at which the first number left the finite ones, and selects its node. */
  function showDivergence(found: NonFinite): void {
    const iteration = shownIteration(playback.getState());
    if (iteration === undefined) return;
    playback.setState({ t: momentOf(iteration.timeline, found), selection: { kind: 'node', id: found.node } });
  }

  function renew(): void {
    host.renewLine();
    actions.reopen();
  }

  return {
    receive,
    lost: (why) => {
      questions.rejectAll(why);
      playback.setState({ playing: false, waiting: false, sweeping: false });
      if (isLost) {
        training.setState({ status: 'failed', problem: `${why} So had the one before it.` });
        return;
      }
      isLost = true;
      const { steps } = training.getState().progress;
      const replayed = steps === 0 ? '' : ` It replays the ${steps === 1 ? 'one step' : `${formatCount(steps)} steps`} that were taken; nothing is lost.`;
      renew();
      training.setState({ notice: `${why} A new one has taken its place.${replayed}` });
    },
    renew,
  };
}
