import { findOp, isLeaf, type Working } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { formatName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { spelledText } from '../../scene/recording/spelling';
import { formatSubstituted } from '../../scene/recording/substituted';
import { texFormula } from '../../scene/recording/texFormulas';
import { workOf } from '../../scene/recording/working';
import type { Timeline } from '../../scene/timeline';
import { arithmeticSlips } from './arithmeticSlips';
import { signSlip } from './chainSlips';
import { undividedSlip } from './divisorSlips';
import { spanOf } from './moments';
import { plainHint, type Question } from './question';
import { realSlips } from './realSlips';
import { needlesslyTransposedSlips, swappedSlips } from './transposeSlips';
import { isSteady, reckoningOfWorking, type Reckon } from './workedReckoning';
import { cellPhrase, texValueCell, withArticle } from './words';

/** Asks for one cell of what an operation computes; undefined for a leaf, which is given, and where there is no finite number. */
export function valueQuestion(timeline: Timeline, ask: Extract<Ask, { what: 'value' }>): Question | undefined {
  const { recording, steps } = timeline;
  const node = indexOf(recording).nodes.get(ask.node);
  const span = spanOf(timeline, (step) => step.kind === 'compute' && step.node === ask.node);
  const computed = span && steps[span.before];
  if (node === undefined || isLeaf(node) || span === undefined || computed?.kind !== 'compute') return undefined;
  const { shape, data } = computed.value;
  const value = data[ask.cell];
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const program = replay(recording);
  const working = workOf(program, node.id, ask.cell) ?? [];
  const scale = largestOperand(working, value);
  const reckon: Reckon = (round) => reckoningOfWorking(working, round);
  const name = formatName(node.id);
  const op = findOp(node.op);
  const formula = texFormula(recording, node);
  return {
    ask,
    prompt: `What is the value of ${name}${cellPhrase(shape, ask.cell)}?`,
    tex: texValueCell(node.id, shape, ask.cell),
    answer: { kind: 'number', value, scale, parts: working.filter((part) => typeof part !== 'string').length, isSteady: isSteady(reckon, value, scale) },
    hints: [
      plainHint(`${name} is ${withArticle(op?.title ?? node.op)} node. ${op?.doc ?? ''}`),
      { text: `It reads ${node.inputs.map(formatName).join(', ')}:`, tex: formula === undefined ? [] : [formula] },
      plainHint(`With the numbers of the graph: ${spelledText(working, formatSubstituted)} = ?`),
    ],
    ...span,
    slips: realSlips(value, scale, [
      signSlip(value),
      ...(node.op === 'mse' ? [undividedSlip(node.id, program.view(node.inputs[0] ?? '').data.length, value)] : []),
      ...swappedSlips(shape, data, ask.cell),
      ...needlesslyTransposedSlips(program, node.id, ask.cell),
      ...arithmeticSlips(reckon, value),
    ]),
    about: { nodes: [...new Set([node.id, ...node.inputs])], edges: node.inputs.map((_, port) => `${node.id}:${port}`) },
  };
}

function largestOperand(working: Working, value: number): number {
  return working.reduce((most, part) => (typeof part === 'string' ? most : Math.max(most, Math.abs(part.value))), Math.abs(value));
}
