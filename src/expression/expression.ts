import type { Graph } from '../engine';

/** A stretch of a text: from character `start` up to, and not including, character `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a text is no expression, and where. */
export interface Problem {
  readonly span: Span;
  /** A sentence. */
  readonly message: string;
  /** What the text in the span was most likely meant to be. */
  readonly suggestion?: string;
}

/** A line with a name: `q = x + y`. */
export interface Line {
  /** The node that carries the name. */
  readonly id: string;
  /** The operations that the line computes, the named one included. */
  readonly members: readonly string[];
  readonly span: Span;
}

/** A text, understood as a computation on single numbers. */
export interface Expression {
  readonly text: string;
  /** Inputs are leaves of role `data` that wait for a value; numbers are constants. */
  readonly graph: Graph;
  /** The names of the inputs, in the order in which they appear. */
  readonly inputs: readonly string[];
  /** Where an input starts, for those that a line such as `x = 3` gives a value. */
  readonly defaults: ReadonlyMap<string, number>;
  /** Where each operation, and each input at its first use, stands in the text. */
  readonly spans: ReadonlyMap<string, Span>;
  readonly lines: readonly Line[];
}

/** What reading a text comes to. */
export type Parsed =
  | { readonly expression: Expression; readonly problem?: never }
  | { readonly problem: Problem; readonly expression?: never };
