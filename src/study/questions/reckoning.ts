/** Arithmetic on numbers, as a tree. */
export interface Reckoning {
  readonly kind: 'number' | 'sum' | 'product' | 'quotient' | 'power' | 'negative' | 'call';
  /** Of a number alone. */
  readonly value?: number;
  /** Of a function's call alone. */
  readonly name?: string;
  readonly of: readonly Reckoning[];
}

/** A number by itself. */
export function numberOf(value: number): Reckoning {
  return { kind: 'number', value, of: [] };
}

/** The functions that people use to work out an answer, by the names that they and the page give them. */
const FUNCTIONS: ReadonlyMap<string, (...inputs: readonly number[]) => number> = new Map([
  ['exp', Math.exp],
  ['log', Math.log],
  ['ln', Math.log],
  ['sqrt', Math.sqrt],
  ['√', Math.sqrt],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tanh', Math.tanh],
  ['abs', Math.abs],
  ['max', Math.max],
  ['relu', (x = NaN) => Math.max(0, x)],
  ['sigmoid', (x = NaN) => 1 / (1 + Math.exp(-x))],
  ['σ', (x = NaN) => 1 / (1 + Math.exp(-x))],
]);

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['pi', Math.PI],
  ['π', Math.PI],
]);

/** Signs that are set otherwise than they are typed. A lone x between numbers is a times sign. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[−–—﹣-]/g, '-'],
  [/[×·∙⋅∗•✕✖]/g, '*'],
  [/[÷∕⁄]/g, '/'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/\[/g, '('],
  [/\]/g, ')'],
];

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|([a-zσπ]+|√)|([-+*/^(),]))/iy;

/** Deeper than anybody nests by hand. */
const MOST_LEVELS = 60;

/** Reads arithmetic; undefined if it is none. Never throws, and computes nothing. */
export function readReckoning(text: string): Reckoning | undefined {
  const tokens = tokensOf(SIGNS.reduce((plain, [sign, meaning]) => plain.replace(sign, meaning), text));
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  const read = reader.sum(0);
  return reader.isAtEnd ? read : undefined;
}

/** What arithmetic comes to. */
export function reckoned({ kind, value = NaN, name = '', of }: Reckoning): number {
  if (kind === 'number') return value;
  const [first = NaN, ...others] = of.map(reckoned);
  switch (kind) {
    case 'sum':
      return others.reduce((sum, x) => sum + x, first);
    case 'product':
      return others.reduce((product, x) => product * x, first);
    case 'quotient':
      return others.reduce((left, x) => left / x, first);
    case 'power':
      return others.reduce((base, x) => base ** x, first);
    case 'negative':
      return -first;
    case 'call':
      return FUNCTIONS.get(name)?.(first, ...others) ?? NaN;
  }
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, number, name, sign] = TOKEN.exec(text) ?? [];
    const token = number ?? name?.toLowerCase() ?? sign;
    if (token === undefined) return undefined;
    tokens.push(token === 'x' ? '*' : token);
  }
  return tokens;
}

/** Reads from left to right; what cannot be read ends it before the end. */
class Reader {
  #at = 0;

  constructor(readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.tokens.length > 0 && this.#at === this.tokens.length;
  }

  sum(level: number): Reckoning | undefined {
    let term = this.#product(level);
    if (term === undefined) return undefined;
    const terms = [term];
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-')) {
      term = this.#product(level);
      if (term === undefined) return undefined;
      terms.push(sign === '-' ? { kind: 'negative', of: [term] } : term);
    }
    return terms.length === 1 ? terms[0] : { kind: 'sum', of: terms };
  }

  #product(level: number): Reckoning | undefined {
    let left = this.#signed(level);
    for (let sign = this.#take('*', '/'); left !== undefined && sign !== undefined; sign = this.#take('*', '/')) {
      const right = this.#signed(level);
      if (right === undefined) return undefined;
      if (sign === '/') left = { kind: 'quotient', of: [left, right] };
      else left = { kind: 'product', of: left.kind === 'product' ? [...left.of, right] : [left, right] };
    }
    return left;
  }

  #signed(level: number): Reckoning | undefined {
    if (level > MOST_LEVELS) return undefined;
    const sign = this.#take('-', '+');
    if (sign === undefined) return this.#power(level);
    const of = this.#signed(level + 1);
    if (of === undefined || sign === '+') return of;
    return of.kind === 'number' && of.value !== undefined ? numberOf(-of.value) : { kind: 'negative', of: [of] };
  }

  #power(level: number): Reckoning | undefined {
    const base = this.#atom(level);
    if (base === undefined || this.#take('^') === undefined) return base;
    const exponent = this.#signed(level + 1);
    return exponent && { kind: 'power', of: [base, exponent] };
  }

  #atom(level: number): Reckoning | undefined {
    const token = this.tokens[this.#at++];
    if (token === undefined) return undefined;
    if (/^[\d.]/.test(token)) return numberOf(Number(token));
    if (token === '(') {
      const inner = this.sum(level + 1);
      return this.#take(')') === undefined ? undefined : inner;
    }
    const constant = CONSTANTS.get(token);
    if (constant !== undefined) return numberOf(constant);
    if (!FUNCTIONS.has(token) || this.#take('(') === undefined) return undefined;
    const of: Reckoning[] = [];
    do {
      const input = this.sum(level + 1);
      if (input === undefined) return undefined;
      of.push(input);
    } while (this.#take(',') !== undefined);
    return this.#take(')') === undefined ? undefined : { kind: 'call', name: token, of };
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at++;
    return token;
  }
}
