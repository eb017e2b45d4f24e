import { splitRows } from '../datasets/split';
import type { StopConditions } from '../training/plan';
import type { LiveSettings, Request } from '../training/protocol';
import type { PlaybackStore } from './playback';
import { stopConditionsOf, stepSettingsOf, type SettingsStore } from './settings';
import type { TrainingStore } from './training';

/** What telling the trainer of the settings needs. */
export interface TellingHost {
  readonly settings: SettingsStore;
  readonly playback: PlaybackStore;
  readonly training: TrainingStore;
  readonly send: (request: Request) => void;
  readonly hasData: () => boolean;
}

/** Keeps the trainer told of the settings, for the run at the front. */
export interface Telling {
  /** What the trainer has to know of the settings at this moment. */
  readonly live: () => LiveSettings;
  readonly stopConditions: () => StopConditions;
  /** Tells it, if it does not know yet. */
  readonly tell: () => void;
  /** It has just been told, with a run that was opened. */
  readonly told: () => void;
  /** A batch cannot have more rows than there are to train on. */
  readonly fit: (rows: number | undefined) => void;
}

/** @param host the stores, and the line to the trainer */
export function createTelling({ settings, playback, training, send, hasData }: TellingHost): Telling {
  /** What the trainer was told last. */
  let sent: LiveSettings | undefined;

  const live = (): LiveSettings => {
    const { pace, follow } = settings.getState();
    return { ...stepSettingsOf(settings.getState()), pace: pace === 'full' ? Infinity : pace, follow: follow && !playback.getState().held };
  };
  return {
    live,
    stopConditions: () => stopConditionsOf(settings.getState()),
    tell: () => {
      const next = live();
      const same = sent !== undefined && (Object.keys(next) as (keyof LiveSettings)[]).every((key) => next[key] === sent?.[key]);
      if (same || !hasData()) return;
      sent = next;
      send({ type: 'settings', run: training.getState().run, settings: next });
    },
    told: () => {
      sent = live();
    },
    fit: (rows) => {
      if (rows === undefined) return;
      const { batchSize, heldOut, splitSeed } = settings.getState();
      const most = splitRows(rows, heldOut, splitSeed).train.length;
      if (batchSize > most) settings.setState({ batchSize: most });
    },
  };
}
