import { findOp, type Operation, type Recording, type TexNames } from '../../engine';
import { isCompoundNumber, texName } from '../format';
import { contributingEdges, indexOf } from './recordingIndex';

/** ∂C/∂s in TeX: how one node, most often the output of the graph, changes with another. */
export function texGradient(of: string, by: string): string {
  return `\\frac{\\partial ${texName(of)}}{\\partial ${texName(by)}}`;
}

/** `output = …` in TeX; undefined for an op that is not known. */
export function texFormula(recording: Recording, node: Operation): string | undefined {
  const op = findOp(node.op);
  return op && `${texName(node.id)} = ${settled(recording, node, op.formula(texNamesOf(recording, node)))}`;
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
  const right = settled(recording, node, op.derivative(texNamesOf(recording, node), port));
  return `${texGradient(graph.output, input)} ${sign} ${right}`;
}

/** The names that an operation's formulas are written with; numbers that may need brackets are marked. */
export function texNamesOf({ graph }: Recording, node: Operation): TexNames {
  const inputs = node.inputs.map((id) => (isCompoundNumber(id) ? `${OPEN}${texName(id)}${CLOSE}` : texName(id)));
  return { inputs, output: texName(node.id), upstream: texGradient(graph.output, node.id) };
}

// No name has these: an op's formula is written around them, and only then can be seen what stands beside a number.
const OPEN = '⟦';
const CLOSE = '⟧';

/** A number that has braces, brackets or a place in a list to itself, unless those braces have an exponent. */
const BY_ITSELF = /([{(]|, )⟦([^⟧]*)⟧(?=\}(?!\^)|[),])/g;

/** A formula with brackets where a number needs them, and with the plain product where there are only single numbers. */
export function settled(recording: Recording, node: Operation, tex: string): string {
  const bracketed = tex.replace(BY_ITSELF, '$1$2').replaceAll(OPEN, '(').replaceAll(CLOSE, ')');
  const { shapes } = indexOf(recording);
  const isScalar = [node.id, ...node.inputs].every((id) => shapes.get(id)?.length === 0);
  return isScalar ? bracketed.replaceAll('\\odot', '\\cdot') : bracketed;
}
