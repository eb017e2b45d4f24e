import { useCallback, useEffect } from 'react';
import { LESSONS, type LessonEntry } from '../../lessons/lessons';
import { usePart } from '../context';
import { Button } from '../controls/Button';
import { useOpening } from '../opening';
import page from '../page.module.css';
import { useLessonAddress } from './address';
import { LessonList } from './LessonList';
import { useLessons } from './lessonsContext';
import { LessonView } from './LessonView';

/** The list of lessons, or the lesson that the address names. */
export function LessonsPage() {
  const desk = useLessons();
  const { lesson, step } = useLessonAddress();
  const entry = LESSONS.find(({ id }) => id === lesson);
  useEffect(() => {
    if (entry === undefined) desk.close();
  }, [desk, entry]);
  useEffect(
    () => () => {
      desk.close();
    },
    [desk],
  );
  if (entry !== undefined) return <Fetched key={entry.id} entry={entry} step={step} />;
  return <LessonList unknown={lesson} />;
}

interface FetchedProps {
  readonly entry: LessonEntry;
  readonly step: string | undefined;
}

/** A lesson, once it has been fetched. */
function Fetched({ entry, step }: FetchedProps) {
  const desk = useLessons();
  const load = useCallback(() => entry.load(), [entry]);
  const [fetched, retry] = useOpening(load, true);
  const lesson = typeof fetched === 'object' ? fetched.lesson : undefined;
  useEffect(() => {
    if (lesson !== undefined) desk.openStep(entry, lesson, step);
  }, [desk, entry, lesson, step]);
  const open = usePart(desk.state, (state) => state.open);
  if (open !== null && open.entry === entry) return <LessonView open={open} />;
  return (
    <main className={page.opening}>
      {fetched === 'failed' ? (
        <p role="alert">
          This lesson could not be fetched; the connection may be down. <Button onClick={retry}>Try again</Button>
        </p>
      ) : (
        <p role="status">Fetching the lesson …</p>
      )}
    </main>
  );
}
