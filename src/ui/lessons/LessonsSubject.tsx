import { LESSONS } from '../../lessons/lessons';
import { usePart } from '../context';
import { useLessons } from './lessonsContext';

/** Which lesson is open. */
export function LessonsSubject() {
  const open = usePart(useLessons().state, (state) => state.open);
  if (open === null) return <>{LESSONS.length} lessons</>;
  return (
    <>
      {LESSONS.findIndex(({ id }) => id === open.entry.id) + 1}. {open.entry.title}
    </>
  );
}
