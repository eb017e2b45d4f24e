import type { Divergence, Shape } from '../../engine';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import { listed } from '../../scene/listed';
import type { Restored, ReplayVerdict } from '../../store/training';
import type { StepSettings } from '../../training/plan';
import { placePhrase } from '../../scene/places';
import { ORDER_WORDS } from './orderWords';

/** `212,000 steps / s`; two digits, since it changes all the time. */
export function perSecond(rate: number): string {
  if (!(rate > 0)) return 'measuring …';
  const rounded = rate < 10 ? Number(rate.toPrecision(2)) : Math.round(Number(rate.toPrecision(3)));
  return `${formatCount(rounded)} ${rounded === 1 ? 'step' : 'steps'} / s`;
}

/** `8 s left`, `3 min 20 s left`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'estimating the time left';
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s left`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s left`;
  const minutes = Math.ceil(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

const PARTS = {
  value: (name: string) => `the value of ${name}`,
  gradient: (name: string) => `the gradient of ${name}`,
  'updated value': (name: string) => `${name}, in its update,`,
} as const;

/** What went wrong first: at which step, in which node, in which cell. */
export function divergenceSentence({ step, found }: Divergence, shape: Shape | undefined): string {
  const number = Number.isNaN(found.number) ? 'NaN (not a number)' : found.number > 0 ? 'infinite' : 'minus infinity';
  const phrase = shape === undefined ? '' : placePhrase(shape, found.cell);
  const place = phrase === '' ? '' : `, ${phrase}`;
  return `At SGD step ${formatCount(step + 1)} ${PARTS[found.part](formatName(found.node))} became ${number}${place}, before anything else did.`;
}

/** What the replay of a run out of a document has shown. */
export function verdictSentence({ steps, same }: ReplayVerdict): string {
  const replayed = `Replayed ${formatCount(steps)} step${steps === 1 ? '' : 's'}`;
  if (same === undefined) return `${replayed}. Training was under way when ${steps === 1 ? 'it was' : 'they were'} kept, so that up to the last second may be missing.`;
  if (same) return `${replayed}: loss and parameters are as they were recorded, bit for bit.`;
  return `${replayed}, but loss or parameters are not as they were recorded. The record was probably edited, or made by a version or a browser that computes otherwise.`;
}

/** How a step was brought back from the past. */
export function restoredSentence({ replayed, milliseconds, same }: Omit<Restored, 'step'>): string {
  const steps = replayed === 0 ? 'From a checkpoint' : `Replayed ${formatCount(replayed)} step${replayed === 1 ? '' : 's'}`;
  // A browser's clock may tick in whole milliseconds.
  const time = milliseconds > 0 ? `in ${formatNumber(milliseconds, 2)} ms` : 'in no measurable time';
  if (same === undefined) return `${steps} ${time}.`;
  return `${steps} ${time}; ${same ? 'its loss is the same, bit for bit.' : 'its loss is not the one that was told when it was taken.'}`;
}

/** What a step was taken with, as far as it differs from other settings: `learning rate 0.05 and batch size 11`; nothing if it does not. */
export function settingsWords(then: StepSettings, now: StepSettings): string {
  const parts = [
    then.learningRate === now.learningRate ? [] : `learning rate ${formatNumber(then.learningRate, 10)}`,
    then.batchSize === now.batchSize ? [] : `batch size ${formatCount(then.batchSize)}`,
    then.order === now.order ? [] : `batches ${ORDER_WORDS[then.order]}`,
  ].flat();
  return listed(parts);
}
