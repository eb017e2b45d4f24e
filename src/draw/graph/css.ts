import styles from './graph.module.css';

/** The built name of a class of the graph's style sheet. */
export function css(name: string): string {
  return styles[name] ?? name;
}
