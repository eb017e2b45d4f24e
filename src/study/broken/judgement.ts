import type { Mistake } from '../../lessons/lesson';
import { formatName, formatNumber } from '../../scene/format';
import { listed } from '../../scene/listed';
import { placePhrase } from '../../scene/places';
import { replay } from '../../scene/recording/replay';
import { brokenPass, type BrokenPass } from './brokenPass';
import type { BrokenCheck } from './checkBroken';
import { clueOf, clueWords } from './clue';
import { differs, receivers } from './effect';
import { MISTAKE_WORDS } from './mistakeWords';

/** What is said to a reader who has named a mistake. */
export type GuessJudgement =
  /** `twin` if it is another mistake, which does exactly the same on this graph. */
  | { readonly right: true; readonly twin: boolean }
  /** Why it is not the one: from what was checked or, failing that, what to check. */
  | { readonly right: false; readonly why: string };

/** So many nodes are named in a sentence. */
const MOST_NAMED = 6;

/** Judges a guess by the evidence that the reader has. */
export function judgeGuess(hidden: BrokenPass, guess: Mistake, checks: ReadonlyMap<string, BrokenCheck>): GuessJudgement {
  if (guess === hidden.mistake) return { right: true, twin: false };
  const guessed = brokenPass(hidden.recording, guess);
  const ids = receivers(hidden.program);
  const speaking = ids.filter((id) => differs(guessed.program.gradientView(id).data, hidden.program.gradientView(id).data));
  if (speaking.length === 0) return { right: true, twin: true };
  const checked = speaking.filter((id) => contradicts(hidden, guessed, checks.get(id)));
  if (guessed.effect.kind === 'none') return { right: false, why: `${guessed.effect.why} ${evidence(checks)}` };
  // What is clearest comes first: a node that should be wrong and is right, or the other way round.
  const clearest = checked.find((id) => isWrong(guessed, id) !== isWrong(hidden, id)) ?? checked[0];
  if (clearest !== undefined) return { right: false, why: against(hidden, guessed, clearest, checks.get(clearest)) };
  const [next] = speaking.filter((id) => !checks.has(id));
  if (next === undefined) return { right: false, why: undecided(speaking.flatMap((id) => checks.get(id) ?? [])) };
  return { right: false, why: `Not that one. What has been checked so far would fit; check ${formatName(next)}, which tells them apart.` };
}

/** What is said where the two differ in nothing but what the checks have not compared, or not closely enough. */
function undecided(checks: readonly BrokenCheck[]): string {
  const start = 'Not that one, but the checks so far cannot tell the two apart:';
  const sampled = checks.find(({ verdict }) => verdict !== 'unclear');
  if (sampled !== undefined) return `${start} the gradients of ${formatName(sampled.node)} differ in cells that were not compared.`;
  const names = listed(checks.map(({ node }) => formatName(node)), { most: MOST_NAMED });
  return `${start} ${checks.length === 1 ? `that of ${names} is` : `those of ${names} are`} not exact enough.`;
}

/** Whether a check of a node speaks against a guess. */
function contradicts(hidden: BrokenPass, guessed: BrokenPass, check: BrokenCheck | undefined): boolean {
  if (check === undefined || check.verdict === 'unclear') return false;
  const [found, supposed] = [hidden.program, guessed.program].map((program) => program.gradientView(check.node).data);
  const pick = (data: Float64Array | undefined): Float64Array => Float64Array.from(check.entries, ({ cell }) => data?.[cell] ?? NaN);
  return differs(pick(found), pick(supposed));
}

function isWrong({ effect }: BrokenPass, id: string): boolean {
  return effect.kind === 'wrong' && effect.nodes.has(id);
}

function evidence(checks: ReadonlyMap<string, BrokenCheck>): string {
  const wrong = [...checks.values()].find(({ verdict }) => verdict === 'differs');
  if (wrong === undefined) return 'So every gradient would be right; check some, and see which is not.';
  return `So every gradient would be right; that of ${formatName(wrong.node)} is ${clueWords(wrong.clue)}.`;
}

function against(hidden: BrokenPass, guessed: BrokenPass, id: string, check: BrokenCheck | undefined): string {
  const { supposed } = MISTAKE_WORDS[guessed.mistake];
  const [would, is] = [wordsOf(guessed, id), wordsOf(hidden, id)];
  const start = `${supposed}, the gradient of ${formatName(id)} would be`;
  if (would !== is) return `${start} ${would}; it is ${is}.`;
  const [found, expected] = [hidden.program.gradientView(id).data, guessed.program.gradientView(id).data];
  const cell = furthest(found, expected, check?.entries.map((entry) => entry.cell) ?? []);
  const { shape } = hidden.program.view(id);
  const place = placePhrase(shape, cell);
  return `${start} ${formatNumber(expected[cell] ?? NaN)}${place === '' ? '' : ` ${place}`}; it is ${formatNumber(found[cell] ?? NaN)}.`;
}

function wordsOf(pass: BrokenPass, id: string): string {
  if (!isWrong(pass, id)) return clueWords({ kind: 'right' });
  const right = replay(pass.recording).gradientView(id).data;
  const pairs = Array.from(pass.program.gradientView(id).data, (found, cell) => ({ found, right: right[cell] ?? NaN }));
  return clueWords(clueOf(pairs.filter((pair) => Number.isFinite(pair.right))));
}

/** Of some cells the one in which two gradients are furthest apart. */
function furthest(a: Float64Array, b: Float64Array, cells: readonly number[]): number {
  const apart = (cell: number): number => Math.abs((a[cell] ?? NaN) - (b[cell] ?? NaN));
  return cells.reduce((best, cell) => (apart(cell) > apart(best) ? cell : best), cells[0] ?? 0);
}
