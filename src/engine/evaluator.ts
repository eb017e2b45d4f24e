import type { Examples } from './examples';
import type { Tensor } from './tensor';

/** Forward passes over many examples at once, with the parameters of that moment. */
export interface Evaluator {
  /** The value of a node for all examples. A copy. */
  run(id: string): Tensor;
}

/** @param parameters where the parameters stand, side by side; asked at every run */
export function createEvaluator(examples: Examples, parameters: () => Float64Array): Evaluator {
  const program = examples.compileFor(examples.count);
  examples.feed(program, Int32Array.from({ length: examples.count }, (_, row) => row));
  return {
    run: (id) => {
      program.parameters.set(parameters());
      program.forward();
      return program.value(id);
    },
  };
}
