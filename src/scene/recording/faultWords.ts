import type { Fault, GradientFault, ValueFault } from '../../engine';
import { behindOperator, formatName, partialName } from '../format';
import { spelledText } from './spelling';
import { formatSubstituted } from './substituted';

const LARGEST = 'the largest double, about 1.8e308';

/** Where a number ceased to be finite, in a sentence: `Log v₂ = log(−2): the logarithm exists only above 0.` */
export function faultSentence(fault: Fault, output: string): string {
  return `${fault.part === 'value' ? valueWords(fault) : gradientWords(fault, output)}.`;
}

function valueWords(fault: ValueFault): string {
  const { title, node, result, reason } = fault;
  const place = `${title} ${formatName(node)}`;
  const call = callOf(fault);
  if (reason !== undefined) return `${place} = ${call}: ${reason}`;
  if (Number.isNaN(result)) return `${place}: on the way to ${call} a number passes ${LARGEST}`;
  return result > 0 ? `${place}: ${call} is larger than ${LARGEST}` : `${place}: ${call} is lower than the lowest double, about −1.8e308`;
}

function gradientWords(fault: GradientFault, output: string): string {
  const { title, node, edge, local, upstream, cause } = fault;
  const [name, from] = [formatName(node), formatName(edge.from)];
  if (cause === 'sum') return `The gradients that arrive in ${from} add up to more than ${LARGEST}`;
  const slope = partialName(node, edge.from);
  if (cause === 'product') {
    return `${title} ${name}: ${slope} × ${partialName(output, node)} = ${formatSubstituted(local)} × ${behindOperator(formatSubstituted(upstream))} is beyond ${LARGEST}`;
  }
  return `${title} ${name} = ${callOf(fault)}: its slope ${slope} ${slopeWords(fault)}`;
}

function slopeWords({ local, inputs }: GradientFault): string {
  if (Number.isNaN(local)) return 'has no real value there';
  // Only a 0 makes a slope truly infinite; any other number makes it large.
  return inputs.some(({ value }) => value === 0) ? 'is infinite there' : `is beyond ${LARGEST}`;
}

/** The operation with its numbers, a function by the name that a reader types: `log(−2)`, `1 ÷ 0`. */
function callOf({ op, inputs, working }: Fault): string {
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0) return `${op}(${formatSubstituted(only.value)})`;
  return spelledText(working, formatSubstituted);
}
