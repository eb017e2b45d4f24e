import { SINCE, type Edge, type Operand, type Operation, type Program, type Working } from '../../engine';

/** A summand of a calculation that is spelled out: it stands on a line of its own. */
export type Term = Working;

/** A calculation of at most so many numbers stays on one line. */
const ON_ONE_LINE = 3;

/** Splits a long calculation at its plus signs, so that each summand can be read by itself. */
export function termsOf(working: Working): Term[] {
  const operands = working.filter((part) => typeof part !== 'string').length;
  if (operands <= ON_ONE_LINE) return [working];
  const terms: (string | Operand)[][] = [[]];
  for (const part of working) {
    const plus = typeof part === 'string' ? /^ \+ (.*)$/s.exec(part) : null;
    if (plus !== null) terms.push([]);
    const rest = plus === null ? part : (plus[1] ?? '');
    if (rest !== '') terms.at(-1)?.push(rest);
  }
  return terms;
}

/** The call that computes an operation. */
type ForwardCall = Program['forwardCalls'][number];

const calls = new WeakMap<Program, ReadonlyMap<string, ForwardCall>>();

/** The call that computes an operation; undefined for a leaf. */
export function callOf(program: Program, id: string): ForwardCall | undefined {
  const known = calls.get(program);
  if (known !== undefined) return known.get(id);
  const made = new Map(program.forwardCalls.map((call) => [call.node.id, call]));
  calls.set(program, made);
  return made.get(id);
}

/** One product of the chain rule: what one cell of a reader passes back to one cell of the node that it reads. */
export interface Contribution {
  readonly edge: Edge;
  /** The reader's cell, as an offset. */
  readonly output: number;
  readonly local: number;
  readonly upstream: number;
  readonly product: number;
}

/** Every product that makes up one cell of what travels back along an edge: local derivative × upstream gradient. */
export function contributionsOf(program: Program, edge: Edge, cell: number): Contribution[] {
  const call = callOf(program, edge.to);
  if (call === undefined) return [];
  const upstreams = program.gradientView(edge.to).data;
  return call.partials(edge.port, cell).map(({ output, local }) => {
    const upstream = upstreams[output] ?? NaN;
    return { edge, output, local, upstream, product: local * upstream };
  });
}

/** How the local derivative on an edge comes about for one cell of the node that it leaves; undefined if it is a plain number. */
export function slopeOf(program: Program, edge: Edge, cell: number): Working | undefined {
  return callOf(program, edge.to)?.slopeWork(edge.port, cell);
}

/** Whether a working begins with its result and then gives the reason, `1 since 3 > 0`, so that no `= 1` belongs behind it. */
export function statesResult(working: Working): boolean {
  return working.some((part) => typeof part === 'string' && part.includes(SINCE));
}

/** The operand of a working that is nothing but one number. */
export function soleOperand(working: Working): Operand | undefined {
  const [only] = working;
  return working.length === 1 && typeof only === 'object' ? only : undefined;
}

/** The node that an operand of an operation's calculation belongs to. */
export function nodeOfOperand(operation: Operation, { port }: Operand): string {
  return port === 'output' ? operation.id : (operation.inputs[port] ?? operation.id);
}

/** How one cell of an operation's value was computed; undefined for a leaf, which is given. */
export function workOf(program: Program, id: string, cell: number): Working | undefined {
  return callOf(program, id)?.work(cell);
}
