import { edgeId, edgesOf, isLeaf } from '../../engine/graph';
import { pythonFloat } from '../numpy';
import { calledFunctions } from './functions';
import type { CodedIteration, CodedOperation } from './iteration';
import { lessonClasses, type LessonClass } from './lessonClasses';
import { EMITTED, FIRST_READY, NODE_CLASSES, PASSES, READY, RELEASED, SEEDED, UPDATE, UPDATED } from './lessonSource';
import { plainLines, type CodeLine, type CodePart } from './line';
import { NUMPY } from './literal';

/**
 * One iteration as a small library of nodes, in the manner of the lesson: a class for each op with `forward` and `backward`,
 * Kahn's sort, the two passes and the update. Gradients are kept by port, so that a node may be read twice.
 */
export function lessonPython(iteration: CodedIteration): CodePart[] {
  const classes = lessonClasses(iteration);
  const body = classes.flatMap(({ lines }) => [...plainLines('\n'), ...lines]);
  const updates = iteration.learningRate !== undefined;
  const functions = calledFunctions(iteration, body);
  return [
    ...plainLines('"""One iteration of backpropagation on a graph of nodes. Numbers are doubles (float64)."""'),
    ...plainLines('from collections import deque\n\nimport numpy as np'),
    ...plainLines('\n' + NODE_CLASSES),
    ...functions,
    ...body,
    ...plainLines('\n'),
    ...sourceLines(PASSES.slice(1), passKeys(iteration)),
    ...(updates ? [...plainLines('\n'), ...sourceLines(UPDATE.slice(1), new Map([[UPDATED, iteration.parameters.map(({ id }) => `update ${id}`)]]))] : []),
    ...plainLines('\n\n# The graph.'),
    ...builtLines(iteration, classes),
    ...fedLines(iteration),
    ...plainLines('\ngraph = topological_sort(feed_dict)'),
    ...reportLines(iteration),
  ];
}

/** Fixed source, with the steps that happen in some of its lines. */
function sourceLines(source: string, keys: ReadonlyMap<string, readonly string[]>): CodeLine[] {
  return source.split('\n').map((text) => {
    const at = keys.get(text);
    return at === undefined ? { text } : { text, at };
  });
}

function passKeys({ graph, output }: CodedIteration): Map<string, readonly string[]> {
  const { nodes } = graph;
  return new Map([
    [FIRST_READY, nodes.filter(isLeaf).map(({ id }) => `ready ${id}`)],
    [READY, nodes.filter((node) => !isLeaf(node)).map(({ id }) => `ready ${id}`)],
    [EMITTED, nodes.map(({ id }) => `emit ${id}`)],
    [RELEASED, edgesOf(graph).map(({ id }) => `release ${id}`)],
    [SEEDED, [`seed ${output.id}`]],
  ]);
}

/** The nodes, each behind what it reads; in the order of the graph where that is possible, so that the sort finds the same order. */
function builtLines({ graph, leaves, operations, flows }: CodedIteration, classes: readonly LessonClass[]): CodeLine[] {
  const flowing = new Set(flows.map(({ edge }) => edge.id));
  const edgesInto = ({ id, inputs }: CodedOperation): string[] => inputs.map((_, port) => edgeId(id, port));
  const classOf = new Map(classes.flatMap(({ name, operations: members }) => members.map(({ id }) => [id, name] as const)));
  const inGraph = new Map(graph.nodes.map(({ id }, position) => [id, position]));
  const place = (id: string): number => inGraph.get(id) ?? 0;
  const sorted = graph.nodes.every((node) => isLeaf(node) || node.inputs.every((input) => place(input) < place(node.id)));
  const built = sorted ? operations.toSorted((a, b) => place(a.id) - place(b.id)) : operations;
  return [
    ...leaves.map(({ name }) => ({ text: `${name} = Input("${name}")` })),
    ...built.map((operation) => ({
      text: `${operation.name} = ${classOf.get(operation.id) ?? 'Node'}("${operation.name}", ${operation.inputs.join(', ')})`,
      at: [`compute ${operation.id}`, ...edgesInto(operation).flatMap((edge) => (flowing.has(edge) ? [`flow ${edge}`] : []))],
    })),
  ];
}

function fedLines({ leaves }: CodedIteration): CodePart[] {
  return [
    ...plainLines('\nfeed_dict = {'),
    ...leaves.map(({ id, name }) => ({ leaf: id, before: `    ${name}: `, after: ',', dialect: NUMPY })),
    ...plainLines('}'),
  ];
}

function reportLines({ output, learningRate, parameters }: CodedIteration): CodeLine[] {
  const trained = learningRate === undefined ? [] : plainLines(`trainables = [${parameters.map(({ name }) => name).join(', ')}]`);
  const rate = learningRate === undefined ? [] : plainLines(`learning_rate = ${pythonFloat(learningRate)}`);
  const report = `
if __name__ == "__main__":
    forward_and_backward(graph, ${output.name})
    for node in graph:
        print(node.name, "=", node.value)
        print("d${output.name}/d" + node.name, "=", node.gradient)`;
  const update = `    sgd_update(trainables, learning_rate)
    for node in trainables:
        print("next", node.name, "=", node.value)`;
  return [...trained, ...rate, ...plainLines(report), ...(learningRate === undefined ? [] : plainLines(update))];
}
