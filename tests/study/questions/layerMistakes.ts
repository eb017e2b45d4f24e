import type { Ask } from '../../../src/lessons/ask';
import type { Mistake } from './chainMistakes';
import { at, byHand, endsOf, slopesOf, times, transposed, type ByHand, type Layer, type Layers, type Rows } from './handLayers';

/** A product of the chain rule, with the name of the node over which it comes. */
interface Factors {
  readonly over: string;
  readonly local: number;
  readonly upstream: number;
}

/** The right answer to what is asked of layers, by hand; undefined where no number of a table is asked for. */
export function layerAnswer(made: Layers, asked: Ask): number | undefined {
  if (asked.what !== 'value' && asked.what !== 'gradient') return undefined;
  const { values, gradients } = byHand(made);
  if (asked.what === 'gradient' && asked.node === 'C') return 1;
  const rows = (asked.what === 'value' ? values : gradients).get(asked.node) ?? [];
  return rows.flat()[asked.cell];
}

/** Everything that somebody who makes one mistake comes to, for what is asked of layers; by hand alone. */
export function layerMistakes(made: Layers, asked: Ask): Mistake[] {
  const hand = byHand(made);
  if (asked.what === 'value') return valueMistakes(made, hand, asked.node, asked.cell);
  if (asked.what !== 'gradient' && asked.what !== 'flow') return [];
  const [reader = '', port = ''] = asked.what === 'flow' ? asked.edge.split(':') : [];
  const node = asked.what === 'gradient' ? asked.node : nodeAt(made, reader, Number(port));
  if (node === 'C') return [];
  const whole = hand.gradients.get(node) ?? [];
  const width = whole[0]?.length ?? 1;
  const [row, column] = [Math.floor(asked.cell / width), asked.cell % width];
  const products = factorsOf(made, hand, node, row, column).filter(({ over }) => asked.what === 'gradient' || over === reader);
  const share = (rows: Rows): number => at(rows, row, column);
  const mistakes: Mistake[] = [{ kind: 'value', value: at(hand.values.get(node) ?? [], row, column) }, ...reckoningMistakes(products)];

  const cells = made.y.flat().length;
  for (const factor of [1, 2, 1 / cells]) {
    const wrong = byHand(made, factor);
    const sum = factorsOf(made, wrong, node, row, column).filter(({ over }) => asked.what === 'gradient' || over === reader);
    mistakes.push({ kind: 'divisor', value: sum.reduce((all, { local, upstream }) => all + local * upstream, 0) });
  }
  // A vector has no rows that could be taken for columns.
  const isTable = !node.startsWith('b');
  if (isTable && row !== column && asked.what === 'gradient') mistakes.push({ kind: 'transpose', value: at(whole, column, row) });
  const untransposed = made.layers.map((layer, place) => untransposedOf(made, hand, layer, place, node)).filter((_, place) => asked.what === 'gradient' || reader === `l${place + 1}`);
  const present = untransposed.filter((rows) => rows !== 'elsewhere');
  if (present.length > 0 && present.every((rows) => rows !== 'misfit')) mistakes.push({ kind: 'transpose', value: present.reduce((sum, rows) => sum + share(rows), 0) });
  if (asked.what === 'flow') mistakes.push({ kind: 'whole', value: share(whole) });
  return mistakes;
}

function nodeAt(made: Layers, reader: string, port: number): string {
  const place = Number(reader.slice(1)) - 1;
  if (reader === 'C') return port === 0 ? 'y' : endsOf(made, made.layers.length - 1).gives;
  if (reader.startsWith('s')) return `l${place + 1}`;
  return [endsOf(made, place).reads, made.layers[place]?.weights ?? '', `b${place + 1}`][port] ?? '';
}

/** Every product that makes up a cell of a gradient. */
function factorsOf(made: Layers, { values, gradients }: ByHand, node: string, row: number, column: number): Factors[] {
  const { layers, y } = made;
  const found: Factors[] = [];
  const last = endsOf(made, layers.length - 1).gives;
  if (node === last || node === 'y') found.push({ over: 'C', local: at(gradients.get(node) ?? [], row, column), upstream: 1 });
  layers.forEach(({ weights, W, b, activation }, place) => {
    const [l, { reads, gives }] = [`l${place + 1}`, endsOf(made, place)];
    const G = gradients.get(l) ?? [];
    if (node === l && activation !== undefined) {
      found.push({ over: gives, local: at(slopesOf(activation, values.get(l) ?? [], values.get(gives) ?? []), row, column), upstream: at(gradients.get(gives) ?? [], row, column) });
    }
    if (node === reads) W[column]?.forEach((local, j) => found.push({ over: l, local, upstream: at(G, row, j) }));
    if (node === weights) y.forEach((_, i) => found.push({ over: l, local: at(values.get(reads) ?? [], i, row), upstream: at(G, i, column) }));
    if (node === `b${place + 1}` && b !== undefined) y.forEach((_, i) => found.push({ over: l, local: 1, upstream: at(G, i, column) }));
  });
  return found;
}

/** What a layer hands to a node with a transpose left out, where the tables still fit. */
function untransposedOf(made: Layers, { values, gradients }: ByHand, { weights, W }: Layer, place: number, node: string): Rows | 'misfit' | 'elsewhere' {
  const { reads } = endsOf(made, place);
  const G = gradients.get(`l${place + 1}`) ?? [];
  const fits = (left: Rows, right: Rows, rows: number, columns: number): boolean => left[0]?.length === right.length && left.length === rows && right[0]?.length === columns;
  if (node === reads) return fits(G, W, G.length, W.length) ? times(G, W) : 'misfit';
  const a = values.get(reads) ?? [];
  if (node === weights) return fits(a, G, W.length, W[0]?.length ?? 0) ? times(a, G) : 'misfit';
  return 'elsewhere';
}

/** Mistakes of reckoning with local derivatives and what arrives. */
function reckoningMistakes(products: readonly Factors[]): Mistake[] {
  const sum = (list: readonly Factors[]): number => list.reduce((all, { local, upstream }) => all + local * upstream, 0);
  const answer = sum(products);
  const mistakes: Mistake[] = [
    { kind: 'sign', value: -answer },
    { kind: 'local', value: products.reduce((all, { local }) => all + local, 0) },
    { kind: 'upstream', value: products.reduce((all, { upstream }) => all + upstream, 0) },
    { kind: 'upstream', value: products.reduce((all, { local, upstream }) => all + (local === 0 ? 0 : upstream), 0) },
    ...roughly((round) => products.reduce((all, { local, upstream }) => all + round(local) * round(upstream), 0)),
    ...pointMistakes(answer),
  ];
  const paths = [...new Set(products.map(({ over }) => over))];
  if (paths.length > 1) {
    for (const path of paths) {
      const share = sum(products.filter(({ over }) => over === path));
      mistakes.push({ kind: 'path', value: share }, { kind: 'path', value: answer - share });
    }
  }
  const [only, ...others] = products;
  if (only !== undefined && others.length === 0) mistakes.push({ kind: 'arithmetic', value: only.local + only.upstream });
  for (const [index, { over, local, upstream }] of products.entries()) {
    if (products.length > 1) mistakes.push({ kind: 'arithmetic', value: answer - 2 * local * upstream });
    const isPart = products.some((other, place) => place !== index && other.over === over);
    if (isPart) mistakes.push({ kind: 'arithmetic', value: answer - local * upstream });
  }
  return mistakes;
}

function valueMistakes(made: Layers, { values }: ByHand, node: string, cell: number): Mistake[] {
  const rows = values.get(node) ?? [];
  const width = rows[0]?.length ?? 1;
  const [row, column] = [Math.floor(cell / width), cell % width];
  const answer = at(rows, row, column);
  const mistakes: Mistake[] = [{ kind: 'sign', value: -answer }, ...pointMistakes(answer)];
  if (row !== column) mistakes.push({ kind: 'transpose', value: at(rows, column, row) });
  if (node === 'C') {
    const a = values.get(endsOf(made, made.layers.length - 1).gives) ?? [];
    const pairs = a.flatMap((given, i) => given.map((x, j): readonly [number, number] => [x, at(made.y, i, j)]));
    const squares = pairs.map(([x, y]) => (x - y) ** 2);
    const total = squares.reduce((sum, square) => sum + square, 0);
    mistakes.push({ kind: 'divisor', value: total });
    mistakes.push(...roughly((round) => pairs.reduce((sum, [x, y]) => sum + (round(x) - round(y)) ** 2, 0) / pairs.length));
    if (squares.length > 1) for (const square of squares) for (const often of [1, 2]) mistakes.push({ kind: 'arithmetic', value: (total - often * square) / squares.length });
    return mistakes;
  }
  const place = Number(node.slice(1)) - 1;
  const layer = made.layers[place];
  if (layer === undefined || node.startsWith('s')) return mistakes;
  const { W, b } = layer;
  const a = values.get(endsOf(made, place).reads) ?? [];
  const bias = b?.[column];
  if (W.length === W[0]?.length) mistakes.push({ kind: 'transpose', value: at(times(a, transposed(W)), row, column) + (bias ?? 0) });
  const summands = [...W.map((_, k) => at(a, row, k) * at(W, k, column)), ...(bias === undefined ? [] : [bias])];
  if (summands.length > 1) for (const summand of summands) for (const often of [1, 2]) mistakes.push({ kind: 'arithmetic', value: answer - often * summand });
  if (W.length === 1 && bias === undefined) mistakes.push({ kind: 'arithmetic', value: at(a, row, 0) + at(W, 0, column) });
  mistakes.push(...roughly((round) => W.reduce((sum, _, k) => sum + round(at(a, row, k)) * round(at(W, k, column)), round(bias ?? 0))));
  return mistakes;
}

/** What comes out if every number is rounded to a digit or two before it is used. */
export function roughly(reckon: (round: (x: number) => number) => number): Mistake[] {
  return [1, 2].map((digits) => ({ kind: 'arithmetic', value: reckon((x) => Number(x.toPrecision(digits))) }));
}

/** The point one place too far to the right, or to the left. */
export function pointMistakes(answer: number): Mistake[] {
  return [answer * 10, answer / 10].map((value) => ({ kind: 'arithmetic', value }));
}
