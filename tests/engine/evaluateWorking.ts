import { SINCE, type Operand, type Working } from '../../src/engine';

/** A piece of a calculation: a sign, a name, a number, or an operand of the calculation. */
type Token = string | number | Operand;

type CellFunction = (...xs: number[]) => number;

const FUNCTIONS: Readonly<Record<string, CellFunction>> = {
  '': (x = NaN) => x,
  exp: Math.exp,
  log: Math.log,
  '√': Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  σ: (x = NaN) => 1 / (1 + Math.exp(-x)),
  relu: (x = NaN) => Math.max(0, x),
  abs: Math.abs,
  max: Math.max,
};

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/**
 * What a spelled calculation comes to, read as a reader would: signs by their usual precedence, from left to right.
 *
 * @param lnSoftmax the value of `ln softmax(z)` for the logit z: the other logits are not spelled
 */
export function evaluateWorking(working: Working, lnSoftmax: (logit: Operand) => number = () => NaN): number {
  const tokens: Token[] = working.flatMap((part): Token[] => (typeof part === 'string' ? tokensOf(part) : [part]));
  let next = 0;

  const sum = (): number => {
    let value = product();
    while (tokens[next] === '+' || tokens[next] === '−') value += tokens[next++] === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (tokens[next] === '×' || tokens[next] === '÷' || tokens[next] === '/') value *= tokens[next++] === '×' ? power() : 1 / power();
    return value;
  };
  const power = (): number => {
    const base = atom();
    if (tokens[next] === '²') {
      next++;
      return base * base;
    }
    if (tokens[next] !== '^') return base;
    next++;
    return base ** power();
  };
  const atom = (): number => {
    const token = tokens[next++];
    if (typeof token === 'number') return token;
    if (typeof token === 'object') return token.value;
    if (token === '−') return -power();
    if (token === 'e') return Math.E;
    if (token === '½') return 0.5;
    if (token === 'ln softmax') {
      const logit = tokens[next + 1];
      next += 3;
      return typeof logit === 'object' ? lnSoftmax(logit) : NaN;
    }
    const name = token !== undefined && token in CLOSING ? '' : token;
    const opening = name === '' ? token : tokens[next++];
    const call = FUNCTIONS[name ?? 'nothing'];
    if (call === undefined || opening === undefined || typeof opening !== 'string') throw new Error(`what is ${JSON.stringify(token)}?`);
    const given = [sum()];
    while (tokens[next] === ',') {
      next++;
      given.push(sum());
    }
    if (tokens[next++] !== CLOSING[opening]) throw new Error(`"${opening}" is not closed`);
    return call(...given);
  };

  const value = sum();
  if (next !== tokens.length) throw new Error(`${JSON.stringify(tokens[next])} is left over`);
  return value;
}

/** What a working comes to that may state its result with a reason, `1 since 3 > 0`. @throws Error if the reason is not true */
export function evaluateStatement(working: Working): number {
  const at = working.findIndex((part) => textOf(part).includes(SINCE));
  if (at === -1) return evaluateWorking(working);
  const [stated = '', reason = ''] = textOf(working[at]).split(SINCE);
  if (!holds([reason, ...working.slice(at + 1)].filter((part) => part !== ''))) throw new Error('the reason is not true');
  return evaluateWorking([...working.slice(0, at), stated]);
}

/** Whether a comparison holds; one in words, such as `the base is 0`, is about 0. */
function holds(comparison: Working): boolean {
  const at = comparison.findIndex((part) => /^ [<>=≤] ?/.test(textOf(part)));
  if (at === -1) {
    const [words, ...number] = comparison;
    return /^the (base|exponent) is $/.test(textOf(words)) && evaluateWorking(number) === 0;
  }
  const sign = textOf(comparison[at]).trim();
  const left = evaluateWorking(comparison.slice(0, at));
  const right = evaluateWorking([sign.slice(1), ...comparison.slice(at + 1)]);
  switch (sign.charAt(0)) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '≤':
      return left <= right;
    default:
      return left === right;
  }
}

function textOf(part: Working[number] | undefined): string {
  return typeof part === 'string' ? part : '';
}

function tokensOf(text: string): Token[] {
  const words = text.match(/ln softmax|[a-zσ√]+|-?\d[\d.e-]*|\S/g) ?? [];
  return words.map((word) => (/\d/.test(word) ? Number(word) : word));
}
