import { isLeaf, type Graph, type Operation, type Recording, type Step, type Tensor } from '../../engine';
import { texName, texNumber } from '../format';
import { texDerivative, texFormula, texGradient } from './texFormulas';

/** The formulas that steps obey, with the names of this graph, each of them once. */
export function texSteps(recording: Recording, steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap((step) => texStep(recording, step) ?? []))];
}

/** The rule of gradient descent for all parameters at once: θ ← θ − η ∂C/∂θ. */
export function texDescent({ output }: Graph): string {
  return `\\theta \\leftarrow \\theta - \\eta \\, \\frac{\\partial ${texName(output)}}{\\partial \\theta}`;
}

function texStep(recording: Recording, step: Step): string | undefined {
  const { graph } = recording;
  switch (step.kind) {
    case 'carry':
    case 'compute': {
      const node = operationOf(graph, step.kind === 'carry' ? step.edge.to : step.node);
      return node && texFormula(recording, node);
    }
    case 'seed':
      return `${texGradient(graph.output, step.node)} = 1`;
    case 'flow': {
      const node = operationOf(graph, step.edge.to);
      return node && texDerivative(recording, node, step.edge.port);
    }
    case 'update': {
      const name = texName(step.node);
      return `${name} \\leftarrow ${name} - ${texNumber(step.learningRate)} \\cdot ${texGradient(graph.output, step.node)}`;
    }
    case 'feed': {
      return texFeed(texName(step.node), step.value);
    }
    case 'ready':
    case 'emit':
    case 'release':
      return undefined;
  }
}

/** A single number is told itself, of anything else its shape. */
function texFeed(name: string, { shape, data }: Tensor): string {
  const [only = NaN] = data;
  if (shape.length > 0) return `${name} \\in \\mathbb{R}^{${shape.join(' \\times ')}}`;
  // A constant's name is its number: 2 = 2 would say nothing.
  return !Number.isFinite(only) || texNumber(only) === name ? `${name} \\in \\mathbb{R}` : `${name} = ${texNumber(only)}`;
}

function operationOf({ nodes }: Graph, id: string): Operation | undefined {
  const node = nodes.find((candidate) => candidate.id === id);
  return node === undefined || isLeaf(node) ? undefined : node;
}
