import { GraphError } from './errors';
import type { Graph } from './graph';
import { compile, type CompileOptions, type Program } from './program';
import { formatShape } from './shape';

/** Compiles a graph in which every node is a single number. @throws GraphError naming a node that is not */
export function compileScalars(graph: Graph, options?: CompileOptions): Program {
  const program = compile(graph, options);
  for (const { id } of graph.nodes) {
    const { shape } = program.view(id);
    if (shape.length > 0) throw new GraphError(`"${id}" is ${formatShape(shape)}; every node has to be a single number here`, id);
  }
  return program;
}
