import { isLeaf, type Phase, type Recording, type Step } from '../engine';
import { formatName, texName } from '../scene/format';
import type { Timeline } from '../scene/timeline';
import styles from './page.module.css';
import { usePlayback } from './context';
import { frameOf, useTimeline } from './frame';
import { texDerivative, texFormula, texGradient } from './inspector/texFormulas';
import { Tex } from './tex/Tex';

interface Explanation {
  readonly title: string;
  readonly text: string;
}

const START: Explanation = {
  title: 'One iteration of learning',
  text: 'Nothing has been computed yet. Step forward: first the graph is sorted, then fed, then the passes follow.',
};

const PHASE_EXPLANATIONS: Readonly<Record<Phase, Explanation>> = {
  sort: {
    title: 'Sort: who comes first?',
    text: 'Every node has to come after all that it reads. A node that waits for nothing more is ready; taking it away frees its readers.',
  },
  feed: {
    title: 'Feed: a batch arrives',
    text: 'The leaves receive their values: a batch of homes, drawn at random and put back, and the parameters as they are.',
  },
  forward: {
    title: 'Forward: from the data to the cost',
    text: 'In the sorted order, every node computes its value from the values of its inputs, up to the cost C.',
  },
  seed: {
    title: 'Backward: it starts at the cost',
    text: 'How much does C change with C? Exactly as much: the gradient of the cost by itself is 1.',
  },
  backward: {
    title: 'Backward: sharing the blame',
    text: 'Against the order, each edge carries the local derivative times the gradient from above. Where several arrive, they add up.',
  },
  update: {
    title: 'Update: a small step downhill',
    text: 'With all gradients known, each parameter moves against its own, by the learning rate times the gradient.',
  },
};

/** What happens at this moment, in a sentence and in a formula. */
export function Now() {
  const timeline = useTimeline();
  const step = usePlayback((playback) => frameOf(playback)?.step);
  const sweeping = usePlayback((playback) => playback.sweeping);
  // While the graph sweeps through iterations of a training, words that change with each step could not be read.
  const { title, text } = sweeping ? PHASE_EXPLANATIONS.update : step === undefined ? START : PHASE_EXPLANATIONS[step.phase];
  const tex = timeline === undefined || step === undefined || sweeping ? undefined : stepTex(timeline.recording, step);
  return (
    <section className={styles.now} aria-labelledby="now-heading">
      <h2 id="now-heading">{title}</h2>
      <p>{text}</p>
      <div className={styles.formula} data-phase={step?.phase}>
        {step?.phase === 'sort' && timeline !== undefined && !sweeping ? (
          <SortQueue timeline={timeline} />
        ) : tex === undefined ? null : (
          <Tex tex={tex} />
        )}
      </div>
    </section>
  );
}

/** Kahn's two lists: the nodes that are ready and wait for their turn, and the order so far. */
function SortQueue({ timeline }: { readonly timeline: Timeline }) {
  const completed = usePlayback((playback) => frameOf(playback)?.completed ?? 0);
  const queue: string[] = [];
  const order: string[] = [];
  for (const step of timeline.steps.slice(0, completed)) {
    if (step.kind === 'ready') queue.push(step.node);
    else if (step.kind === 'emit') order.push(...queue.splice(0, 1));
  }
  return (
    <dl className={styles.queue}>
      <dt>ready</dt>
      <dd>{queue.map(formatName).join(' ') || '–'}</dd>
      <dt>order</dt>
      <dd>{order.map(formatName).join(' ') || '–'}</dd>
    </dl>
  );
}

/** The formula that a step obeys, with the names of this graph. */
function stepTex(recording: Recording, step: Step): string | undefined {
  const { graph } = recording;
  const operation = (id: string) => {
    const node = graph.nodes.find((candidate) => candidate.id === id);
    return node === undefined || isLeaf(node) ? undefined : node;
  };
  switch (step.kind) {
    case 'carry':
    case 'compute': {
      const node = operation(step.kind === 'carry' ? step.edge.to : step.node);
      return node && texFormula(graph.output, node);
    }
    case 'seed':
      return `${texGradient(graph.output, step.node)} = 1`;
    case 'flow': {
      const node = operation(step.edge.to);
      return node && texDerivative(recording, node, step.edge.port);
    }
    case 'update':
      return `${texName(step.node)} \\leftarrow ${texName(step.node)} - ${step.learningRate} \\cdot ${texGradient(graph.output, step.node)}`;
    case 'feed': {
      const { shape } = step.value;
      return `${texName(step.node)} \\in \\mathbb{R}${shape.length === 0 ? '' : `^{${shape.join(' \\times ')}}`}`;
    }
    case 'ready':
    case 'emit':
    case 'release':
      return undefined;
  }
}
