import { useEffect, useMemo } from 'react';
import { spotlightOn } from '../../../scene/spotlight';
import type { Question } from '../../../study/questions/question';
import { useWalk } from '../../context';

/** Points at what a question is about, as long as it is there. */
export function useLit(about: Question['about'] | undefined): void {
  const { shine } = useWalk();
  // The same question of a newer recording is about the same.
  const key = about === undefined || about.nodes.length + about.edges.length === 0 ? '' : JSON.stringify(about);
  const spotlight = useMemo(() => {
    if (key === '') return null;
    const { nodes, edges } = JSON.parse(key) as Question['about'];
    return spotlightOn(nodes, edges);
  }, [key]);
  useEffect(() => {
    shine(spotlight);
    return () => shine(null);
  }, [shine, spotlight]);
}
