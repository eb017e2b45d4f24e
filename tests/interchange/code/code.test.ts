import { describe, expect, it } from 'vitest';
import { compile, recordSort, type Graph } from '../../../src/engine';
import { CODE_STYLES, codeOf, linesOf, textOf, type Code, type CodeStyle } from '../../../src/interchange/code/code';
import { scalars } from '../../engine/scalarGraphs';
import { bostonRecording, recordingOf } from './generatedCases';

function coded(graph: Graph, style: CodeStyle, learningRate?: number): Code {
  const code = codeOf(recordingOf(graph, learningRate), style);
  if (code === undefined) throw new Error('no code');
  return code;
}

const linesIn = (code: Code): string[] => code.lines.map(({ text }) => text);

/** The texts of the lines in which each step of an iteration happens. */
function textsOfSteps(graph: Graph, style: CodeStyle, learningRate?: number): Map<string, string[]> {
  const recording = recordingOf(graph, learningRate);
  const code = codeOf(recording, style);
  if (code === undefined) throw new Error('no code');
  return new Map(
    recording.steps.map((step) => [
      `${step.kind} ${'edge' in step ? step.edge.id : step.node}`,
      linesOf(code, step).map((line) => code.lines[line]?.text.trim() ?? ''),
    ]),
  );
}

const CHAIN = scalars('x := -2', 'y := 5', 'z = -4', 'q = add(x, y)', 'f = mul(q, z)');

describe('codeOf in NumPy', () => {
  it('writes a line for each value and each contribution to a gradient, in their order', () => {
    const lines = linesIn(coded(CHAIN, 'NumPy', 0.5));
    const from = lines.indexOf('# What is fed.');
    expect(lines.slice(from, lines.indexOf('if __name__ == "__main__":') - 1)).toEqual([
      '# What is fed.',
      'x = np.array(-2.0)',
      'y = np.array(5.0)',
      'z = np.array(-4.0)',
      '',
      '# Forward.',
      'q = x + y',
      'f = q * z',
      '',
      '# Backward: grad_v is the gradient of f with respect to v.',
      'grad_f = np.ones_like(f)',
      'grad_q = grad_f * z',
      'grad_z = grad_f * q',
      'grad_x = grad_q',
      'grad_y = grad_q',
      '',
      '# Update.',
      'learning_rate = 0.5',
      'next_x = x - learning_rate * grad_x',
      'next_y = y - learning_rate * grad_y',
    ]);
  });

  it('adds what comes back to a node that is read more than once', () => {
    const lines = linesIn(coded(scalars('x := 3', 'f = mul(x, x)'), 'NumPy'));
    expect(lines.filter((line) => line.startsWith('grad_x'))).toEqual(['grad_x = grad_f * x', 'grad_x = grad_x + grad_f * x']);
  });

  it('brings the functions that are called, and no others', () => {
    const named = (graph: Graph): string[] => linesIn(coded(graph, 'NumPy')).flatMap((line) => /^def (\w+)/.exec(line)?.[1] ?? []);
    expect(named(CHAIN)).toEqual([]);
    expect(named(scalars('x := 3', 'f = sigmoid(x)'))).toEqual(['sigmoid', 'sigmoid_slope']);
    const stretched: Graph = {
      nodes: [{ id: 'b', role: 'parameter', value: 1 }, { id: 'x', role: 'data', value: [1, 2] }, { id: 's', op: 'add', inputs: ['b', 'x'] }, { id: 'f', op: 'sum', inputs: ['s'] }],
      output: 'f',
    };
    expect(named(stretched)).toEqual(['unbroadcast']);
    expect(linesIn(coded(stretched, 'NumPy'))).toContain('grad_b = unbroadcast(grad_s, b.shape)');
  });

  it('has a gradient of zeros for a parameter that leads nowhere, which stays as it is', () => {
    const lines = linesIn(coded({ ...scalars('x := 3', 'w := 2', 'f = exp(x)'), output: 'f' }, 'NumPy', 0.1));
    expect(lines).toContain('grad_w = np.zeros_like(w)  # It does not lead to f.');
  });
});

describe('codeOf in the lesson’s Python', () => {
  it('has one class for each op, however many nodes it computes, with the gradients by port', () => {
    const lines = linesIn(coded(scalars('x := 3', 'y := 2', 'p = mul(x, y)', 'f = mul(p, p)'), 'Python'));
    expect(lines.filter((line) => line.startsWith('class '))).toEqual(['class Node:', 'class Input(Node):', 'class Multiply(Node):']);
    expect(lines.filter((line) => line.includes('self.gradients['))).toEqual([
      '        self.gradients[0] = self.gradient * x2',
      '        self.gradients[1] = self.gradient * x1',
    ]);
    expect(lines).toContain('f = Multiply("f", p, p)');
  });

  it('has classes of their own for nodes that compute in another way', () => {
    const graph: Graph = {
      nodes: [
        { id: 'x', role: 'data', value: [[1, 2]] },
        { id: 'rows', op: 'sum', inputs: ['x'], attributes: { axis: -1, keepDims: true } },
        { id: 'all', op: 'sum', inputs: ['rows'] },
        { id: 'f', op: 'add', inputs: ['all', 'all', 'all'] },
      ],
      output: 'f',
    };
    expect(linesIn(coded(graph, 'Python')).filter((line) => line.startsWith('class ')).slice(2)).toEqual([
      'class SumAxisMinus1KeepDims(Node):',
      'class Sum(Node):',
      'class Add3(Node):',
    ]);
  });

  it('has an update only where the iteration has one', () => {
    const defines = (learningRate?: number): boolean => linesIn(coded(CHAIN, 'Python', learningRate)).includes('def sgd_update(trainables, learning_rate):');
    expect([defines(), defines(0.1)]).toEqual([false, true]);
  });
});

describe('codeOf in PyTorch', () => {
  it('lets autograd go back, and asks it to keep every gradient', () => {
    const lines = linesIn(coded(CHAIN, 'PyTorch', 0.5));
    expect(lines).toContain('torch.set_default_dtype(torch.float64)');
    expect(lines).toContain('x = torch.tensor(-2.0, requires_grad=True)');
    expect(lines).toContain('for node in [q, f]:');
    expect(lines).toContain('f.backward()');
    expect(lines).toContain('    next_x = x - learning_rate * x.grad');
  });

  it('says so where nothing wants a gradient', () => {
    expect(linesIn(coded(scalars('f = add(1, 2)'), 'PyTorch'))).toContain('# Nothing that leads to f wants a gradient.');
  });

  it('spells what is not finite without NumPy', () => {
    const graph: Graph = { nodes: [{ id: 'x', role: 'data', value: [Infinity, -Infinity, NaN] }, { id: 'f', op: 'sum', inputs: ['x'] }], output: 'f' };
    expect(linesIn(coded(graph, 'PyTorch'))).toContain('x = torch.tensor([float("inf"), -float("inf"), float("nan")], requires_grad=True)');
  });
});

describe('codeOf', () => {
  it('has nothing to write where some node has no value', () => {
    const program = compile(CHAIN);
    expect(codeOf({ graph: CHAIN, order: program.order, edges: program.edges, steps: recordSort(CHAIN) }, 'NumPy')).toBeUndefined();
  });

  it('writes the values of each recording of a graph, and another learning rate', () => {
    const program = compile(CHAIN);
    const write = (x: number): string[] => {
      program.feed('x', x);
      const code = codeOf(recordingOf({ ...CHAIN, nodes: CHAIN.nodes.map((node) => (node.id === 'x' ? { id: 'x', role: 'parameter', value: x } : node)) }), 'NumPy');
      return code === undefined ? [] : linesIn(code);
    };
    expect(write(7)).toContain('x = np.array(7.0)');
    expect(write(8)).toContain('x = np.array(8.0)');
    expect(linesIn(coded(CHAIN, 'NumPy', 0.1))).toContain('learning_rate = 0.1');
    expect(linesIn(coded(CHAIN, 'NumPy', 0.2))).toContain('learning_rate = 0.2');
  });

  it.each(CODE_STYLES)('folds large leaves in the lines of %s and writes them out in the file', (style) => {
    const code = codeOf(bostonRecording(11), style);
    if (code === undefined) throw new Error('no code');
    const folded = code.lines.filter((line) => line.folded !== undefined);
    expect(folded.map(({ text }) => /# (.+), whole in the copy$/.exec(text)?.[1])).toEqual(['11 × 13', '11 × 1', '13 × 10', '10 numbers', '10 × 1']);
    const text = textOf(code);
    expect(text).not.toContain('…');
    const hidden = folded.reduce((sum, line) => sum + (line.folded?.count ?? 0) - 1, 0);
    expect(text.split('\n')).toHaveLength(code.lines.length + hidden + 1);
  });
});

describe('linesOf', () => {
  it('finds the one line of each step by hand, and none for the sort', () => {
    const texts = textsOfSteps(CHAIN, 'NumPy', 0.5);
    expect(texts.get('ready x')).toEqual([]);
    expect(texts.get('feed z')).toEqual(['z = np.array(-4.0)']);
    expect(texts.get('carry f:1')).toEqual(['f = q * z']);
    expect(texts.get('compute f')).toEqual(['f = q * z']);
    expect(texts.get('seed f')).toEqual(['grad_f = np.ones_like(f)']);
    expect(texts.get('flow f:1')).toEqual(['grad_z = grad_f * q']);
    expect(texts.get('update y')).toEqual(['next_y = y - learning_rate * grad_y']);
  });

  it('finds the class’s line first and the node’s own behind it in the lesson’s Python, and the lines of the sort', () => {
    const texts = textsOfSteps(CHAIN, 'Python', 0.5);
    expect(texts.get('ready x')).toEqual(['ready = deque(feed_dict)']);
    expect(texts.get('ready q')).toEqual(['ready.append(reader)']);
    expect(texts.get('emit x')).toEqual(['order.append(node)']);
    expect(texts.get('release q:0')).toEqual(['waiting[reader] = waiting.get(reader, len(reader.inbound_nodes)) - 1']);
    expect(texts.get('feed x')).toEqual(['x: np.array(-2.0),']);
    expect(texts.get('compute q')).toEqual(['self.value = x1 + x2', 'q = Add("q", x, y)']);
    expect(texts.get('seed f')).toEqual(['output.gradient = np.ones_like(output.value)']);
    expect(texts.get('flow f:1')).toEqual(['self.gradients[1] = self.gradient * x1', 'f = Multiply("f", q, z)']);
    expect(texts.get('update x')).toEqual(['node.value = node.value - learning_rate * node.gradient']);
  });

  it('finds the one line in which torch goes back for all of the backward pass', () => {
    const texts = textsOfSteps(CHAIN, 'PyTorch', 0.5);
    expect([texts.get('seed f'), texts.get('flow f:0'), texts.get('flow q:1')]).toEqual([['f.backward()'], ['f.backward()'], ['f.backward()']]);
    expect(texts.get('update x')).toEqual(['next_x = x - learning_rate * x.grad']);
  });

  it.each(CODE_STYLES)('finds a line for every step of an iteration behind the sort in %s', (style) => {
    const missing = [...textsOfSteps(CHAIN, style, 0.5)].filter(([step, lines]) => lines.length === 0 && !/^(ready|emit|release)/.test(step));
    expect(missing).toEqual([]);
  });
});
