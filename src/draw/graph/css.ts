import circuit from './circuit.module.css';
import graph from './graph.module.css';

/** The built name of a class of the graph's style sheets. */
export function css(name: string): string {
  return graph[name] ?? circuit[name] ?? name;
}
