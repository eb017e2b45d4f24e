import type { Stage } from '../lesson';

/** The smallest graph in which something lies between an input and the result. */
const chain: Stage = {
  kind: 'circuit',
  text: 'q = x + y\nf = q * z',
  inputs: [
    { name: 'x', value: -2, min: -10, max: 10 },
    { name: 'y', value: 5, min: -10, max: 10 },
    { name: 'z', value: -4, min: -10, max: 10 },
  ],
};

/** As before, with a minus: one local derivative is −1. */
const byHand: Stage = {
  kind: 'circuit',
  text: 'q = x - y\nf = q * z',
  inputs: [
    { name: 'x', value: 3, min: -10, max: 10 },
    { name: 'y', value: 5, min: -10, max: 10 },
    { name: 'z', value: 4, min: -10, max: 10 },
  ],
};

/** x is read twice: by q, and by f itself. Its two flows differ. */
const shared: Stage = {
  kind: 'circuit',
  text: 'q = x + y\nf = q * x',
  inputs: [
    { name: 'x', value: 2, min: -10, max: 10 },
    { name: 'y', value: 3, min: -10, max: 10 },
  ],
};

/** x is read twice again, and the two flows have opposite signs. */
const sharedByHand: Stage = {
  kind: 'circuit',
  text: 'q = x * y\nf = q - x',
  inputs: [
    { name: 'x', value: 6, min: -10, max: 10 },
    { name: 'y', value: 4, min: -10, max: 10 },
  ],
};

/** A neuron with a sigmoid, 1 / (1 + exp(−l)), one operation a line so that each has a name. */
const neuron: Stage = {
  kind: 'circuit',
  text: 'l = w0 * x0 + w1 * x1 + w2\nn = -l\nu = exp(n)\np = 1 + u\nf = 1 / p',
  inputs: [
    { name: 'w0', value: 2, min: -5, max: 5 },
    { name: 'x0', value: -1, min: -5, max: 5 },
    { name: 'w1', value: -3, min: -5, max: 5 },
    { name: 'x1', value: -2, min: -5, max: 5 },
    { name: 'w2', value: -3, min: -5, max: 5 },
  ],
};

/** What the lesson on the chain rule runs on. */
export const STAGES = { chain, byHand, shared, sharedByHand, neuron } as const;
