import { compile, GraphError, type Graph } from '../../../engine';
import { deadlockOf } from '../../../lessons/topologicalSort/ring';
import { RefusedRing } from '../figures/RefusedRing';
import { useOpenLesson } from '../lessonsContext';
import styles from './prose.module.css';

interface RefusedProps {
  /** The lesson’s name of the graph. */
  readonly stage: string;
}

/** A graph of the lesson that the engine must refuse: it is really given to it, and what it answers stands here. */
export function Refused({ stage }: RefusedProps) {
  return <p className={styles.refused}>{answerTo(useGraph(stage))}</p>;
}

/** The same graph, as the ring for which it is refused. */
export function Ring({ stage }: RefusedProps) {
  const deadlock = deadlockOf(useGraph(stage));
  if (deadlock === undefined) throw new Error(`the graph "${stage}" has no ring`);
  return <RefusedRing deadlock={deadlock} />;
}

function useGraph(name: string): Graph {
  const stage = useOpenLesson().lesson.stages[name];
  if (stage?.kind !== 'graph') throw new Error(`the lesson has no graph "${name}"`);
  return stage.graph;
}

/** What the engine says to a graph that it does not take. @throws Error if it takes it */
function answerTo(graph: Graph): string {
  try {
    compile(graph);
  } catch (error) {
    if (error instanceof GraphError) return error.message;
    throw error;
  }
  throw new Error('the engine has taken a graph that it should refuse');
}
