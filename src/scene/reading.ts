import type { Recording, Tensor } from '../engine';
import { replay } from './recording/replay';

/** What of a node is read: `W` all of it, `W[0,1]` one cell (row and column, from 0), `y[2]` one entry. */
export interface Reading {
  readonly node: string;
  readonly index: readonly number[] | undefined;
}

/** Reads `W[0,1]`. @throws Error if the text names neither a node nor a cell of one */
export function readingOf(text: string): Reading {
  const [, node, index] = /^([^[\]]+?)\s*(?:\[([\d\s,]+)\])?$/.exec(text.trim()) ?? [];
  if (node === undefined) throw new Error(`"${text}" names neither a node nor a cell of one`);
  return { node, index: index?.split(',').map(Number) };
}

/** The parts of an iteration that can be quoted. */
export type QuotedPart = 'value' | 'gradient' | 'after';

/**
 * What a reading finds in a whole iteration: a node's value, its gradient or, of a parameter, its value after the update;
 * of one cell, a single number.
 *
 * @throws Error if there is no such node, cell or update
 */
export function quoteOf(recording: Recording, part: QuotedPart, text: string): Tensor {
  const { node, index } = readingOf(text);
  const { shape, data } = tensorOf(recording, part, node);
  if (index === undefined) return { shape, data };
  const cell = index.reduce((offset, at, axis) => offset * (shape[axis] ?? NaN) + at, 0);
  const isThere = index.length === shape.length && index.every((at, axis) => at < (shape[axis] ?? 0));
  const value = data[cell];
  if (!isThere || value === undefined) throw new Error(`"${text}": there is no such cell`);
  return { shape: [], data: Float64Array.of(value) };
}

function tensorOf(recording: Recording, part: QuotedPart, node: string): Tensor {
  const program = replay(recording);
  if (part === 'value') return program.view(node);
  if (part === 'gradient') return program.gradientView(node);
  const update = recording.steps.find((step) => step.kind === 'update' && step.node === node);
  if (update?.kind !== 'update') throw new Error(`"${node}" is not updated in this iteration`);
  return update.after;
}
