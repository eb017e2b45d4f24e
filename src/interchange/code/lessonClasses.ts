import { edgeId, type Attributes } from '../../engine/graph';
import { portName } from '../../engine/op';
import { className } from './identifiers';
import { isStretched, type CodedIteration, type CodedOperation } from './iteration';
import type { CodeLine } from './line';

/** A class for one kind of node, and the nodes of that kind. */
export interface LessonClass {
  readonly name: string;
  readonly operations: readonly CodedOperation[];
  readonly lines: readonly CodeLine[];
}

/** What is the same in every node of a kind: two nodes whose methods would differ are of two kinds. */
interface Kind {
  readonly operations: [CodedOperation, ...CodedOperation[]];
  readonly inputs: readonly string[];
  readonly forward: string;
  readonly backward: readonly string[];
}

/** A class for each kind of operation in the graph, in the order in which they are first needed. */
export function lessonClasses(iteration: CodedIteration): LessonClass[] {
  const stretching = new Set(iteration.operations.filter(stretchesAny).map(({ op }) => op.name));
  const kinds = new Map<string, Kind>();
  for (const operation of iteration.operations) {
    const kind = kindOf(operation, stretching.has(operation.op.name));
    const key = [operation.op.name, kind.forward, ...kind.backward].join('\n');
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, kind);
    else known.operations.push(operation);
  }
  const flowing = new Set(iteration.flows.map(({ edge }) => edge.id));
  const taken = new Set(iteration.names.values());
  return [...kinds.values()].map((kind) => {
    const name = freeName(kind.operations[0], taken);
    return { name, operations: kind.operations, lines: classLines(name, kind, flowing) };
  });
}

function stretchesAny(operation: CodedOperation): boolean {
  return operation.shapes.some((_, port) => isStretched(operation, port));
}

function kindOf(operation: CodedOperation, stretching: boolean): Kind {
  const { op, shapes, constants, node } = operation;
  const inputs = shapes.map((_, port) => portName(op, port));
  const names = { inputs, output: 'self.value', shapes, constants, attributes: node.attributes ?? {}, upstream: 'self.gradient' };
  const backward = inputs.map((input, port) => {
    const own = op.code.backward(names, port);
    const mayStretch = op.elementwise || op.code.stretched?.includes(port) === true;
    return stretching && mayStretch ? `unbroadcast(${own}, ${input}.shape)` : own;
  });
  return { operations: [operation], inputs, forward: op.code.forward(names), backward };
}

/** `Linear`; with three inputs `Add3`, along an axis `SumAxis0`. */
function freeName({ op, inputs, node }: CodedOperation, taken: Set<string>): string {
  const count = op.variadic && inputs.length !== 2 ? String(inputs.length) : '';
  const wish = `${className(op.title)}${count}${attributesName(node.attributes ?? {})}`;
  let name = wish;
  for (let number = 2; taken.has(name); number++) name = `${wish}_${number}`;
  taken.add(name);
  return name;
}

function attributesName(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => className(name) + (value === true ? '' : String(value).replaceAll('-', 'Minus').replaceAll(/\W+/g, '_')))
    .join('');
}

function classLines(name: string, { operations, inputs, forward, backward }: Kind, flowing: ReadonlySet<string>): CodeLine[] {
  const unpacked = `        ${inputs.length === 1 ? `[${inputs.join('')}]` : inputs.join(', ')} = self.values()`;
  const sent = backward.flatMap((text, port): CodeLine[] => {
    const at = operations.map(({ id }) => edgeId(id, port)).filter((edge) => flowing.has(edge)).map((edge) => `flow ${edge}`);
    return at.length === 0 ? [] : [{ text: `        self.gradients[${port}] = ${text}`, at }];
  });
  const reads = sent.some(({ text }) => inputs.some((input) => new RegExp(`\\b${input}\\b`).test(text)));
  const nothing = { text: '        pass  # Nothing that it reads wants a gradient.' };
  return [
    { text: `class ${name}(Node):` },
    { text: `    """${operations[0].op.doc}"""` },
    { text: '' },
    { text: '    def forward(self):' },
    { text: unpacked },
    { text: `        self.value = ${forward}`, at: operations.map(({ id }) => `compute ${id}`) },
    { text: '' },
    { text: '    def backward(self):' },
    ...(reads ? [{ text: unpacked }] : []),
    ...(sent.length === 0 ? [nothing] : sent),
  ];
}
