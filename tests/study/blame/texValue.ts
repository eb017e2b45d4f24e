/** A tensor for checking formulas: its shape, and its cells row after row. */
export interface Value {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What a formula is read with. */
export interface Scope {
  /** The tensors by their names in TeX. */
  readonly values: ReadonlyMap<string, Value>;
  /** What 𝟏 stands for. */
  readonly ones: Value;
  /** How many rows and columns stand where something is repeated. */
  readonly rows: number;
  readonly columns: number;
}

/** Reads a formula for a gradient as a reader would: products of matrices, ⊙ cell by cell, sums over rows or columns, and what is repeated in every row or column. */
export function texValue(tex: string, scope: Scope): Value {
  let rest = tex.trim();
  const take = (token: string): boolean => {
    if (!rest.startsWith(token)) return false;
    rest = rest.slice(token.length).trimStart();
    return true;
  };
  const match = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    rest = rest.slice(found[0].length).trimStart();
    return found[1] ?? found[0];
  };
  const must = (token: string): void => {
    if (!take(token)) throw new Error(`expected ${token} before "${rest}" in ${tex}`);
  };

  const sum = (): Value => {
    let total = take('-') ? each(number(-1), product(), (a, b) => a * b) : product();
    for (;;) {
      if (take('+')) total = each(total, product(), (a, b) => a + b);
      else if (take('-')) total = each(total, product(), (a, b) => a - b);
      else return total;
    }
  };
  const product = (): Value => {
    let total = matrices();
    while (take('\\odot') || take('\\cdot')) total = each(total, matrices(), (a, b) => a * b);
    return total;
  };
  const matrices = (): Value => {
    let total = factor();
    while (take('\\,')) total = times(total, factor());
    return total;
  };
  const factor = (): Value => {
    if (take('\\textstyle\\sum')) {
      const along = match(/^_\{\\text\{(\w+)\}\}/);
      return summed(factor(), along);
    }
    if (take('\\left[')) {
      const inner = sum();
      must('\\right]_{\\text{in every ');
      const row = take('row');
      if (!row) must('column');
      must('}}');
      const { rows, columns } = scope;
      const across = row ? { shape: [1, inner.data.length], data: inner.data } : { shape: [inner.data.length, 1], data: inner.data };
      return each(across, { shape: [rows, columns], data: new Array<number>(rows * columns).fill(1) }, (a, b) => a * b);
    }
    for (const [open, close] of [['\\left(', '\\right)'], ['(', ')']] as const) {
      if (!take(open)) continue;
      const inner = sum();
      must(close);
      return inner;
    }
    if (take('\\mathbf{1}')) return scope.ones;
    const fraction = match(/^\\tfrac\{1\}\{(\w)\}/);
    if (fraction !== undefined) return each(number(1), named(fraction), (a, b) => a / b);
    const literal = match(/^\d+/);
    if (literal !== undefined) return number(Number(literal));
    const value = named(match(/^[a-zA-Z](?:_\{\d+\})?/) ?? '');
    return take('^{\\mathsf T}') ? transposed(value) : value;
  };
  const named = (name: string): Value => {
    const value = scope.values.get(name);
    if (value === undefined) throw new Error(`nothing is called "${name}" before "${rest}" in ${tex}`);
    return value;
  };

  const value = sum();
  if (rest !== '') throw new Error(`"${rest}" is left of ${tex}`);
  return value;
}

function number(value: number): Value {
  return { shape: [], data: [value] };
}

/** Both as matrices, a vector being a row. */
function sized({ shape }: Value): readonly [rows: number, columns: number] {
  return [shape.length === 2 ? (shape[0] ?? 1) : 1, shape.at(-1) ?? 1];
}

function each(a: Value, b: Value, of: (a: number, b: number) => number): Value {
  const [[m, n], [p, q]] = [sized(a), sized(b)];
  if ((m !== p && m !== 1 && p !== 1) || (n !== q && n !== 1 && q !== 1)) throw new Error(`${m} × ${n} does not fit ${p} × ${q}`);
  const [rows, columns] = [Math.max(m, p), Math.max(n, q)];
  const at = (v: Value, height: number, width: number, i: number, j: number): number => v.data[(height === 1 ? 0 : i) * width + (width === 1 ? 0 : j)] ?? NaN;
  const data = Array.from({ length: rows * columns }, (_, cell) => {
    const [i, j] = [Math.floor(cell / columns), cell % columns];
    return of(at(a, m, n, i, j), at(b, p, q, i, j));
  });
  return { shape: [rows, columns], data };
}

function times(a: Value, b: Value): Value {
  if (a.data.length === 1 || b.data.length === 1) return each(a, b, (x, y) => x * y);
  const [[m, k], [l, n]] = [sized(a), sized(b)];
  if (k !== l) throw new Error(`${m} × ${k} times ${l} × ${n}`);
  const data = Array.from({ length: m * n }, (_, cell) => {
    let total = 0;
    for (let i = 0; i < k; i++) total += (a.data[Math.floor(cell / n) * k + i] ?? NaN) * (b.data[i * n + (cell % n)] ?? NaN);
    return total;
  });
  return { shape: [m, n], data };
}

function transposed(value: Value): Value {
  const [m, n] = sized(value);
  return { shape: [n, m], data: Array.from({ length: m * n }, (_, cell) => value.data[(cell % m) * n + Math.floor(cell / m)] ?? NaN) };
}

function summed(value: Value, along: string | undefined): Value {
  const [rows, columns] = sized(value);
  const add = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);
  if (along === undefined) return number(add(value.data));
  if (along === 'rows') return { shape: [1, columns], data: Array.from({ length: columns }, (_, j) => add(value.data.filter((_cell, at) => at % columns === j))) };
  if (along === 'columns') return { shape: [rows, 1], data: Array.from({ length: rows }, (_, i) => add(value.data.slice(i * columns, (i + 1) * columns))) };
  throw new Error(`no axis is called ${along}`);
}
