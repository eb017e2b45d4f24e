import { gradientName, nextName } from './identifiers';
import { isStretched, type CodedFlow, type CodedIteration, type CodedOperation, type CodedLeaf } from './iteration';
import { calledFunctions } from './functions';
import { plainLines, type CodeLine, type CodePart } from './line';
import { NUMPY } from './literal';
import { pythonFloat } from '../numpy';

/** One iteration as straight-line NumPy: a line for each value, for each contribution to a gradient and for each update. */
export function numpyByHand(iteration: CodedIteration): CodePart[] {
  const { leaves, operations, output } = iteration;
  const body: CodePart[] = [
    ...plainLines('\n# What is fed.'),
    ...leaves.map(({ id, name }) => ({ leaf: id, before: `${name} = `, after: '', dialect: NUMPY })),
    ...plainLines('\n# Forward.'),
    ...operations.map(forwardLine),
    ...plainLines(`\n# Backward: ${gradientName('v')} is the gradient of ${output.name} with respect to v.`),
    ...backwardLines(iteration),
    ...updateLines(iteration),
    ...reportLines(iteration),
  ];
  const functions = calledFunctions(iteration, body);
  return [
    ...plainLines('"""One iteration of backpropagation in NumPy, line by line. Numbers are doubles (float64)."""\nimport numpy as np'),
    ...functions,
    ...(functions.length > 0 ? plainLines('') : []),
    ...body,
  ];
}

function forwardLine(operation: CodedOperation): CodeLine {
  const { id, name, op, inputs, shapes, constants, node } = operation;
  const value = op.code.forward({ inputs, output: name, shapes, constants, attributes: node.attributes ?? {} });
  return { text: `${name} = ${value}`, at: [`compute ${id}`] };
}

function backwardLines({ names, flows, output, parameters, reached, learningRate }: CodedIteration): CodeLine[] {
  const seed = { text: `${gradientName(output.name)} = np.ones_like(${output.name})`, at: [`seed ${output.id}`] };
  const unreached = learningRate === undefined ? [] : parameters.filter(({ id }) => !reached.has(id));
  return [
    seed,
    ...unreached.map(({ name }) => ({ text: `${gradientName(name)} = np.zeros_like(${name})  # It does not lead to ${output.name}.` })),
    ...flows.map((flow) => flowLine(flow, names.get(flow.edge.from) ?? flow.edge.from)),
  ];
}

/** One edge's contribution; the first that arrives is the gradient, each further one is added to it. */
function flowLine({ edge, operation, first }: CodedFlow, to: string): CodeLine {
  const { name, op, inputs, shapes, node } = operation;
  const names = { inputs, output: name, shapes, attributes: node.attributes ?? {}, upstream: gradientName(name) };
  const own = op.code.backward(names, edge.port);
  const flow = isStretched(operation, edge.port) ? `unbroadcast(${own}, ${to}.shape)` : own;
  const target = gradientName(to);
  return { text: `${target} = ${first ? flow : `${target} + ${flow}`}`, at: [`flow ${edge.id}`] };
}

function updateLines({ learningRate, parameters }: CodedIteration): CodeLine[] {
  if (learningRate === undefined) return [];
  const line = ({ id, name }: CodedLeaf): CodeLine => ({
    text: `${nextName(name)} = ${name} - learning_rate * ${gradientName(name)}`,
    at: [`update ${id}`],
  });
  return [...plainLines(`\n# Update.\nlearning_rate = ${pythonFloat(learningRate)}`), ...parameters.map(line)];
}

function reportLines({ leaves, output, reached, learningRate, parameters }: CodedIteration): CodeLine[] {
  const gradients = leaves.filter(({ id }) => id !== output.id && reached.has(id));
  return [
    ...plainLines('\nif __name__ == "__main__":'),
    { text: `    print("${output.name} =", ${output.name})` },
    ...gradients.map(({ name }) => ({ text: `    print("d${output.name}/d${name} =", ${gradientName(name)})` })),
    ...(learningRate === undefined ? [] : parameters.map(({ name }) => ({ text: `    print("next ${name} =", ${nextName(name)})` }))),
  ];
}
