import type { Explanations } from './phases';

/** The words for an iteration of an expression. @param output the name of its result, as it is read */
export function circuitExplanations(output: string): Explanations {
  return {
    start: {
      title: 'One look at the chain rule',
      text: 'Nothing has been computed yet. Step forward: first the graph is sorted, then the inputs arrive, then the passes follow.',
    },
    phases: {
      sort: {
        title: 'Sort: who comes first?',
        text: 'Every operation has to come after all that it reads. A node that waits for nothing more is ready; taking it away frees its readers.',
      },
      feed: {
        title: 'Feed: the inputs arrive',
        text: 'Inputs take the values of their sliders; numbers in the expression are constants and stay what they are.',
      },
      forward: {
        title: `Forward: from the inputs to ${output}`,
        text: `In the sorted order, every operation computes its value from the values that it reads, up to ${output}.`,
      },
      seed: {
        title: `Backward: it starts at ${output}`,
        text: `How much does ${output} change with ${output}? Exactly as much: its gradient with respect to itself is 1.`,
      },
      backward: {
        title: 'Backward: local × upstream',
        text: 'Against the order, each edge carries the local derivative times the gradient from above. Where several arrive, they add up.',
      },
      update: {
        title: 'Update: a small step downhill',
        text: 'With all gradients known, each trainable input moves against its own, by the learning rate times the gradient.',
      },
    },
    running: (step) => ({
      title: 'Descent: step after step',
      text: `Forward, backward, update, again and again. The graph shows iteration ${step}, one out of many.`,
    }),
  };
}
