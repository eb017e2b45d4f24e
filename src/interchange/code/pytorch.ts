import { pythonFloat } from '../numpy';
import { nextName } from './identifiers';
import type { CodedIteration, CodedLeaf } from './iteration';
import { plainLines, type CodeLine, type CodePart, type Dialect, type LeafSlot } from './line';

const TORCH: Dialect = { array: 'torch.tensor', more: '', nan: 'float("nan")', inf: 'float("inf")' };

/** As wide as a list of names may become. */
const WIDTH = 88;

/** One iteration in PyTorch, whose autograd finds the gradients by itself. */
export function pytorch(iteration: CodedIteration): CodePart[] {
  const { leaves, operations, reached } = iteration;
  const fed = ({ id, name, role }: CodedLeaf): LeafSlot => {
    const wants = role === 'parameter' || (role === 'data' && reached.has(id));
    return { leaf: id, before: `${name} = `, after: '', dialect: wants ? { ...TORCH, more: ', requires_grad=True' } : TORCH };
  };
  return [
    ...plainLines('"""One iteration of backpropagation in PyTorch, which finds the gradients by itself."""\nimport torch\n'),
    ...plainLines('torch.set_default_dtype(torch.float64)'),
    ...plainLines('\n# What is fed.'),
    ...leaves.map(fed),
    ...plainLines('\n# Forward.'),
    ...operations.map(({ id, name, op, inputs, shapes, node }) => ({
      text: `${name} = ${op.code.torch({ inputs, output: name, shapes, attributes: node.attributes ?? {} })}`,
      at: [`compute ${id}`],
    })),
    ...plainLines('\n# Backward.'),
    ...backwardLines(iteration),
    ...updateLines(iteration),
    ...reportLines(iteration),
  ];
}

/** Whether anything that leads to the output wants a gradient; torch refuses to go back otherwise. */
function hasGradient({ flows, leaves, output }: CodedIteration): boolean {
  return flows.some(({ edge }) => edge.to === output.id) || leaves.some(({ id, role }) => id === output.id && role !== 'constant');
}

function backwardLines(iteration: CodedIteration): CodeLine[] {
  const { operations, flows, output } = iteration;
  const at = [`seed ${output.id}`, ...flows.map(({ edge }) => `flow ${edge.id}`)];
  if (!hasGradient(iteration)) return [{ text: `# Nothing that leads to ${output.name} wants a gradient.`, at }];
  const passed = new Set(flows.map(({ edge }) => edge.to));
  const kept = operations.filter(({ id }) => passed.has(id)).map(({ name }) => name);
  const seed = output.shape.length === 0 ? '' : `torch.ones_like(${output.name})`;
  return [
    ...(kept.length === 0 ? [] : plainLines(`# Only leaves keep their gradient unless the others are told to.\n${listed(kept)}\n    node.retain_grad()`)),
    { text: `${output.name}.backward(${seed})`, at },
  ];
}

function listed(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const rows = [first];
  for (const name of others) {
    const row = rows.at(-1) ?? '';
    if (row.length + name.length > WIDTH) rows.push(name);
    else rows[rows.length - 1] = `${row}, ${name}`;
  }
  return rows.length === 1 ? `for node in [${rows.join('')}]:` : `for node in [\n    ${rows.join(',\n    ')},\n]:`;
}

function updateLines({ learningRate, parameters, reached, output }: CodedIteration): CodeLine[] {
  if (learningRate === undefined) return [];
  const line = ({ id, name }: CodedLeaf): CodeLine => {
    const step = reached.has(id) ? `${name} - learning_rate * ${name}.grad` : `${name}.clone()  # It does not lead to ${output.name}.`;
    return { text: `    ${nextName(name)} = ${step}`, at: [`update ${id}`] };
  };
  if (parameters.length === 0) return [];
  return [...plainLines(`\n# Update.\nlearning_rate = ${pythonFloat(learningRate)}\nwith torch.no_grad():`), ...parameters.map(line)];
}

function reportLines(iteration: CodedIteration): CodeLine[] {
  const { leaves, output, reached, learningRate, parameters } = iteration;
  const wanting = hasGradient(iteration) ? leaves.filter(({ id, role }) => id !== output.id && role !== 'constant' && reached.has(id)) : [];
  return [
    ...plainLines('\nif __name__ == "__main__":'),
    { text: `    print("${output.name} =", ${output.name}.detach())` },
    ...wanting.map(({ name }) => ({ text: `    print("d${output.name}/d${name} =", ${name}.grad)` })),
    ...(learningRate === undefined ? [] : parameters.map(({ name }) => ({ text: `    print("next ${name} =", ${nextName(name)})` }))),
  ];
}
