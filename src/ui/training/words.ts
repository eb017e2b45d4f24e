import type { Divergence, Shape } from '../../engine';
import { formatCount, formatName } from '../../scene/format';
import { placePhrase } from '../inspector/places';

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
