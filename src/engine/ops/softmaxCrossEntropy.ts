/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the plan */
import { inputData } from '../elementwise';
import { ShapeError } from '../errors';
import type { Call, Op, Working } from '../op';
import { formatShape, sameShape, sizeOf, type Shape } from '../shape';

/**
 * The cross entropy between targets and the softmax of logits, averaged over the rows (examples). The target is
 * one-hot (or any weights) in the shape of the logits, or one class index a row; an index has no gradient.
 *
 * Stable: log-probabilities are z − max − ln Σ exp(z − max), so that no exponential overflows. `forward` leaves
 * them in the scratch room. The plan holds rows, columns, and 1 for class indices.
 */
export const softmaxCrossEntropy: Op = {
  name: 'softmaxCrossEntropy',
  title: 'Softmax cross entropy',
  glyph: 'CE',
  doc: 'The cross entropy between targets and the softmax of logits, averaged over the rows.',
  ports: ['logits', 'target'],
  variadic: false,
  elementwise: false,
  attributes: [],
  shape: ([logits = [], target = []]) => {
    if (logits.length !== 2) {
      throw new ShapeError(`logits is ${formatShape(logits)}; it must be a matrix, examples × classes`);
    }
    if (!sameShape(logits, target) && !(sizeOf(target) === logits[0] && target.length > 0 && target[0] === logits[0])) {
      throw new ShapeError(
        `logits is ${formatShape(logits)} but target is ${formatShape(target)}; ` +
          `the target must be one-hot in the same shape, or one class index a row (${logits[0]})`,
      );
    }
    return [];
  },
  plan: ([logits = [], target = []]) => Int32Array.of(logits[0]!, logits[1]!, sameShape(logits, target) ? 0 : 1),
  scratch: ([logits = []]) => sizeOf(logits),
  forward: (call) => {
    const logits = inputData(call, 0);
    const logProbability = call.scratch;
    const rows = call.plan[0]!;
    const columns = call.plan[1]!;
    let loss = 0;
    for (let i = 0; i < rows; i++) {
      const start = i * columns;
      let largest = -Infinity;
      for (let j = 0; j < columns; j++) largest = Math.max(largest, logits[start + j]!);
      let total = 0;
      for (let j = 0; j < columns; j++) total += Math.exp(logits[start + j]! - largest);
      const logTotal = Math.log(total);
      for (let j = 0; j < columns; j++) {
        const logP = logits[start + j]! - largest - logTotal;
        logProbability[start + j] = logP;
        const weight = targetWeight(call, i, j);
        // A weight of 0 takes no part even where the log-probability is −∞.
        if (weight !== 0) loss -= weight * logP;
      }
    }
    call.output.data[0] = loss / rows;
  },
  backward: (call, port, upstream, into) => {
    const rows = call.plan[0]!;
    const columns = call.plan[1]!;
    const factor = upstream[0]! / rows;
    if (port === 1) {
      if (call.plan[2] === 1) return;
      for (let cell = 0; cell < into.length; cell++) into[cell]! -= factor * call.scratch[cell]!;
      return;
    }
    for (let i = 0; i < rows; i++) {
      const weight = rowWeight(call, i);
      for (let j = 0; j < columns; j++) {
        const cell = i * columns + j;
        into[cell]! += factor * (Math.exp(call.scratch[cell]!) * weight - targetWeight(call, i, j));
      }
    }
  },
  formula: ({ inputs: [z = '', t = ''] }) => `-\\tfrac{1}{m} \\textstyle\\sum ${t} \\odot \\ln \\operatorname{softmax}(${z})`,
  derivative: ({ inputs: [z = '', t = ''], upstream }, port) =>
    port === 0
      ? `\\tfrac{1}{m} (\\operatorname{softmax}(${z}) - ${t})\\, ${upstream}`
      : `-\\tfrac{1}{m} \\ln \\operatorname{softmax}(${z})\\, ${upstream}`,
  work: (call) => {
    const [rows, columns] = [call.plan[0]!, call.plan[1]!];
    const terms: Working[number][] = [];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const weight = targetWeight(call, i, j);
        if (weight === 0) continue;
        const cell = i * columns + j;
        const share = `${weight === 1 ? '' : `${weight} × `}ln softmax(`;
        terms.push(terms.length > 0 ? ' + ' : '', share, { port: 0, cell, value: inputData(call, 0)[cell]! }, ')');
      }
    }
    return terms.length === 0 ? ['0'] : ['−[', ...terms, `] ÷ ${rows}`];
  },
  partials: (call, port, cell) => {
    const into = new Float64Array(call.inputs[port]!.data.length);
    softmaxCrossEntropy.backward(call, port, Float64Array.of(1), into);
    return [{ output: 0, local: into[cell]! }];
  },
  code: {
    forward: ({ inputs: [z = '', t = ''], shapes }) => `cross_entropy(${z}, ${weightsIn(z, t, shapes)})`,
    backward: ({ inputs: [z = '', t = ''], shapes, upstream }, port) => {
      const weights = weightsIn(z, t, shapes);
      if (port === 0) return `${upstream} / len(${z}) * (np.exp(log_softmax(${z})) * ${weights}.sum(axis=1, keepdims=True) - ${weights})`;
      return weights === t ? `-${upstream} / len(${z}) * log_softmax(${z})` : `np.zeros_like(${t})`;
    },
    torch: ({ inputs: [z = '', t = ''], shapes: [logits = [], target = []] }) =>
      sameShape(logits, target)
        ? `-(${t} * torch.log_softmax(${z}, dim=1)).sum() / len(${z})`
        : `torch.nn.functional.cross_entropy(${z}, ${t}.long().reshape(-1))`,
    functions: {
      log_softmax: `
def log_softmax(z):
    """The logarithm of the softmax of each row; without its largest entry no exponential overflows."""
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))`,
      one_hot: `
def one_hot(index, classes):
    """A row for each class index: 1 in its column, 0 elsewhere."""
    return np.eye(classes)[index.astype(int).reshape(-1)]`,
      cross_entropy: `
def cross_entropy(z, target):
    """The mean over the rows; a weight of 0 takes no part even where the logarithm is -inf."""
    with np.errstate(invalid="ignore"):
        return -np.where(target == 0, 0.0, target * log_softmax(z)).sum() / len(z)`,
    },
  },
};

/** The weight of class `column` in row `row`: 1 or 0 where the target is a class index. */
function targetWeight(call: Call, row: number, column: number): number {
  const target = inputData(call, 1);
  const columns = call.plan[1]!;
  if (call.plan[2] === 0) return target[row * columns + column]!;
  const index = target[row]!;
  if (!Number.isInteger(index) || index < 0 || index >= columns) {
    throw new RangeError(`target row ${row + 1} is ${index}; a class index is a whole number from 0 to ${columns - 1}`);
  }
  return index === column ? 1 : 0;
}

function rowWeight(call: Call, row: number): number {
  if (call.plan[2] === 1) return 1;
  let sum = 0;
  for (let j = 0; j < call.plan[1]!; j++) sum += targetWeight(call, row, j);
  return sum;
}

/** The weight of every class in Python: the target itself or, where it holds class indices, a row of 0 and 1 for each. */
function weightsIn(z: string, t: string, [logits = [], target = []]: readonly Shape[]): string {
  return sameShape(logits, target) ? t : `one_hot(${t}, ${z}.shape[1])`;
}
