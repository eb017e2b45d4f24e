import { constant, tooManyEdges, tooManyNodes, type Draft, type Value } from './draft';
import type { Span } from './expression';
import { TextFault } from './textFault';
import { FUNCTIONS, type Maker } from './functions';
import { MOST_EDGES, MOST_NODES } from './limits';
import { isCall, isNumber, isOperator, isParenthesis, isSymbol, math, type CallTree, type OperatorTree, type Tree } from './mathjs';
import { tokenAt, type Scope } from './scope';
import type { Statement } from './statements';
import { missingOperator } from './tokenOrder';

/** A value that has been read, and the tokens it was read from. */
interface Read {
  readonly value: Value;
  readonly first: number;
  readonly last: number;
}

const INFIX: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'div'],
  ['^', 'pow'],
]);

/**
 * Reads one statement into the draft: mathjs makes the tree, its nodes become operations in the order of computation.
 * mathjs is given the numbers of the tokens in place of names and numbers (`a0 + 2` for `x + 3.5`): so each leaf of its
 * tree says where it stands, and no name can mean anything to it.
 *
 * @throws TextFault for what has no meaning, RangeError if the tree is too deep
 */
export class Reader {
  readonly #draft: Draft;
  readonly #scope: Scope;

  constructor(draft: Draft, scope: Scope) {
    this.#draft = draft;
    this.#scope = scope;
  }

  /** The value of a statement. */
  read(statement: Statement): Value {
    return this.#tree(parseTree(statement), statement).value;
  }

  /** Long sums are trees that lean to the left: those are walked in a loop, so that only nesting recurses. */
  #tree(tree: Tree, statement: Statement): Read {
    const spine: OperatorTree[] = [];
    let leftmost = tree;
    while (isOperator(leftmost) && leftmost.args.length === 2) {
      spine.push(leftmost);
      leftmost = argument(leftmost, 0);
    }
    let left = this.#atom(leftmost, statement);
    for (const operator of spine.reverse()) {
      const right = this.#tree(argument(operator, 1), statement);
      const range = { first: left.first, last: right.last };
      const op = INFIX.get(operator.op) ?? operator.op;
      left = { ...range, value: this.#draft.operation(op, [left.value, right.value], spanOf(range, statement)) };
    }
    return left;
  }

  #atom(tree: Tree, statement: Statement): Read {
    if (isNumber(tree)) return this.#number(tree.value, 1, statement);
    if (isSymbol(tree)) {
      const index = indexOf(tree);
      return { value: this.#scope.valueOf(index, statement), first: index, last: index };
    }
    if (isParenthesis(tree)) {
      const { value, first, last } = this.#tree(tree.content, statement);
      return { value, first: first - 1, last: last + 1 };
    }
    if (isCall(tree)) return this.#call(tree, statement);
    if (isOperator(tree)) return this.#signed(tree, statement);
    throw new TypeError(`${tree.type} is not read`);
  }

  /** A minus before a literal makes a negative number; minus zero is none, and stays an operation. */
  #signed(tree: OperatorTree, statement: Statement): Read {
    const operand = argument(tree, 0);
    if (tree.op === '-' && isNumber(operand)) {
      const number = this.#number(operand.value, -1, statement);
      if (number.value.kind === 'constant' && !Object.is(number.value.value, -0)) return number;
    }
    const { value, first, last } = this.#tree(operand, statement);
    const range = { first: first - 1, last };
    return { ...range, value: tree.op === '+' ? value : this.#draft.operation('neg', [value], spanOf(range, statement)) };
  }

  #number(index: number, sign: 1 | -1, statement: Statement): Read {
    const range = { first: sign === 1 ? index : index - 1, last: index };
    return { ...range, value: constant(sign * Number(tokenAt(statement, index).text), spanOf(range, statement)) };
  }

  #call(tree: CallTree, statement: Statement): Read {
    const index = indexOf(tree.fn);
    const { text, span } = tokenAt(statement, index);
    const called = FUNCTIONS.get(text);
    if (called === undefined) throw this.#scope.noFunction(index, statement);
    const count = tree.args.length;
    if (count < called.least || count > called.most) {
      throw new TextFault(span, `${text} takes ${arity(called.least, called.most)} but has ${count}.`);
    }
    const [first, ...others] = tree.args.map((one) => this.#tree(one, statement));
    if (first === undefined) throw new RangeError(`${text} may be called without arguments`);
    const range = { first: index, last: (others.at(-1) ?? first).last + 1 };
    const place = spanOf(range, statement);
    const make: Maker = {
      operation: (op, inputs) => this.#draft.operation(op, inputs, place),
      constant: (value) => constant(value, place),
    };
    return { ...range, value: called.build([first.value, ...others.map(({ value }) => value)], make) };
  }
}

function arity(least: number, most: number): string {
  if (most === Infinity) return `${least} or more arguments`;
  return least === most ? `${least} argument${least === 1 ? '' : 's'}` : `${least} or ${most} arguments`;
}

/** @throws TextFault where mathjs finds something that the checks before have let pass: a number behind a power */
function parseTree(statement: Statement): Tree {
  checkCount(statement);
  const pieces = statement.body.map(({ kind, text }, index) => {
    if (kind === 'number') return String(index);
    return kind === 'name' ? `a${index}` : text;
  });
  try {
    return math.parse(pieces.join(' '));
  } catch (error) {
    if (!(error instanceof SyntaxError && 'char' in error)) throw error;
    let end = 0;
    const index = pieces.findIndex((piece) => (end += piece.length + 1) >= Number(error.char));
    throw missingOperator(tokenAt(statement, Math.max(0, index)));
  }
}

/**
 * Every operator between two values, written or not, becomes a node, and every comma stands between two edges: too many
 * are refused before they are parsed, which takes time.
 */
function checkCount({ body, span }: Statement): void {
  let operators = 0;
  let commas = 0;
  body.forEach(({ kind }, index) => {
    if (kind === 'comma') commas++;
    const before = body[index - 1]?.kind;
    const afterValue = before === 'number' || before === 'name' || before === 'close';
    if (afterValue && kind !== 'close' && kind !== 'comma' && !(kind === 'open' && before === 'name')) operators++;
  });
  if (operators > MOST_NODES) throw tooManyNodes(span);
  if (commas > MOST_EDGES) throw tooManyEdges(span);
}

/** The number of the token that a placeholder stands for. */
function indexOf(tree: Tree): number {
  return isSymbol(tree) ? Number(tree.name.slice(1)) : NaN;
}

function argument(tree: OperatorTree, index: number): Tree {
  const found = tree.args[index];
  if (found === undefined) throw new RangeError(`argument ${index} of ${tree.args.length}`);
  return found;
}

function spanOf({ first, last }: Omit<Read, 'value'>, statement: Statement): Span {
  return { start: tokenAt(statement, first).span.start, end: tokenAt(statement, last).span.end };
}
