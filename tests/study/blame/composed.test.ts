import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { compile, record, type GraphNode, type Recording } from '../../../src/engine';
import { replay } from '../../../src/scene/recording/replay';
import { differenceOf } from '../../../src/scene/recording/verdict';
import { texName } from '../../../src/scene/format';
import { pathsTo } from '../../../src/study/blame/paths';
import { repeatsInside, texComposed, texLocal, texProduct } from '../../../src/study/blame/symbols';
import { texValue, type Value } from './texValue';

const ROWS = 3;
const COLUMNS = 4;

/** The leaves of the graphs below: their lengths tell rows from columns. */
const LEAVES: readonly GraphNode[] = [
  { id: 'X', role: 'parameter', value: [[0.5, -1.2, 2, 0.3], [1.1, 0.7, -0.4, 0.9], [-0.8, 1.6, 0.2, -1.5]] },
  { id: 'Z', role: 'parameter', value: [[1.5, 0.2, -2, 0.6], [-1.3, 0.4, 0.8, 1.9], [0.1, -0.6, 1.2, 0.5]] },
  { id: 'W', role: 'parameter', value: [[0.3, 1.1], [-0.7, 0.2], [1.4, -0.5], [0.6, 0.9]] },
  { id: 'g', role: 'parameter', value: [0.6, -1.1, 0.4, 1.7] },
  { id: 'h', role: 'parameter', value: [[1.2], [-0.3], [0.8]] },
  { id: 'v', role: 'parameter', value: [2, -1, 0.5] },
  { id: 'c', role: 'parameter', value: 1.3 },
  { id: 'b', role: 'parameter', value: [0.7] },
];

interface Line {
  readonly id: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | boolean>>;
}

/** A graph of those leaves that are read; the last line is the output. */
function recordingOf(lines: readonly Line[]): Recording {
  const read = new Set(lines.flatMap(({ inputs }) => inputs));
  const nodes: GraphNode[] = [...LEAVES.filter(({ id }) => read.has(id)), ...lines];
  return record(compile({ nodes, output: lines.at(-1)?.id ?? '' }));
}

/** The formula for the only path to a node. */
function composed(recording: Recording, node: string): string | undefined {
  const [path = []] = pathsTo(recording, node).paths;
  return texComposed(recording, path);
}

const line = (id: string, op: string, inputs: string, attributes?: Line['attributes']): Line => ({ id, op, inputs: inputs.split(' '), ...(attributes && { attributes }) });

const CASES: readonly { readonly name: string; readonly lines: readonly Line[]; readonly node: string; readonly says: string }[] = [
  {
    name: 'row sums',
    lines: [line('r', 'sum', 'X', { axis: 1 }), line('p', 'mul', 'r v'), line('C', 'sum', 'p')],
    node: 'X',
    says: '\\left[v \\odot \\mathbf{1}\\right]_{\\text{in every column}}',
  },
  {
    name: 'column sums, an axis counted from the end',
    lines: [line('r', 'sum', 'X', { axis: -2 }), line('p', 'mul', 'r g'), line('C', 'sum', 'p')],
    node: 'X',
    says: '\\left[g \\odot \\mathbf{1}\\right]_{\\text{in every row}}',
  },
  {
    name: 'means of columns that stay a row',
    lines: [line('r', 'mean', 'X', { axis: 0, keepDims: true }), line('d', 'mul', 'Z r'), line('C', 'sum', 'd')],
    node: 'X',
    says: '\\left[\\tfrac{1}{n}\\,\\left(\\textstyle\\sum_{\\text{rows}} \\left(Z \\odot \\mathbf{1}\\right)\\right)\\right]_{\\text{in every row}}',
  },
  {
    name: 'a product behind row sums',
    lines: [line('q', 'mul', 'X Z'), line('r', 'sum', 'q', { axis: 1, keepDims: true }), line('p', 'mul', 'r h'), line('C', 'sum', 'p')],
    node: 'X',
    says: 'Z \\odot \\left[h \\odot \\mathbf{1}\\right]_{\\text{in every column}}',
  },
  {
    name: 'a row that is added to every row',
    lines: [line('a', 'add', 'X g'), line('p', 'mul', 'a Z'), line('C', 'sum', 'p')],
    node: 'g',
    says: '\\textstyle\\sum_{\\text{rows}} \\left(Z \\odot \\mathbf{1}\\right)',
  },
  {
    name: 'a row that is taken away from every row',
    lines: [line('a', 'sub', 'X g'), line('p', 'mul', 'a Z'), line('C', 'sum', 'p')],
    node: 'g',
    says: '-\\textstyle\\sum_{\\text{rows}} \\left(Z \\odot \\mathbf{1}\\right)',
  },
  {
    name: 'a column that every column is multiplied by',
    lines: [line('a', 'mul', 'X h'), line('C', 'sum', 'a')],
    node: 'h',
    says: '\\textstyle\\sum_{\\text{columns}} \\left(X \\odot \\mathbf{1}\\right)',
  },
  {
    name: 'a number that a matrix is multiplied by',
    lines: [line('a', 'mul', 'X c'), line('p', 'mul', 'a Z'), line('C', 'sum', 'p')],
    node: 'c',
    says: '\\textstyle\\sum \\left(X \\odot Z \\odot \\mathbf{1}\\right)',
  },
  {
    name: 'one bias for all columns',
    lines: [line('z', 'linear', 'X W b'), line('C', 'sum', 'z')],
    node: 'b',
    says: '\\textstyle\\sum \\mathbf{1}',
  },
  {
    name: 'a matrix whose rows are multiplied by a row',
    lines: [line('p', 'mul', 'X g'), line('q', 'neg', 'p'), line('C', 'sum', 'q')],
    node: 'X',
    says: 'g \\odot \\left(-\\mathbf{1}\\right)',
  },
  {
    name: 'an output of many cells',
    lines: [line('q', 'mul', 'X Z'), line('O', 'add', 'q g')],
    node: 'X',
    says: 'Z \\odot \\mathbf{1}',
  },
  {
    name: 'row sums of a product with a row',
    lines: [line('q', 'mul', 'X g'), line('r', 'sum', 'q', { axis: 1 }), line('p', 'mul', 'r v'), line('C', 'sum', 'p')],
    node: 'g',
    says: '\\textstyle\\sum_{\\text{rows}} \\left(X \\odot \\left[v \\odot \\mathbf{1}\\right]_{\\text{in every column}}\\right)',
  },
];

describe('texComposed', () => {
  test.each(CASES)('is what central differences give: $name', ({ lines, node, says }) => {
    const recording = recordingOf(lines);
    const tex = composed(recording, node) ?? '';
    expect(tex).toBe(says);
    const program = replay(recording);
    const values = new Map<string, Value>(recording.graph.nodes.map(({ id }) => [texName(id), { shape: [...program.view(id).shape], data: [...program.view(id).data] }]));
    // Of the one mean here, over three rows.
    values.set('n', { shape: [], data: [ROWS] });
    // The ones have the shape of what has been summed up.
    const spread = program.view(lines.at(-1)?.op === 'sum' ? (lines.at(-1)?.inputs[0] ?? '') : recording.graph.output).shape;
    const ones = { shape: [...spread], data: new Array<number>(spread.reduce((size, length) => size * length, 1)).fill(1) };
    const found = texValue(tex, { values, ones, rows: ROWS, columns: COLUMNS });
    const { shape, data } = program.view(node);
    expect(found.data.length, `${tex} in the shape of ${node}`).toBe(data.length);
    expect(found.data.length === 1 ? [] : found.shape.filter((length) => length > 1)).toEqual([...shape].filter((length) => length > 1));
    const [path = []] = pathsTo(recording, node).paths;
    for (const formula of [tex, texProduct(recording, path)]) expect(() => katex.renderToString(formula, { throwOnError: true, strict: 'error' }), formula).not.toThrow();
    for (const cell of data.keys()) expect(found.data[cell]).toBeCloseTo(differenceOf(program, node, cell).numeric, 6);
  });
});

describe('texLocal', () => {
  test('says along which axis copies are summed, and where a cell is repeated', () => {
    const local = (lines: readonly Line[], node: string): string | undefined => {
      const recording = recordingOf(lines);
      const edge = pathsTo(recording, node).paths[0]?.at(-1);
      return edge && texLocal(recording, edge);
    };
    expect(local([line('a', 'add', 'X g'), line('C', 'sum', 'a')], 'g')).toBe('\\textstyle\\sum_{\\text{rows}}');
    expect(local([line('a', 'sub', 'X h'), line('C', 'sum', 'a')], 'h')).toBe('-\\textstyle\\sum_{\\text{columns}}');
    expect(local([line('a', 'mul', 'X c'), line('C', 'sum', 'a')], 'c')).toBe('X \\text{, }\\textstyle\\sum');
    expect(local([line('r', 'sum', 'X', { axis: 1 }), line('C', 'sum', 'r')], 'X')).toBe('1 \\text{ in every column}');
    expect(local([line('r', 'mean', 'X', { axis: 0 }), line('C', 'sum', 'r')], 'X')).toBe('\\tfrac{1}{n} \\text{ in every row}');
  });
});

describe('repeatsInside', () => {
  test('is true where a factor is smaller than what it multiplies, but for a single number', () => {
    const repeats = (lines: readonly Line[], node: string): boolean => {
      const recording = recordingOf(lines);
      return repeatsInside(recording, pathsTo(recording, node).paths[0] ?? []);
    };
    expect(repeats([line('p', 'mul', 'X g'), line('C', 'sum', 'p')], 'X')).toBe(true);
    expect(repeats([line('p', 'mul', 'X g'), line('C', 'sum', 'p')], 'g')).toBe(false);
    expect(repeats([line('p', 'mul', 'X c'), line('C', 'sum', 'p')], 'X')).toBe(false);
    expect(repeats([line('p', 'mul', 'X Z'), line('C', 'sum', 'p')], 'X')).toBe(false);
  });
});
