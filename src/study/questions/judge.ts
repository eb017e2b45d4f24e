import { formatShape, sizeOf, type Shape } from '../../engine';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import { listed } from '../../scene/listed';
import type { Answer, Judgement, Question, Slip } from './question';
import { readNodeAnswer, readNumberAnswer, readShapeAnswer } from './readAnswer';
import { SLIP_GUESSES } from './slipKinds';
import { isTakenFor } from './tolerance';
import { MOST_LISTED } from './words';

/** A wrong number within this share of the right one is close. */
const CLOSE = 0.05;

/** A shape that holds more is not counted out. */
const MOST_COUNTED = 1e9;

/** What to make of an answer as it was typed. */
export function judge(question: Question, typed: string): Judgement {
  const { answer } = question;
  switch (answer.kind) {
    case 'number':
      return judgeNumber(answer, question.slips, typed);
    case 'shape':
      return judgeShape(answer, typed);
    case 'node':
      return judgeNode(answer, typed);
  }
}

function judgeNumber({ value, scale }: Extract<Answer, { kind: 'number' }>, slips: readonly Slip[], typed: string): Judgement {
  const given = readNumberAnswer(typed);
  if (typeof given !== 'number') return { verdict: 'unreadable', says: given.problem };
  if (isTakenFor(given, value, scale)) return { verdict: 'right', says: `Right: ${formatNumber(value)}.` };
  const fitting = slips.filter((slip) => isTakenFor(given, slip.value, scale));
  const [first] = fitting.toSorted((a, b) => Math.abs(a.value - given) - Math.abs(b.value - given));
  if (first === undefined) return { verdict: 'unknown', says: isClose(given, value) ? 'Close, but off by more than half a percent. Keep more digits on the way.' : 'Not that, and it comes from none of the usual mistakes. A hint shows the way.' };
  // A number that two mistakes lead to tells neither, even if it is nearer to one of them.
  const rivals = slips.filter((slip) => fitting.includes(slip) || fitting.some((one) => areAlike(one, slip, scale)));
  const kinds = [...new Set(rivals.map(({ kind }) => kind))];
  if (kinds.length > 1) {
    const guesses = kinds.map((kind) => SLIP_GUESSES[kind]);
    return { verdict: 'unknown', says: `Not that. It can come from more than one mistake: ${listed(guesses, { most: MOST_LISTED, last: 'or' })}.` };
  }
  return { verdict: 'slip', kind: first.kind, says: first.says };
}

function areAlike(a: Slip, b: Slip, scale: number): boolean {
  return isTakenFor(a.value, b.value, scale) || isTakenFor(b.value, a.value, scale);
}

function isClose(given: number, value: number): boolean {
  return Math.abs(given - value) <= CLOSE * Math.abs(value);
}

function judgeShape({ shape }: Extract<Answer, { kind: 'shape' }>, typed: string): Judgement {
  const given = readShapeAnswer(typed);
  if (!Array.isArray(given)) return 'problem' in given ? { verdict: 'unreadable', says: given.problem } : unknownShape([], shape);
  const lengths: readonly number[] = given.map(Number);
  if (lengths.join() === shape.join() && lengths.length === shape.length) return { verdict: 'right', says: `Right: ${formatShape(shape)}.` };
  if (shape.length === 2 && lengths.toReversed().join() === shape.join()) {
    return { verdict: 'slip', kind: 'transpose', says: `Rows and columns have been swapped: ${formatShape(lengths)} is the shape of the transpose.` };
  }
  return unknownShape(lengths, shape);
}

function unknownShape(given: Shape, shape: Shape): Judgement {
  if (sizeOf(given) === sizeOf(shape)) return { verdict: 'unknown', says: 'The count of numbers is right, but they lie along other axes.' };
  const size = sizeOf(given);
  const count = size > MOST_COUNTED ? `more than ${formatCount(MOST_COUNTED)}` : size === 0 ? 'no' : formatCount(size);
  return { verdict: 'unknown', says: `Not that: ${shapeWords(given)} would hold ${count} ${size === 1 ? 'number' : 'numbers'}.` };
}

function shapeWords(shape: Shape): string {
  if (shape.length === 0) return 'a scalar';
  return shape.length === 1 ? `a vector of length ${formatShape(shape)}` : formatShape(shape);
}

function judgeNode({ nodes, taken, others }: Extract<Answer, { kind: 'node' }>, typed: string): Judgement {
  const given = readNodeAnswer(typed, [...nodes, ...others.keys()]);
  if (typeof given !== 'string') return { verdict: 'unreadable', says: given.problem };
  const name = formatName(given);
  if (given === taken) return { verdict: 'right', says: `Right: ${name}.` };
  if (nodes.has(given)) return { verdict: 'right', says: `Right: ${name} can come next. Here ${formatName(taken)} is taken first; both orders do.` };
  return { verdict: 'unknown', says: others.get(given) ?? 'Not that one.' };
}
