import { formatShape } from '../../src/engine';
import type { Question, Slip } from '../../src/study/questions/question';
import { SLIP_GUESSES, type SlipKind } from '../../src/study/questions/slipKinds';
import { expect } from './fixture';

/** A wrong answer, and what has to be said to it. */
export interface WrongWay {
  readonly typed: string;
  /** The sentence, or one of some that fit equally well. */
  readonly says: RegExp;
  /** What in it names the mistake. */
  readonly words: RegExp;
  /** Whether whoever answers so has the number itself already, but for its sign or one operation. */
  readonly knows: boolean;
}

/** By which words a diagnosis is known. */
const KEY_WORDS: Readonly<Record<SlipKind, RegExp>> = {
  sign: /size is right, the sign is not/,
  local: /local derivatives? alone/,
  upstream: /That is (the sum of )?what arrives from above/,
  path: /(?:alone|is missing), .* every reading is added/,
  whole: /the whole gradient of .* the share along one edge alone/,
  divisor: /is missing|still has to be divided/,
  transpose: /have been swapped|transposed/,
  value: /is the value of .* not its gradient/,
  arithmetic: /^An arithmetic slip/,
};

/** Numbers this much apart, as a share of the larger, are never taken for one another. */
const APART = 0.02;

/** Every wrong answer to a question that a mistake leads to. */
export function wrongWays(question: Question): readonly WrongWay[] {
  switch (question.answer.kind) {
    case 'number':
      return wrongNumbers(question.slips);
    case 'shape':
      return wrongShapes(question.answer.shape);
    case 'node':
      return Array.from(question.answer.others, ([typed, why]) => ({ typed, says: exactly(why), words: /Not yet: .* reads |already/, knows: false }));
  }
}

/** What is said to letters in place of an answer. */
export function unreadable({ answer }: Question): string {
  switch (answer.kind) {
    case 'number':
      return '“abc” is not a number. Type one, such as −0.25 or 1/3.';
    case 'shape':
      return '“abc” is not a shape. Type one, such as 2 × 3, or scalar.';
    case 'node':
      return 'No node of this graph is called “abc”. Type a name as it stands in the graph.';
  }
}

function wrongNumbers(slips: readonly Slip[]): readonly WrongWay[] {
  const ways = slips.flatMap(({ kind, value }): WrongWay[] => {
    const typed = String(Number(value.toPrecision(10)));
    const near = slips.filter((other) => isNear(other.value, value));
    const kinds = [...new Set(near.map((other) => other.kind))];
    if (kinds.length === 1) return [{ typed, says: oneOf(near.map(({ says }) => says)), words: KEY_WORDS[kind], knows: kind === 'sign' || kind === 'arithmetic' }];
    // Two mistakes that lead to the very same number cannot be told apart; to nearly the same, sometimes.
    const same = near.every((other) => Math.abs(other.value - value) <= 1e-9 * Math.abs(value));
    return same ? [{ typed, says: /^Not that\. It can come from more than one mistake: /, words: new RegExp(kinds.map((one) => `(?=.*${SLIP_GUESSES[one]})`).join('')), knows: false }] : [];
  });
  expect(ways.length, 'wrong ways that tell their mistake').toBeGreaterThan(0);
  // Typed once each.
  return ways.filter(({ typed }, index) => ways.findIndex((way) => way.typed === typed) === index);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= APART * Math.max(Math.abs(a), Math.abs(b)) || Math.max(Math.abs(a), Math.abs(b)) < 1e-9;
}

/** Of a shape that is not a single number's. */
function wrongShapes(shape: readonly number[]): readonly WrongWay[] {
  const longer = shape.with(0, (shape[0] ?? 0) + 1);
  const says = (typed: string, words: RegExp): WrongWay => ({ typed, says: words, words, knows: false });
  const [rows, columns] = shape;
  return [
    ...(columns === undefined || rows === columns ? [] : [says(`${columns} x ${rows}`, /^Rows and columns have been swapped: .* is the shape of the transpose\.$/)]),
    says(`1 x ${shape.join(' x ')}`, /^The count of numbers is right, but they lie along other axes\.$/),
    says(formatShape(longer), new RegExp(`^Not that: ${longer.length === 1 ? 'a vector of length ' : ''}${formatShape(longer)} would hold \\d+ numbers\\.$`)),
    says('scalar', /^Not that: a scalar would hold 1 number\.$/),
  ];
}

function oneOf(sentences: readonly string[]): RegExp {
  return new RegExp(`^(?:${[...new Set(sentences)].map(escaped).join('|')})$`);
}

function exactly(sentence: string): RegExp {
  return new RegExp(`^${escaped(sentence)}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
