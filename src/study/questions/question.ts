import type { Shape } from '../../engine';
import type { Ask } from '../../lessons/ask';
import type { SlipKind } from './slipKinds';

/** A wrong number that a known mistake leads to. */
export interface Slip {
  readonly kind: SlipKind;
  readonly value: number;
  /** What the mistake was, in sentences, with the numbers of the graph. */
  readonly says: string;
}

/** What is looked for. */
export type Answer =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** The size of the largest number that is added up: what is far below it is rounding. */
      readonly scale: number;
      /** How many numbers have to be put together: operands of a value, products of a gradient. */
      readonly parts: number;
      /** Whether three digits of each of them are enough for an answer that is taken. */
      readonly isSteady: boolean;
    }
  | { readonly kind: 'shape'; readonly shape: Shape }
  | {
      readonly kind: 'node';
      /** All that can come next. */
      readonly nodes: ReadonlySet<string>;
      /** The one that does. */
      readonly taken: string;
      /** Why another cannot, in a sentence, by its id. */
      readonly others: ReadonlyMap<string, string>;
    };

/** A hint: a sentence and, where there are any, formulas in TeX. */
export interface Hint {
  readonly text: string;
  readonly tex: readonly string[];
}

/** Something asked of a graph, with all that is needed to judge an answer. */
export interface Question {
  readonly ask: Ask;
  /** A plain sentence. */
  readonly prompt: string;
  /** What is asked for, in TeX. */
  readonly tex?: string;
  readonly answer: Answer;
  /** Growing: which rule, the rule with the names of this graph, the rule with its numbers, short of the result. */
  readonly hints: readonly [Hint, Hint, Hint];
  /** The last moment at which nothing of the answer is on the screen. */
  readonly before: number;
  /** The moment at which all of it is. */
  readonly reveal: number;
  readonly slips: readonly Slip[];
  /** What the question is about, to be pointed at; nothing where that would give the answer away. */
  readonly about: { readonly nodes: readonly string[]; readonly edges: readonly string[] };
}

/** What to make of an answer. All but a right one explain themselves. */
export type Judgement =
  | { readonly verdict: 'right'; readonly says: string }
  | { readonly verdict: 'slip'; readonly kind: SlipKind; readonly says: string }
  /** Wrong, and nobody can say for sure why. */
  | { readonly verdict: 'unknown'; readonly says: string }
  /** No answer at all: not a number, a shape or a node. */
  | { readonly verdict: 'unreadable'; readonly says: string };

/** A hint without formulas. */
export function plainHint(text: string): Hint {
  return { text, tex: [] };
}
