import { CONSTANTS } from './constants';
import { isCall, isNumber, isOperator, isSymbol, type Tree } from './mathjs';

/** One step of a calculation: a function of the results of one or two earlier steps. */
interface TapeStep {
  readonly apply: (a: number, b: number) => number;
  readonly a: number;
  readonly b: number;
  readonly at: number;
}

const BINARY: ReadonlyMap<string, TapeStep['apply']> = new Map<string, TapeStep['apply']>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['^', (a, b) => Math.pow(a, b)],
  ['max', (a, b) => Math.max(a, b)],
]);

const UNARY: ReadonlyMap<string, TapeStep['apply']> = new Map<string, TapeStep['apply']>([
  ['-', (a) => -a],
  ['exp', (a) => Math.exp(a)],
  ['log', (a) => Math.log(a)],
  ['sqrt', (a) => Math.sqrt(a)],
  ['sin', (a) => Math.sin(a)],
  ['cos', (a) => Math.cos(a)],
  ['tanh', (a) => Math.tanh(a)],
  ['sech', (a) => 1 / Math.cosh(a)],
  ['abs', (a) => Math.abs(a)],
  ['relu', (a) => Math.max(a, 0)],
]);

/**
 * A tree as a list of steps in the order of computation, to be run again and again without a single allocation.
 *
 * The function that comes back reads the symbols through `read` and gives NaN as soon as anything on the way is not
 * finite: 1/∞ would be a 0 that looks right, and is wrong where f² overflows in a quotient rule.
 *
 * @param symbols the names that are read, in the order of `read`'s numbers
 * @throws TypeError for a function that is not known, RangeError where the tree is too deep
 */
export function tapeOf(tree: Tree, symbols: readonly string[]): (read: (index: number) => number) => number {
  const places = new Map(symbols.map((symbol, index) => [symbol, index]));
  const start: number[] = symbols.map(() => NaN);
  const steps: TapeStep[] = [];
  const place = (node: Tree): number => {
    if (isNumber(node)) return start.push(node.value) - 1;
    if (isSymbol(node)) return places.get(node.name) ?? start.push(CONSTANTS.get(node.name)?.value ?? NaN) - 1;
    if (!isOperator(node) && !isCall(node)) throw new TypeError(`${node.type} is not computed`);
    const name = isOperator(node) ? node.op : isSymbol(node.fn) ? node.fn.name : '';
    const [a = 0, b = a] = node.args.map(place);
    const apply = (node.args.length === 1 ? UNARY : BINARY).get(name);
    if (apply === undefined || node.args.length > 2) throw new TypeError(`there is no ${name} of ${node.args.length}`);
    const at = start.push(NaN) - 1;
    steps.push({ apply, a, b, at });
    return at;
  };
  const result = place(tree);
  const values = Float64Array.from(start);
  return (read) => {
    for (let index = 0; index < symbols.length; index++) values[index] = read(index);
    for (const { apply, a, b, at } of steps) {
      const value = apply(values[a] ?? NaN, values[b] ?? NaN);
      if (!Number.isFinite(value)) return NaN;
      values[at] = value;
    }
    return values[result] ?? NaN;
  };
}
