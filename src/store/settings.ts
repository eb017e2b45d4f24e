import { createStore, type StoreApi } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import { GRANULARITIES, type Granularity } from '../scene/granularity';
import { forgiving } from './storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** SGD steps per second, or as many as the machine can. */
export const PACES = [1, 10, 100, 500, 5000, 'full'] as const;
export type Pace = (typeof PACES)[number];

export const SCALES = ['linear', 'log'] as const;
export const AXES = ['steps', 'epochs'] as const;

/** The least and the greatest value of each number that can be typed. The learning rate's least is exclusive of 0. */
export const LIMITS = {
  learningRate: { min: 0, max: 10 },
  batchSize: { min: 1, max: 506 },
  hidden: { min: 1, max: 64 },
  epochs: { min: 1, max: 10_000 },
  speed: { min: 0.25, max: 16 },
} as const;

/** What the reader has set, and finds again after a reload. */
export interface Settings {
  readonly theme: Theme;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly hidden: number;
  readonly epochs: number;
  /** Seeds the initial weights; batches are drawn with the next one. */
  readonly seed: number;
  readonly pace: Pace;
  /** Whether the graph follows the training. */
  readonly follow: boolean;
  /** Strides per second of playback, relative to the ordinary speed. */
  readonly speed: number;
  readonly granularity: Granularity;
  /** Whether numbers show every digit that they have. */
  readonly allDigits: boolean;
  readonly lossScale: (typeof SCALES)[number];
  readonly lossAxis: (typeof AXES)[number];
}

/** The lesson's own network and rates. */
export const DEFAULTS: Settings = {
  theme: 'system',
  learningRate: 0.01,
  batchSize: 11,
  hidden: 10,
  epochs: 100,
  seed: 1,
  pace: 500,
  follow: true,
  speed: 1,
  granularity: 'edge',
  allDigits: false,
  lossScale: 'log',
  lossAxis: 'epochs',
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
  const given = typeof saved === 'object' && saved !== null ? (saved as Readonly<Record<string, unknown>>) : {};
  const choice = <T>(key: keyof Settings, choices: readonly T[], fallback: T): T =>
    choices.find((option) => option === given[key]) ?? fallback;
  const number = (key: keyof typeof LIMITS, whole: boolean): number => {
    const value = given[key];
    const { min, max } = LIMITS[key];
    const fits = typeof value === 'number' && value >= min && value <= max && value > 0;
    return fits && (!whole || Number.isInteger(value)) ? value : DEFAULTS[key];
  };
  return {
    theme: choice('theme', THEMES, DEFAULTS.theme),
    learningRate: number('learningRate', false),
    batchSize: number('batchSize', true),
    hidden: number('hidden', true),
    epochs: number('epochs', true),
    seed: Number.isInteger(given.seed) && Number(given.seed) >= 0 ? Number(given.seed) % 2 ** 31 : DEFAULTS.seed,
    pace: choice('pace', PACES, DEFAULTS.pace),
    follow: choice('follow', [true, false], DEFAULTS.follow),
    speed: number('speed', false),
    granularity: choice('granularity', GRANULARITIES, DEFAULTS.granularity),
    allDigits: choice('allDigits', [true, false], DEFAULTS.allDigits),
    lossScale: choice('lossScale', SCALES, DEFAULTS.lossScale),
    lossAxis: choice('lossAxis', AXES, DEFAULTS.lossAxis),
  };
}
