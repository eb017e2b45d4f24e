import { Draft, type Value } from './draft';
import type { Expression, Line, Parsed, Span } from './expression';
import { counted, TextFault } from './textFault';
import { MOST_CHARACTERS, MOST_LEVELS } from './limits';
import { intermediatePrefix, resultName } from './names';
import { Reader } from './reader';
import { Scope } from './scope';
import { statementsOf, type Statement } from './statements';
import type { Token } from './token';
import { tokenize } from './tokens';

/**
 * Reads a text as a computation on single numbers. The grammar is mathjs's, without what is no arithmetic on numbers;
 * a line may name its value (`q = x + y`) for the lines after it, and `x = 3` says where the input x starts.
 * Never throws, and evaluates nothing.
 */
export function parseExpression(text: string): Parsed {
  try {
    return { expression: understood(text) };
  } catch (error) {
    if (error instanceof TextFault) return { problem: error.problem };
    const span = { start: 0, end: text.length };
    // A stack that is shorter than expected.
    if (error instanceof RangeError) return { problem: { span, message: `This is nested too deeply: ${MOST_LEVELS} levels are the most.` } };
    return { problem: { span, message: 'This text cannot be read, for a reason that nobody expected.' } };
  }
}

/** @throws TextFault where the text cannot be understood */
function understood(text: string): Expression {
  if (text.length > MOST_CHARACTERS) {
    const message = `The text has ${counted(text.length)} characters; ${counted(MOST_CHARACTERS)} are the most that is read.`;
    throw new TextFault({ start: MOST_CHARACTERS, end: text.length }, message);
  }
  const tokens = tokenize(text);
  const statements = statementsOf(tokens);
  const last = statements.at(-1);
  if (last === undefined) throw new TextFault({ start: 0, end: text.length }, 'Type an expression, such as (x + y) * z.');
  refuseUnnamed(statements, text);

  const draft = new Draft();
  const scope = new Scope(draft, statements);
  const reader = new Reader(draft, scope);
  const defaults = new Map<string, number>();
  const named: NamedLine[] = [];
  const names = new Map<Value, string>();
  const taken = namesOf(tokens);
  let output: Value | undefined;
  for (const statement of statements) {
    const before = draft.operations.length;
    output = reader.read(statement);
    const members = draft.operations.slice(before);
    const { name } = statement;
    if (name === undefined) {
      if (members.length > 0) names.set(output, resultName(taken));
    } else {
      if (isPlainNumber(output)) {
        defaults.set(name.text, output.value);
        output = draft.input(name.text, name.span);
      } else if (output.kind === 'computed' && members.includes(output)) {
        names.set(output, name.text);
        named.push({ id: name.text, members, span: statement.span });
      }
      scope.define(name.text, output);
    }
  }
  if (output === undefined) throw new RangeError('no statement');
  draft.read(output);

  const ids = idsOf(draft, names, intermediatePrefix(taken));
  const idOf = (value: Value): string => (value.kind === 'computed' ? (ids.get(value) ?? '') : value.id);
  const lines = named.map((line): Line => ({ ...line, members: line.members.map(idOf) }));
  const spans = new Map<string, Span>([...draft.inputs, ...draft.operations.map((value) => [idOf(value), value.span] as const)]);
  return { text, graph: draft.graph(output, idOf), inputs: [...draft.inputs.keys()], defaults, spans, lines };
}

type NamedLine = Omit<Line, 'members'> & { readonly members: readonly Value[] };

/** Whether a line is a number as typed, rather than π or a sum of numbers. */
function isPlainNumber(value: Value): value is Extract<Value, { kind: 'constant' }> {
  return value.kind === 'constant' && value.id === String(value.value);
}

/** The id of every operation: its line's name, or a letter and its number in the order of computation. */
function idsOf({ operations }: Draft, names: ReadonlyMap<Value, string>, prefix: string): ReadonlyMap<Value, string> {
  let count = 0;
  return new Map(operations.map((value) => [value, names.get(value) ?? `${prefix}${++count}`]));
}

function namesOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])));
}

/** @throws TextFault for a line without a name whose value no other line could use */
function refuseUnnamed(statements: readonly Statement[], text: string): void {
  const unnamed = statements.slice(0, -1).find(({ name }) => name === undefined);
  if (unnamed === undefined) return;
  const { span } = unnamed;
  const free = resultName(namesOf(statements.flatMap(({ name, body }) => (name === undefined ? body : [name, ...body]))));
  throw new TextFault(span, `Line ${unnamed.line} has no name, so that no other line can use it.`, `${free} = ${text.slice(span.start, span.end)}`);
}
