import type { Mistake } from '../../lessons/lesson';

/** A mistake in words: what it is called, what it does, and how it is mended. */
export interface MistakeWords {
  /** As on a button. */
  readonly title: string;
  /** What the pass does instead, in a sentence. */
  readonly does: string;
  /** The half of a sentence that supposes it: `If 1/m were forgotten`. */
  readonly supposed: string;
  /** By what it gives itself away, in a sentence or two. */
  readonly shows: string;
  /** The line as it is with the mistake. */
  readonly wrongLine: string;
  /** The line as it should be. */
  readonly rightLine: string;
  /** What mends it, in a sentence. */
  readonly mends: string;
}

/** All mistakes in words. */
export const MISTAKE_WORDS: Readonly<Record<Mistake, MistakeWords>> = {
  overwritten: {
    title: 'Overwritten instead of summed',
    does: 'What arrives over an edge takes the place of what is there, so that the edge that comes last has the last word.',
    supposed: 'If gradients overwrote one another',
    shows: 'Only nodes with more than one reader are wrong, and all that lies before them.',
    wrongLine: 'x.gradient = flow',
    rightLine: 'x.gradient += flow',
    mends: 'Add each contribution to what is there: a node that is read twice acts on the cost along two ways.',
  },
  'not transposed': {
    title: 'Missing transpose',
    does:
      'A matrix that has to be transposed is only reshaped: the same numbers, read row by row into the other shape. A wrong shape would ' +
      'stop the pass at once; this one has the right shape and the wrong order.',
    supposed: 'If a matrix were reshaped instead of transposed',
    shows: 'The shapes are right and single cells are wrong, each by another factor. What is a single row or column stays right.',
    wrongLine: 'X.reshape(k, m) @ upstream',
    rightLine: 'X.T @ upstream',
    mends: 'Exchange rows and columns: ∂C/∂W = Xᵀ · upstream, and ∂C/∂X = upstream · Wᵀ.',
  },
  'not reset': {
    title: 'Gradients not reset',
    does: 'A second pass adds to the gradients that parameters and inputs still have from the first one, here of the same numbers.',
    supposed: 'If the gradients of the step before were still there',
    shows: 'Every leaf has exactly twice its gradient, and after each further step once more; the nodes between are right.',
    wrongLine: 'for each step: forward(); backward(); update()',
    rightLine: 'for each step: set_gradients_to_zero(); forward(); backward(); update()',
    mends: 'Set every gradient to 0 before the backward pass begins.',
  },
  'updated too early': {
    title: 'Updated too early',
    does: 'Each parameter moves as soon as its own gradient is there; what flows on through it is computed with the new value.',
    supposed: 'If parameters moved before all gradients are known',
    shows: 'The last layer’s parameters are right, and what lies before them is wrong by a little that grows with the learning rate.',
    wrongLine: 'for node in reversed(order): node.backward(); node.update()',
    rightLine: 'for node in reversed(order): node.backward()',
    mends: 'Finish the backward pass first, then move all parameters at once.',
  },
  'not divided': {
    title: '1/m forgotten',
    does: 'The slope of a mean is passed back without the division by the number of things that the mean is taken of.',
    supposed: 'If 1/m were forgotten',
    shows: 'Every gradient before the mean is too large by the same factor: the number of examples.',
    wrongLine: 'a.gradient += -2 * (y - a)',
    rightLine: 'a.gradient += -2 / m * (y - a)',
    mends: 'Divide by m on the way back, as the mean does on the way forward.',
  },
  'slope of the input': {
    title: 'Sigmoid’s slope of the input',
    does: 'Sigmoid’s slope is computed as z(1 − z) from its input z, in place of s(1 − s) from its output s.',
    supposed: 'If sigmoid’s slope were taken of its input',
    shows: 'All is right up to the sigmoid’s output; its input and all before it are wrong, often far too large and of the wrong sign.',
    wrongLine: 'z.gradient += upstream * z * (1 - z)',
    rightLine: 'z.gradient += upstream * s * (1 - s)',
    mends: 'Take the slope of the value that the sigmoid has computed: s(1 − s), which is never above 1/4.',
  },
};
