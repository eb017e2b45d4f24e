import { createStore, type StoreApi } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import { BATCH_ORDERS } from '../engine';
import { ACTIVATIONS, INITIAL_WEIGHTS } from '../lessons/network';
import { GRANULARITIES, type Granularity } from '../scene/granularity';
import type { RunPlan, StepSettings, StopConditions } from '../training/plan';
import { fieldsOf, forgiving } from './storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** SGD steps per second, or as many as the machine can. */
export const PACES = [1, 10, 100, 500, 5000, 'full'] as const;
export type Pace = (typeof PACES)[number];

export const SCALES = ['linear', 'log'] as const;
export const AXES = ['steps', 'epochs'] as const;

/** Shares of the rows that can be held out: none, as in the lesson, or the usual fifth, or another. */
export const HELD_OUT = [0, 0.2, 0.1, 0.3] as const;

/** The least and the greatest value of each number that can be typed. The learning rate's least is exclusive of 0. */
export const LIMITS = {
  learningRate: { min: 0, max: 10 },
  batchSize: { min: 1, max: 506 },
  hidden: { min: 1, max: 64 },
  epochs: { min: 1, max: 10_000 },
  speed: { min: 0.25, max: 16 },
} as const;

/** The same for numbers that may be 0, which means off. */
export const OPTIONAL_LIMITS = {
  targetLoss: { min: 0, max: 1e6 },
  patience: { min: 0, max: 10_000 },
  accuracyShare: { min: 0, max: 1 },
  accuracyWithin: { min: 0.1, max: 50 },
  smoothing: { min: 0, max: 0.99 },
} as const;

/** What the reader has set, and finds again after a reload. What a run is made of, is taken up by the next run. */
export interface Settings extends RunPlan, StepSettings {
  readonly theme: Theme;
  readonly epochs: number;
  /** Stop once an epoch's mean loss is at most this; 0 never does. */
  readonly targetLoss: number;
  /** Stop after so many epochs that were not better than the best before; 0 never does. */
  readonly patience: number;
  /** Stop once this share of the homes is predicted to within `accuracyWithin`; 0 never does. */
  readonly accuracyShare: number;
  /** In $1,000. */
  readonly accuracyWithin: number;
  readonly pace: Pace;
  /** Whether the graph follows the training. */
  readonly follow: boolean;
  /** Strides per second of playback, relative to the ordinary speed. */
  readonly speed: number;
  readonly granularity: Granularity;
  /** Whether numbers show every digit that they have. */
  readonly allDigits: boolean;
  readonly lossScale: (typeof SCALES)[number];
  readonly lossXScale: (typeof SCALES)[number];
  readonly lossAxis: (typeof AXES)[number];
  /** The weight of the past in the smoothed loss curve; 0 draws epoch means. */
  readonly smoothing: number;
}

/** The lesson's own network, rates and data. */
export const LESSON = {
  learningRate: 0.01,
  batchSize: 11,
  order: 'resampled',
  hidden: 10,
  activation: 'sigmoid',
  weights: 'lesson',
  heldOut: 0,
  scaled: true,
} as const satisfies Partial<Settings>;

/** What is set before anything has been. */
export const DEFAULTS: Settings = {
  ...LESSON,
  theme: 'system',
  epochs: 100,
  seed: 1,
  splitSeed: 1,
  targetLoss: 0,
  patience: 0,
  accuracyShare: 0,
  accuracyWithin: 3,
  pace: 500,
  follow: true,
  speed: 1,
  granularity: 'edge',
  allDigits: false,
  lossScale: 'log',
  lossXScale: 'linear',
  lossAxis: 'epochs',
  smoothing: 0,
};

export type SettingsStore = StoreApi<Settings>;

/** Where settings are kept under, also read by the script that sets the theme before the first paint. */
export const SETTINGS_KEY = 'miniflow.settings';

/** The settings, kept in `storage`; what is found there is taken only as far as it makes sense. */
export function createSettings(storage: () => Storage): SettingsStore {
  return createStore<Settings>()(
    persist((): Settings => DEFAULTS, {
      name: SETTINGS_KEY,
      storage: createJSONStorage(() => forgiving(storage)),
      // Whatever version wrote them, `merge` takes what makes sense.
      migrate: sensible,
      merge: sensible,
    }),
  );
}

/** Settings from a stranger's hand: whatever is missing, of the wrong kind or out of range takes its default. */
export function sensible(saved: unknown): Settings {
  const given = fieldsOf(saved);
  const choice = <T>(key: keyof Settings, choices: readonly T[], fallback: T): T =>
    choices.find((option) => option === given[key]) ?? fallback;
  const number = (key: keyof typeof LIMITS, whole: boolean): number => {
    const value = given[key];
    const { min, max } = LIMITS[key];
    const fits = typeof value === 'number' && value >= min && value <= max && value > 0;
    return fits && (!whole || Number.isInteger(value)) ? value : DEFAULTS[key];
  };
  const optional = (key: keyof typeof OPTIONAL_LIMITS): number => {
    const value = given[key];
    const { min, max } = OPTIONAL_LIMITS[key];
    return typeof value === 'number' && value >= min && value <= max ? value : DEFAULTS[key];
  };
  const seed = (key: 'seed' | 'splitSeed'): number =>
    Number.isInteger(given[key]) && Number(given[key]) >= 0 ? Number(given[key]) % 2 ** 31 : DEFAULTS[key];
  return {
    theme: choice('theme', THEMES, DEFAULTS.theme),
    learningRate: number('learningRate', false),
    batchSize: number('batchSize', true),
    order: choice('order', BATCH_ORDERS, DEFAULTS.order),
    hidden: number('hidden', true),
    activation: choice('activation', ACTIVATIONS, DEFAULTS.activation),
    weights: choice('weights', INITIAL_WEIGHTS, DEFAULTS.weights),
    heldOut: choice('heldOut', HELD_OUT, DEFAULTS.heldOut),
    scaled: choice('scaled', [true, false], DEFAULTS.scaled),
    epochs: number('epochs', true),
    seed: seed('seed'),
    splitSeed: seed('splitSeed'),
    targetLoss: optional('targetLoss'),
    patience: Number.isInteger(given.patience) ? optional('patience') : DEFAULTS.patience,
    accuracyShare: optional('accuracyShare'),
    accuracyWithin: optional('accuracyWithin'),
    pace: choice('pace', PACES, DEFAULTS.pace),
    follow: choice('follow', [true, false], DEFAULTS.follow),
    speed: number('speed', false),
    granularity: choice('granularity', GRANULARITIES, DEFAULTS.granularity),
    allDigits: choice('allDigits', [true, false], DEFAULTS.allDigits),
    lossScale: choice('lossScale', SCALES, DEFAULTS.lossScale),
    lossXScale: choice('lossXScale', SCALES, DEFAULTS.lossXScale),
    lossAxis: choice('lossAxis', AXES, DEFAULTS.lossAxis),
    smoothing: optional('smoothing'),
  };
}

/** What a run that is opened now starts from. */
export function planOf({ hidden, activation, weights, seed, heldOut, splitSeed, scaled }: Settings): RunPlan {
  return { hidden, activation, weights, seed, heldOut, splitSeed, scaled };
}

/** What the next SGD step is taken with. */
export function stepSettingsOf({ learningRate, batchSize, order }: Settings): StepSettings {
  return { learningRate, batchSize, order };
}

/** What ends training before its epochs are over. */
export function stopConditionsOf({ targetLoss, patience, accuracyShare, accuracyWithin }: Settings): StopConditions {
  return {
    ...(targetLoss > 0 ? { targetLoss } : {}),
    ...(patience > 0 ? { patience } : {}),
    ...(accuracyShare > 0 ? { accuracy: { share: accuracyShare, within: accuracyWithin } } : {}),
  };
}
