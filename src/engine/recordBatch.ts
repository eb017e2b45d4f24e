import type { Examples } from './examples';
import { record } from './record';
import type { Recording } from './recording';

/**
 * One step of SGD, recorded in a program of its own, so that nothing else changes.
 *
 * @param rows the batch, as numbers of examples from 0
 * @param parameters what the step starts with, all side by side; they are left as they are
 */
export function recordBatch(examples: Examples, rows: Int32Array, parameters: Float64Array, learningRate: number): Recording {
  const program = examples.compileFor(rows.length);
  program.parameters.set(parameters);
  examples.feed(program, rows);
  return record(program, { learningRate });
}
