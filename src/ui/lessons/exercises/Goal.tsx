import { use, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Goal as GoalData } from '../../../lessons/lesson';
import { standingOf, type Standing } from '../../../study/goals/goalWords';
import { beginTally, countOn } from '../../../study/goals/tally';
import { useMiniflow, useWalk } from '../../context';
import { OpenLessonContext } from '../lessonsContext';
import styles from './goal.module.css';
import { createFacts } from './goalSources';

interface GoalProps {
  readonly goal: GoalData;
  /** What is to be done, in words. */
  readonly children: ReactNode;
  /** Told once, when it has been reached. */
  readonly onSolved: () => void;
  /** Whether it had been reached at an earlier time; then nothing has to be done again. */
  readonly solved?: boolean;
}

/** Something to be brought about on the graph: what, how far it is, and that it has been done. Judged by what the engine says. */
export function Goal({ goal, children, onSolved, solved = false }: GoalProps) {
  const standing = useStanding(goal);
  const reached = standing.reached || solved;
  const told = useRef(solved);
  useEffect(() => {
    if (!standing.reached || told.current) return;
    told.current = true;
    onSolved();
  }, [standing.reached, onSolved]);
  return (
    <>
      <div className={styles.task}>{children}</div>
      {/* What changes all the time is not read aloud; that it has been reached is. */}
      {standing.reached ? null : <p className={styles.standing}>{standing.words}</p>}
      <p role="status" className={styles.reached} data-reached={reached}>
        {!reached ? '' : standing.reached ? `✓ ${standing.words}` : '✓ You have done this before.'}
      </p>
    </>
  );
}

/** How far it is to a goal, from when the component is first on the page; once reached, it stays as it was then. */
function useStanding(goal: GoalData): Standing {
  const miniflow = useMiniflow();
  const walk = useWalk();
  const stage = use(OpenLessonContext)?.stage;
  const circuit = stage?.kind === 'circuit' ? stage.circuit : null;
  const [standing, setStanding] = useState(() => {
    const facts = createFacts({ miniflow, walk, circuit }).now();
    return standingOf(goal, beginTally(facts), facts);
  });
  useEffect(() => {
    const sources = createFacts({ miniflow, walk, circuit });
    let tally = beginTally(sources.now());
    let isOver = false;
    const look = (): void => {
      if (isOver) return;
      const facts = sources.now();
      tally = countOn(tally, facts);
      const next = standingOf(goal, tally, facts);
      isOver = next.reached;
      setStanding((before) => (before.reached === next.reached && before.words === next.words ? before : next));
    };
    look();
    return sources.subscribe(look);
  }, [goal, miniflow, walk, circuit]);
  return standing;
}
