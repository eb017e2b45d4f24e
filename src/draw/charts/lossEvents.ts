import { formatCount } from '../../scene/format';
import type { LossMark } from './lossData';

/** Neighbouring marks, drawn as one. */
export interface LossEvent {
  /** Where it stands, in pixels. */
  readonly x: number;
  /** The gravest kind among them. */
  readonly kind: LossMark['kind'];
  readonly marks: readonly LossMark[];
}

/** The gravest first. */
const GRAVITY: readonly LossMark['kind'][] = ['diverged', 'health', 'branch', 'change'];

/** What several marks of one kind are called. */
const PLURALS: Readonly<Record<LossMark['kind'], string>> = {
  change: 'changes',
  branch: 'branches',
  health: 'warnings',
  diverged: 'divergences',
};

/**
 * Marks in the order of their steps, with those in one event that would stand nearer than `spacing` pixels to its first.
 *
 * @param x from a step to a pixel; it must not fall.
 */
export function mergeMarks(marks: readonly LossMark[], x: (step: number) => number, spacing: number): LossEvent[] {
  const events: { first: number; last: number; marks: LossMark[] }[] = [];
  for (const mark of [...marks].sort((a, b) => a.step - b.step)) {
    const at = x(mark.step);
    const event = events.at(-1);
    if (event !== undefined && at - event.first < spacing) {
      event.last = at;
      event.marks.push(mark);
    } else events.push({ first: at, last: at, marks: [mark] });
  }
  return events.map(({ first, last, marks: merged }) => ({
    x: (first + last) / 2,
    kind: GRAVITY.find((kind) => merged.some((mark) => mark.kind === kind)) ?? 'change',
    marks: merged,
  }));
}

/** An event in words, short: `step 120: learning rate 0.003`, or `3 changes, steps 120 to 160`. */
export function eventWords({ marks }: LossEvent): string {
  const [first, second] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return '';
  if (second === undefined) return `step ${formatCount(first.step)}: ${first.words}`;
  if (marks.every(({ words, step }) => words === first.words && step === first.step)) return `step ${formatCount(first.step)}: ${first.words}`;
  const oneKind = marks.every(({ kind }) => kind === first.kind);
  const where = first.step === last.step ? `step ${formatCount(first.step)}` : `steps ${formatCount(first.step)} to ${formatCount(last.step)}`;
  return `${formatCount(marks.length)} ${oneKind ? PLURALS[first.kind] : 'events'}, ${where}`;
}

/** What stands beside an event's sign: its short words, or how many of what it is; empty if it has none. */
export function eventLabel({ marks }: LossEvent): string {
  const [first, second] = marks;
  if (first === undefined) return '';
  const same = (read: (mark: LossMark) => unknown): boolean => marks.every((mark) => read(mark) === read(first));
  if (second === undefined || same(({ words }) => words)) return first.short ?? '';
  return `${formatCount(marks.length)} ${same(({ kind }) => kind) ? PLURALS[first.kind] : 'events'}`;
}

/** How many marks are told in full. */
const MOST_TOLD = 6;

/** All marks in a sentence, the first few in full; empty if there are none. */
export function marksSummary(marks: readonly LossMark[]): string {
  if (marks.length === 0) return '';
  const told = [...marks].sort((a, b) => a.step - b.step).slice(0, MOST_TOLD);
  const words = told.map(({ step, words: what }) => `step ${formatCount(step)}: ${what}`);
  if (marks.length > MOST_TOLD) words.push(`and ${formatCount(marks.length - MOST_TOLD)} more`);
  return words.join('; ');
}
