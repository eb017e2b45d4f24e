import { compile, GraphError } from '../../../engine';
import { useOpenLesson } from '../lessonsContext';
import styles from './prose.module.css';

/** A graph of the lesson that the engine must refuse: it is really given to it, and what it answers stands here. */
export function Refused({ stage: name }: { readonly stage: string }) {
  const stage = useOpenLesson().lesson.stages[name];
  if (stage?.kind !== 'graph') throw new Error(`the lesson has no graph "${name}"`);
  return <p className={styles.refused}>{answerTo(stage.graph)}</p>;
}

/** What the engine says to a graph that it does not take. @throws Error if it takes it */
function answerTo(graph: Parameters<typeof compile>[0]): string {
  try {
    compile(graph);
  } catch (error) {
    if (error instanceof GraphError) return error.message;
    throw error;
  }
  throw new Error('the engine has taken a graph that it should refuse');
}
