import { nearestName } from '../engine';
import { CONSTANTS } from './constants';
import type { Draft, Value } from './draft';
import type { Span } from './expression';
import { cited, TextFault } from './textFault';
import { FUNCTIONS, REFUSED, SCALAR_OPS } from './functions';
import type { Statement } from './statements';
import type { Token } from './token';

/** What the names of a text mean, line by line. */
export class Scope {
  readonly #draft: Draft;
  /** The line that defines a name, for every name that any line defines. */
  readonly #definitions = new Map<string, Statement>();
  /** What the lines so far have defined. */
  readonly #values = new Map<string, Value>();
  /** Every name that stands somewhere not as a function: an input or a definition. */
  readonly #plainNames: ReadonlySet<string>;

  /** @throws TextFault if a name is defined twice, or belongs to a function or a constant */
  constructor(draft: Draft, statements: readonly Statement[]) {
    this.#draft = draft;
    for (const statement of statements) {
      const { name } = statement;
      if (name === undefined) continue;
      checkDefinable(name);
      const other = this.#definitions.get(name.text);
      if (other !== undefined) {
        const lines = other.line === statement.line ? `both times in line ${other.line}` : `in lines ${other.line} and ${statement.line}`;
        throw new TextFault(name.span, `${cited(name.text)} is defined twice, ${lines}.`);
      }
      this.#definitions.set(name.text, statement);
    }
    this.#plainNames = new Set([
      ...this.#definitions.keys(),
      ...statements.flatMap(({ body }) =>
        body.flatMap((token, index) => (token.kind === 'name' && body[index + 1]?.kind !== 'open' ? [token.text] : [])),
      ),
    ]);
  }

  /** Says what a name means from the next line on. */
  define(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** What a name means in a statement. @throws TextFault if it has no value there */
  valueOf(index: number, statement: Statement): Value {
    const token = tokenAt(statement, index);
    const name = token.text;
    const known = CONSTANTS.get(name);
    if (known !== undefined) return { kind: 'constant', ...known, span: token.span };
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    const definition = this.#definitions.get(name);
    if (definition === statement) {
      throw new TextFault(token.span, `${cited(name)} is used in its own definition, in line ${statement.line}.`);
    }
    if (definition !== undefined) {
      throw new TextFault(token.span, `${cited(name)} is used before its definition, which is in line ${definition.line}.`);
    }
    if (FUNCTIONS.has(name)) throw bareFunction(statement.body, index);
    return this.#draft.input(name, token.span);
  }

  /** The sentence for a call of what is no function. */
  noFunction(index: number, statement: Statement): TextFault {
    const token = tokenAt(statement, index);
    const name = token.text;
    const called: Span = { start: token.span.start, end: tokenAt(statement, index + 1).span.end };
    if (this.#plainNames.has(name) || CONSTANTS.has(name)) {
      return new TextFault(called, `${cited(name)} is a value, not a function; for a product write *.`, `${name} * (`);
    }
    const refusal = REFUSED.get(name);
    if (refusal !== undefined) return new TextFault(token.span, refusal);
    const nearest = nearestName(name, FUNCTIONS.keys());
    if (nearest !== undefined) return new TextFault(token.span, `"${cited(name)}" is no function; did you mean ${nearest}?`, nearest);
    if (Array.from(name).length === 1 || /^.[_\d]+$/u.test(name)) {
      return new TextFault(called, `${cited(name)} is no function; for a product write *.`, `${name} * (`);
    }
    return new TextFault(token.span, `"${cited(name)}" is no function; there are ${SCALAR_OPS.join(', ')} and others, such as tan and min.`);
  }
}

/** The token of a statement's body by its index. @throws RangeError if there is none */
export function tokenAt({ body }: Statement, index: number): Token {
  const token = body[index];
  if (token === undefined) throw new RangeError(`token ${index} of ${body.length}`);
  return token;
}

function checkDefinable({ text, span }: Token): void {
  const known = CONSTANTS.get(text);
  if (known !== undefined) throw new TextFault(span, `${text} is the number ${known.value.toFixed(4)}…; give the line another name.`);
  if (FUNCTIONS.has(text)) throw new TextFault(span, `${text} is a function; give the line another name.`);
}

/** The sentence for `sin x`. */
function bareFunction(body: readonly Token[], index: number): TextFault {
  const [name, next, afterwards] = body.slice(index, index + 3);
  if (name === undefined) throw new RangeError(`token ${index} of ${body.length}`);
  const message = `${name.text} is a function; its argument stands in parentheses: ${name.text}(x).`;
  const isSimple = (next?.kind === 'name' || next?.kind === 'number') && afterwards?.kind !== 'open';
  if (!isSimple) return new TextFault(name.span, message);
  return new TextFault({ start: name.span.start, end: next.span.end }, message, `${name.text}(${next.text})`);
}
