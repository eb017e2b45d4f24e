import { checkEntries, type CheckedEntry } from '../../engine';
import { replay } from '../../scene/recording/replay';
import type { BrokenPass } from './brokenPass';
import { clueOf, type Clue } from './clue';

/** What the gradient check says of one node's broken gradient. */
export interface BrokenCheck {
  readonly node: string;
  /** The cells that were compared: their broken gradient and their central difference. */
  readonly entries: readonly CheckedEntry[];
  readonly total: number;
  /** `unclear` where the central difference does not agree with the engine's own gradient either, or nothing is finite. */
  readonly verdict: 'agrees' | 'differs' | 'unclear';
  /** The entry in which the two are furthest apart. */
  readonly worst: CheckedEntry;
  readonly clue: Clue;
}

/** Two gradients agree if they are apart by less than this, relative to the largest. */
const TOLERANCE = 1e-6;

/** A difference so many times as large as that of the engine's own gradient is no rounding. */
const CLEARLY = 100;

/** So many cells of a node are compared, evenly spread, if nobody asks for another number. */
const MOST_CELLS = 24;

/** What a check needs to know of a broken pass. */
type Checkable = Pick<BrokenPass, 'recording' | 'program'>;

/** Compares a node's broken gradient with central differences of the true forward function. */
export function checkBroken(pass: Checkable, node: string, maxEntries: number = MOST_CELLS): BrokenCheck {
  const checking = checkingBroken(pass, node, maxEntries);
  for (;;) {
    const next = checking.next();
    if (next.done === true) return next.value;
  }
}

/**
 * The same a cell at a time, so that a page can breathe between them.
 *
 * @throws GraphError if the node receives no gradient
 */
export function* checkingBroken(pass: Checkable, node: string, maxEntries: number = MOST_CELLS): Generator<undefined, BrokenCheck> {
  const { program, recording } = pass;
  const entries: CheckedEntry[] = [];
  for (const entry of checkEntries(program, node, { maxEntries })) {
    entries.push(entry);
    yield undefined;
  }
  const engines = replay(recording).gradientView(node).data;
  const verdict = verdictOn(
    errorOf(entries),
    errorOf(entries.map(({ cell, numeric }) => ({ cell, backprop: engines[cell] ?? NaN, numeric }))),
  );
  return {
    node,
    entries,
    total: program.view(node).data.length,
    verdict,
    worst: entries.reduce((worse, entry) => (apart(entry) > apart(worse) ? entry : worse)),
    clue: verdict === 'differs' ? clueOf(entries.map(({ backprop, numeric }) => ({ found: backprop, right: numeric }))) : { kind: 'right' },
  };
}

function verdictOn(broken: number, engines: number): BrokenCheck['verdict'] {
  if (broken < TOLERANCE) return 'agrees';
  if (!Number.isFinite(engines)) return 'unclear';
  return engines < TOLERANCE || !(broken <= CLEARLY * engines) ? 'differs' : 'unclear';
}

/** The largest difference, relative to the largest of all; NaN if something is not finite. */
function errorOf(entries: readonly CheckedEntry[]): number {
  const largest = entries.reduce((most, { backprop, numeric }) => Math.max(most, Math.abs(backprop), Math.abs(numeric)), 0);
  const furthest = entries.reduce((most, entry) => Math.max(most, Math.abs(entry.backprop - entry.numeric)), 0);
  return largest === 0 ? 0 : furthest / largest;
}

function apart({ backprop, numeric }: CheckedEntry): number {
  const difference = Math.abs(backprop - numeric);
  return Number.isNaN(difference) ? Infinity : difference;
}
