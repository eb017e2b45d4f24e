/** An input of an example: where it starts, how far its slider goes, and whether gradient descent moves it. */
export interface ExampleInput {
  readonly name: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly trainable?: boolean;
}

/** An expression to begin with. */
export interface CircuitExample {
  /** As on its button. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly title: string;
  readonly text: string;
  readonly inputs: readonly ExampleInput[];
  readonly learningRate?: number;
}

const NEURON: CircuitExample = {
  name: 'neuron',
  title: 'A single neuron',
  text: '1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
  inputs: [
    { name: 'w0', value: 2, trainable: true },
    { name: 'x0', value: -1 },
    { name: 'w1', value: -3, trainable: true },
    { name: 'x1', value: -2 },
    { name: 'w2', value: -3 },
  ],
  learningRate: 0.1,
};

/** What stands in the box before anybody has typed. */
export const OPENING_EXAMPLE = NEURON;

/** The lesson's expressions, and some that show what a gradient does where they are silent. */
export const CIRCUIT_EXAMPLES: readonly CircuitExample[] = [
  {
    name: '(x + y) * z',
    title: 'The chain rule',
    text: '(x + y) * z',
    inputs: [
      { name: 'x', value: -2 },
      { name: 'y', value: 5 },
      { name: 'z', value: -4 },
    ],
  },
  NEURON,
  {
    name: '4 + 5 + 10',
    title: 'Add: everyone gets the gradient',
    text: 'add(x, y, z)',
    inputs: [
      { name: 'x', value: 4, max: 10 },
      { name: 'y', value: 5, max: 10 },
      { name: 'z', value: 10, max: 20 },
    ],
  },
  {
    name: '4 × 5 × 10',
    title: 'Multiply: the product of the others',
    text: 'mul(x, y, z)',
    inputs: [
      { name: 'x', value: 4, max: 10 },
      { name: 'y', value: 5, max: 10 },
      { name: 'z', value: 10, max: 20 },
    ],
  },
  {
    name: 'x⁴ − 3x³ + 2',
    title: 'Gradient descent on a polynomial',
    text: 'x^4 - 3x^3 + 2',
    inputs: [{ name: 'x', value: 6, min: -2, max: 6.5, trainable: true }],
    learningRate: 0.01,
  },
  {
    name: 'kink',
    title: 'A kink: max(x, y)',
    text: 'x*y + max(x, y)',
    inputs: [
      { name: 'x', value: 3, trainable: true },
      { name: 'y', value: -1, trainable: true },
    ],
  },
  {
    name: 'softplus',
    title: 'Softplus: a smooth kink',
    text: 'log(1 + exp(x))',
    inputs: [{ name: 'x', value: 1, trainable: true }],
    learningRate: 0.1,
  },
  {
    name: 'two steps',
    title: 'A shared node: two paths, one sum',
    text: 'q = x * y\np = q + x\nf = sin(q) * p',
    inputs: [
      { name: 'x', value: 0.5, trainable: true },
      { name: 'y', value: 2, trainable: true },
    ],
  },
];
