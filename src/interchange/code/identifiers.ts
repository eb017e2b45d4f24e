import { isLeaf, type Graph } from '../../engine/graph';
import { findOp, OPS } from '../../engine/ops';
import { RESERVED } from './reserved';

/** What a node's gradient is called, and the value that a parameter has in the next iteration. */
export const gradientName = (name: string): string => `grad_${name}`;
export const nextName = (name: string): string => `next_${name}`;

/**
 * What each node is called in Python: its own name as far as that is one, else one that reads like it. All are different
 * from one another, from Python's words and from what the generated files call their own.
 */
export function pythonNames(graph: Graph): ReadonlyMap<string, string> {
  const taken = new Set([...RESERVED, ...ownNames(graph)]);
  const names = new Map<string, string>();
  for (const { id } of graph.nodes) {
    const wish = identifierOf(id);
    let name = wish;
    // A node called `grad_x` must not be taken for the gradient of x.
    const isFree = (): boolean => [name, gradientName(name), nextName(name)].every((one) => !taken.has(one));
    if (!isFree() && RESERVED.includes(wish)) name = `${wish}_`;
    for (let number = 2; !isFree(); number++) name = `${wish}_${number}`;
    for (const one of [name, gradientName(name), nextName(name)]) taken.add(one);
    names.set(id, name);
  }
  return names;
}

/** A name for the class of an op: its title in one word, `MatrixProduct`. */
export function className(title: string): string {
  return title.replaceAll(/(?:^|\W+)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The classes and functions of the ops. Those with a number behind them may be needed, too. */
function ownNames(graph: Graph): string[] {
  const used = new Set(graph.nodes.map((node) => (isLeaf(node) ? '' : node.op)));
  const classes = OPS.filter(({ name }) => used.has(name)).map(({ title }) => className(title));
  const functions = OPS.flatMap(({ name }) => Object.keys(findOp(name)?.code.functions ?? {}));
  return [...classes, ...functions];
}

const LETTERS: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda',
  μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', ς: 'sigma', σ: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
  Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega',
};

/** A constant's name is its number. */
const NUMBER = /^[-−]?\d/;

/** A legal identifier that reads like a name: `x₁` is x1, `σ` is sigma, `é` is e, `-0.5` is c_minus_0_5. */
function identifierOf(id: string): string {
  const number = NUMBER.test(id);
  const plain = id
    .normalize('NFKD')
    // What is left of an accent or of a hat.
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/e[-−](?=\d)/g, number ? 'e_minus_' : 'e_')
    .replaceAll(/[-−]/g, number ? 'minus_' : '_')
    .replaceAll(/[α-ωΑ-Ω]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll('e+', 'e')
    // Letters of other alphabets are legal, but no console prints all of them.
    .replaceAll(/[^\w]/g, '_');
  if (number) return `c_${plain}`;
  // Names that begin with underscores mean something to Python.
  const trimmed = plain.replace(/^_+/, '');
  if (trimmed === '') return 'v';
  return /^\d/.test(trimmed) ? `v${trimmed}` : trimmed;
}
