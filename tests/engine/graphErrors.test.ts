import { describe, expect, test } from 'vitest';
import { compile, GraphError, topologicalSort, type Graph } from '../../src/engine';
import { thrownBy } from './thrown';

/** A graph as it may come from outside: anything that JSON can hold. */
function fromJson(text: string): Graph {
  return JSON.parse(text) as Graph;
}

/** A graph of a few leaves and one node `f`, as JSON. */
function withNode(node: string, output = '"f"'): Graph {
  return fromJson(`{"nodes": [
    {"id": "x", "role": "parameter", "value": [1, 2]},
    {"id": "weights", "role": "parameter", "value": [[1, 2], [3, 4]]},
    ${node}
  ], "output": ${output}}`);
}

const sentences: readonly (readonly [title: string, graph: Graph, message: string, node?: string])[] = [
  ['a graph without a list of nodes', fromJson('{"output": "f"}'), 'The graph has no list of nodes'],
  ['a graph without nodes', fromJson('{"nodes": [], "output": "f"}'), 'The graph has no nodes'],
  ['a node that is null', fromJson('{"nodes": [null], "output": "f"}'), 'Node number 1 is null, not a node'],
  ['a node that is a number', withNode('7'), 'Node number 3 is 7, not a node'],
  ['a node without an id', withNode('{"role": "data", "shape": []}'), 'Node number 3 has no id; an id is a text that is not empty'],
  ['a node whose id is a number', withNode('{"id": 7, "role": "data", "shape": []}'), 'Node number 3 has no id; an id is a text that is not empty'],
  ['a node whose id is empty', withNode('{"id": "", "role": "data", "shape": []}'), 'Node number 3 has no id; an id is a text that is not empty'],
  ['an id that is given twice', withNode('{"id": "x", "role": "data", "shape": []}'), 'Two nodes have the id "x"; ids must differ', 'x'],
  ['an output that does not exist', withNode('{"id": "f", "op": "exp", "inputs": ["x"]}', '"cost"'), 'The output "cost" is not a node of the graph'],
  ['an output that is misspelt', withNode('{"id": "f", "op": "exp", "inputs": ["x"]}', '"weigths"'), 'The output "weigths" is not a node of the graph; did you mean "weights"?'],
  ['an output that is missing', fromJson('{"nodes": [{"id": "x", "role": "data", "shape": []}]}'), 'The output "undefined" is not a node of the graph'],
  ['a node that is neither leaf nor operation', withNode('{"id": "f"}'), 'Node "f" has neither a role nor an op', 'f'],
  ['an op that does not exist', withNode('{"id": "f", "op": "convolve", "inputs": ["x"]}'), 'Node "f": there is no op "convolve"', 'f'],
  ['an op that is misspelt', withNode('{"id": "f", "op": "sigmiod", "inputs": ["x"]}'), 'Node "f": there is no op "sigmiod"; did you mean "sigmoid"?', 'f'],
  ['an operation without a list of inputs', withNode('{"id": "f", "op": "exp", "inputs": "x"}'), 'Exp "f" has no list of inputs', 'f'],
  ['an input that does not exist', withNode('{"id": "f", "op": "sub", "inputs": ["x", "q"]}'), 'Subtract "f": port b reads "q", which is not a node of the graph', 'f'],
  ['an input that is misspelt', withNode('{"id": "f", "op": "matmul", "inputs": ["wieghts", "x"]}'), 'Matrix product "f": port A reads "wieghts", which is not a node of the graph; did you mean "weights"?', 'f'],
  ['an input of the third port of an op that takes any number', withNode('{"id": "f", "op": "add", "inputs": ["x", "x", "q"]}'), 'Add "f": port x3 reads "q", which is not a node of the graph', 'f'],
  ['an input that is a number', withNode('{"id": "f", "op": "exp", "inputs": [5]}'), 'Exp "f": port x reads "5", which is not a node of the graph', 'f'],
  ['an input too few', withNode('{"id": "f", "op": "linear", "inputs": ["x", "weights"]}'), 'Linear "f" takes 3 inputs (X, W, b) but has 2', 'f'],
  ['an input too many', withNode('{"id": "f", "op": "exp", "inputs": ["x", "x"]}'), 'Exp "f" takes 1 input (x) but has 2', 'f'],
  ['no input where any number will do', withNode('{"id": "f", "op": "mul", "inputs": []}'), 'Multiply "f" takes at least one input but has 0', 'f'],
  ['an attribute where there is none', withNode('{"id": "f", "op": "exp", "inputs": ["x"], "attributes": {"axis": 0}}'), 'Exp "f": there is no attribute "axis"; Exp has none', 'f'],
  ['an attribute that does not exist', withNode('{"id": "f", "op": "sum", "inputs": ["x"], "attributes": {"axes": 0}}'), 'Sum "f": there is no attribute "axes"; Sum has axis and keepDims', 'f'],
  ['an axis that is not whole', withNode('{"id": "f", "op": "sum", "inputs": ["x"], "attributes": {"axis": 0.5}}'), 'Sum "f": axis must be a whole number, but it is 0.5', 'f'],
  ['an axis that is a text', withNode('{"id": "f", "op": "mean", "inputs": ["x"], "attributes": {"axis": "rows"}}'), 'Mean "f": axis must be a whole number, but it is "rows"', 'f'],
  ['keepDims that is not a flag', withNode('{"id": "f", "op": "mean", "inputs": ["x"], "attributes": {"keepDims": 1}}'), 'Mean "f": keepDims must be true or false, but it is 1', 'f'],
  ['a role that does not exist', withNode('{"id": "f", "role": "target", "value": 1}'), 'Leaf "f" has the role "target"; a leaf is data, parameter or constant', 'f'],
  ['a shape with a zero', withNode('{"id": "f", "role": "data", "shape": [3, 0]}'), 'Data "f": the shape [3,0] must be a list of whole numbers from 1 up', 'f'],
  ['a shape with a text', withNode('{"id": "f", "role": "data", "shape": ["3"]}'), 'Data "f": the shape ["3"] must be a list of whole numbers from 1 up', 'f'],
  ['a shape that is not a list', withNode('{"id": "f", "role": "data", "shape": 3}'), 'Data "f": the shape 3 must be a list of whole numbers from 1 up', 'f'],
  ['a leaf that is too large', withNode('{"id": "f", "role": "data", "shape": [5000, 5000]}'), 'Data "f" is 5000 × 5000, which is too large to compute', 'f'],
  ['a leaf without value and shape', withNode('{"id": "f", "role": "constant"}'), 'Constant "f" has neither a value nor a shape', 'f'],
  ['a leaf whose value is an empty list', withNode('{"id": "f", "role": "constant", "value": []}'), 'Constant "f": its value is an empty list', 'f'],
  ['a leaf whose value is null', withNode('{"id": "f", "role": "constant", "value": null}'), 'Constant "f": null is not a number', 'f'],
  ['a leaf whose value is a text', withNode('{"id": "f", "role": "constant", "value": "7"}'), 'Constant "f": "7" is not a number', 'f'],
  ['a leaf whose value holds a text', withNode('{"id": "f", "role": "parameter", "value": [1, "a"]}'), 'Parameter "f": "a" is not a number', 'f'],
  ['a leaf whose rows differ in length', withNode('{"id": "f", "role": "parameter", "value": [[1, 2], [3]]}'), 'Parameter "f": the lists are ragged: by their first entries they are 2 × 2, but along axis 1 one has another length', 'f'],
  ['a leaf whose shape and value disagree', withNode('{"id": "f", "role": "parameter", "shape": [2, 1], "value": [1, 2]}'), 'Parameter "f": its shape says 2 × 1 but its value is 2', 'f'],
];

describe('compile and topologicalSort refuse, with a sentence that says what and where,', () => {
  for (const [title, graph, message, node] of sentences) {
    test(title, () => {
      for (const call of [compile, topologicalSort]) {
        const error = thrownBy(() => call(graph));
        expect(error).toBeInstanceOf(GraphError);
        expect(error.name).toBe('GraphError');
        expect(error.message).toBe(message);
        expect(error instanceof GraphError ? error.node : 'none').toBe(node);
      }
    });
  }
});

describe('compile refuses', () => {
  test('a result that would be too large', () => {
    const graph = fromJson(`{"nodes": [
      {"id": "a", "role": "data", "shape": [5000, 1]}, {"id": "b", "role": "data", "shape": [5000]},
      {"id": "f", "op": "add", "inputs": ["a", "b"]}], "output": "f"}`);
    const error = thrownBy(() => compile(graph));
    expect(error.message).toBe('Add "f" would be 5000 × 5000, which is too large to compute');
  });
});
