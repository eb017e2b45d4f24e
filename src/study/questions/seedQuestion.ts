import { sizeOf } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName, partialName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import type { Timeline } from '../../scene/timeline';
import { spanOf } from './moments';
import { plainHint, type Question } from './question';
import { signSlip } from './chainSlips';
import { realSlips } from './realSlips';
import { cellPhrase, texGradientCell } from './words';

/** Asks for the gradient of the output by itself, with which the backward pass begins. */
export function seedQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'gradient' }>): Question | undefined {
  const { recording, steps } = timeline;
  const { graph } = recording;
  const span = spanOf(timeline, (step) => step.kind === 'seed');
  const seed = span && steps[span.before];
  if (span === undefined || seed?.kind !== 'seed') return undefined;
  const { shape, data } = seed.gradient;
  const answer = data[ask.cell];
  if (answer === undefined || !Number.isFinite(answer)) return undefined;
  const name = formatName(graph.output);
  const value = steps.findLast((step) => step.kind === 'compute' && step.node === graph.output);
  const own = value?.kind === 'compute' ? value.value.data[ask.cell] : undefined;
  const shapes = indexOf(recording).shapes.get(graph.output) ?? [];
  return {
    ask,
    prompt: `What is ${partialName(graph.output, graph.output)}${cellPhrase(shape, ask.cell)}, with which the backward pass begins?`,
    tex: texGradientCell(graph, graph.output, shape, ask.cell),
    answer: { kind: 'number', value: answer, scale: 1, parts: 1, isSteady: true },
    hints: [
      plainHint(`A derivative says how much ${name} changes for a small change, divided by that change.`),
      plainHint(`Here what is changed is ${name}${sizeOf(shapes) > 1 ? ', in this cell,' : ''} itself.`),
      plainHint(`If ${name} grows by 0.01, ${name} grows by 0.01. Divide the one by the other.`),
    ],
    ...span,
    slips: realSlips(answer, 1, [
      signSlip(answer),
      ...(own === undefined ? [] : [{ kind: 'value' as const, value: own, says: `That is the value of ${name}, not its gradient.` }]),
    ]),
    about: { nodes: [graph.output], edges: [] },
  };
}
