import { checkGradient, dependentsOf, findOp, isLeaf, leadingTo, type Graph, type GradientCheck, type Program } from '../../engine';
import { formatName } from '../format';

/** Two gradients agree if their relative error stays below this. */
const TOLERANCE = 1e-6;

/** What to make of a gradient check. */
export interface Verdict {
  readonly agrees: boolean;
  /** The likely reason, in a sentence, if they do not agree. */
  readonly reason?: string;
}

/** Judges a gradient check, and names the likely reason of a disagreement. */
export function verdictOf({ node, relativeError }: GradientCheck, graph: Graph): Verdict {
  if (relativeError < TOLERANCE) return { agrees: true };
  if (!Number.isFinite(relativeError)) {
    return { agrees: false, reason: 'Some of these numbers are not finite, so there is nothing to compare.' };
  }
  const kinks = kinksBehind(graph, node);
  if (kinks.length > 0) {
    const where = kinks.map(formatName).join(', ');
    return {
      agrees: false,
      reason: `They differ. The likely reason is a kink: where ${where} bends, a central difference straddles two slopes and means nothing.`,
    };
  }
  return {
    agrees: false,
    reason: 'They differ. No kink lies behind this node; the likely reason is rounding, as the numbers are very large or very small.',
  };
}

/** A gradient's independent witness. */
export interface Difference {
  readonly numeric: number;
  readonly agrees: boolean;
}

/** One cell's gradient by central differences, and whether backpropagation agrees with it to a millionth of the largest. */
export function differenceOf(program: Program, node: string, cell: number): Difference {
  const { worst } = checkGradient(program, node, { cells: [cell] });
  const largest = program.gradient(node).data.reduce((most, x) => Math.max(most, Math.abs(x)), Math.abs(worst.numeric));
  return { numeric: worst.numeric, agrees: Math.abs(worst.backprop - worst.numeric) <= TOLERANCE * largest };
}

/** The nodes with a kink that a node's value runs through on its way to the output. */
function kinksBehind(graph: Graph, id: string): string[] {
  const dependents = dependentsOf(graph, [id]);
  const leading = leadingTo(graph, graph.output);
  return graph.nodes.flatMap((node) => {
    const isBehind = !isLeaf(node) && node.id !== id && dependents.has(node.id) && leading.has(node.id);
    return isBehind && findOp(node.op)?.kinked === true ? [node.id] : [];
  });
}
