import { isCall, isNumber, isOperator, isParenthesis, isSymbol, type Tree } from './mathjs';
import { scientificTex } from './scientificTex';

/** How closely a piece of TeX holds together; the looser one needs parentheses inside the tighter. */
const Level = {
  Sum: 0,
  Product: 1,
  /** A fraction: closed in a product, not under an exponent. */
  Fraction: 2,
  Power: 3,
  Closed: 4,
} as const;

type Level = (typeof Level)[keyof typeof Level];

interface Piece {
  readonly tex: string;
  readonly level: Level;
  /** Whether a minus sign comes first: behind another sign it needs parentheses. */
  readonly negative?: boolean;
}

/** A tree in TeX. @param nameOf the TeX of a name */
export function treeTex(tree: Tree, nameOf: (name: string) => string): string {
  return pieceOf(tree, nameOf).tex;
}

function pieceOf(tree: Tree, nameOf: (name: string) => string): Piece {
  if (isNumber(tree)) return numberPiece(tree.value);
  if (isSymbol(tree)) return { tex: nameOf(tree.name), level: Level.Closed };
  if (isParenthesis(tree)) return pieceOf(tree.content, nameOf);
  if (isCall(tree)) return callPiece(isSymbol(tree.fn) ? tree.fn.name : '', tree.args.map((one) => pieceOf(one, nameOf)));
  if (isOperator(tree)) return operatorPiece(tree.op, tree.args.map((one) => pieceOf(one, nameOf)));
  throw new TypeError(`${tree.type} is not written`);
}

function numberPiece(value: number): Piece {
  const [mantissa = '', exponent] = String(value).split('e');
  const negative = value < 0;
  const level = negative || exponent !== undefined ? Level.Product : Level.Closed;
  return { tex: scientificTex(mantissa, exponent), level, negative };
}

function operatorPiece(op: string, args: readonly Piece[]): Piece {
  const [a, b] = args;
  if (a === undefined) throw new RangeError(`${op} without an argument`);
  if (op === '+' && b === undefined) return a;
  if (op === '+') return joined(args, ' + ', Level.Sum);
  if (op === '*') return joined(args, ' \\cdot ', Level.Product);
  if (op === '-' && b === undefined) return { tex: `-${within(a, Level.Product, true)}`, level: Level.Product, negative: true };
  if (b === undefined) throw new RangeError(`${op} with one argument`);
  if (op === '-') {
    return { tex: `${within(a, Level.Sum)} - ${within(b, Level.Product, true)}`, level: Level.Sum, negative: a.negative === true };
  }
  if (op === '/') return { tex: `\\frac{${a.tex}}{${b.tex}}`, level: Level.Fraction };
  if (op === '^') return { tex: `${within(a, Level.Closed)}^{${b.tex}}`, level: Level.Power };
  throw new TypeError(`there is no operator ${op}`);
}

function joined(args: readonly Piece[], sign: string, level: Level): Piece {
  const tex = args.map((piece, index) => within(piece, level, index > 0)).join(sign);
  return { tex, level, negative: args[0]?.negative === true };
}

/** A piece where another of a certain level is expected, in parentheses if need be. */
function within({ tex, level, negative = false }: Piece, least: Level, afterSign = false): string {
  return level < least || (afterSign && negative) ? parenthesized(tex) : tex;
}

function parenthesized(tex: string): string {
  return `\\left(${tex}\\right)`;
}

/** Functions that TeX has a command for, and how the others of mathematics are written. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['log', '\\ln'],
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'cot', 'coth', 'sec', 'csc', 'max'].map((name) => [name, `\\${name}`] as const),
]);

function callPiece(name: string, args: readonly Piece[]): Piece {
  const all = args.map(({ tex }) => tex).join(', ');
  if (name === 'exp') return { tex: `e^{${all}}`, level: Level.Power };
  if (name === 'sqrt') return { tex: `\\sqrt{${all}}`, level: Level.Closed };
  if (name === 'abs') return { tex: `\\left|${all}\\right|`, level: Level.Closed };
  return { tex: `${COMMANDS.get(name) ?? `\\operatorname{${name}}`}${parenthesized(all)}`, level: Level.Closed };
}
