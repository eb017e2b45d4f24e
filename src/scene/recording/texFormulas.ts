import { findOp, type Operation, type Recording, type TexNames } from '../../engine';
import { texName } from '../format';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';

/** ∂C/∂s in TeX, with C the output of the graph. */
export function texGradient(output: string, id: string): string {
  return `\\frac{\\partial ${texName(output)}}{\\partial ${texName(id)}}`;
}

/** The names that an operation's formulas are written with. */
function texNamesOf(output: string, node: Operation): TexNames {
  return { inputs: node.inputs.map(texName), output: texName(node.id), upstream: texGradient(output, node.id) };
}

/** `output = …` in TeX; undefined for an op that is not known. */
export function texFormula(output: string, node: Operation): string | undefined {
  const op = findOp(node.op);
  return op && `${texName(node.id)} = ${op.formula(texNamesOf(output, node))}`;
}

/**
 * `∂C/∂input = …` of one port in TeX, or `∂C/∂input += …` where other edges contribute as well; undefined if no
 * gradient travels there in this recording.
 */
export function texDerivative(recording: Recording, node: Operation, port: number): string | undefined {
  const op = findOp(node.op);
  const input = node.inputs[port];
  if (op === undefined || input === undefined) return undefined;
  const { graph } = recording;
  const edge = indexOf(recording).readers.get(input)?.find((one) => one.to === node.id && one.port === port);
  if (edge === undefined || !indexOf(recording).flowing.has(edge.id)) return undefined;
  const sign = contributingEdges(recording, input).length > 1 ? '\\mathrel{{+}{=}}' : '=';
  return `${texGradient(graph.output, input)} ${sign} ${op.derivative(texNamesOf(graph.output, node), port)}`;
}
