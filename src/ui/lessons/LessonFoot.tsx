import type { OpenLesson } from '../../store/lesson/lessonDesk';
import { Button } from '../controls/Button';
import { addressOf } from './address';
import styles from './lessonFoot.module.css';
import { useLessons, useProgress } from './lessonsContext';
import { pageAt } from './turnPage';

/** Below the words of a step: all steps of the lesson, and the way back and on. */
export function LessonFoot({ open }: { readonly open: OpenLesson }) {
  const { lesson, step } = open;
  const { restage } = useLessons();
  const at = lesson.steps.indexOf(step);
  const [back, next] = [pageAt(open, -1), pageAt(open, 1)];
  const isLast = at === lesson.steps.length - 1;
  return (
    <footer className={styles.foot}>
      <Steps open={open} />
      <div className={styles.turn}>
        {back === undefined ? (
          <span />
        ) : (
          <a className={styles.back} href={back} aria-keyshortcuts="PageUp">
            {at === 0 ? 'Previous lesson' : 'Back'}
          </a>
        )}
        <Button look="quiet" onClick={restage}>
          Show again
        </Button>
        <a className={styles.next} href={next ?? '#lessons'} aria-keyshortcuts="PageDown">
          {next === undefined ? 'All lessons' : isLast ? 'Next lesson' : 'Next'}
        </a>
      </div>
    </footer>
  );
}

/** The steps of the lesson, each with its address. */
function Steps({ open: { entry, lesson, step } }: { readonly open: OpenLesson }) {
  const seen = useProgress((progress) => progress.seen);
  const solved = useProgress((progress) => progress.solved);
  return (
    <nav aria-label="Steps of this lesson">
      <ol className={styles.steps}>
        {lesson.steps.map((one, index) => {
          const place = `${entry.id}/${one.id}`;
          const exercises = Object.keys(one.exercises ?? {});
          const done = exercises.filter((exercise) => solved.includes(`${place}/${exercise}`)).length;
          const state = exercises.length > 0 && done === exercises.length ? 'solved' : seen.includes(place) ? 'seen' : 'new';
          const asks = exercises.length === 0 ? '' : state === 'solved' ? ', solved' : ', something to do';
          return (
            <li key={one.id}>
              <a
                href={addressOf(entry.id, one.id)}
                aria-current={one === step ? 'step' : undefined}
                aria-label={`Step ${index + 1}: ${one.title}${asks}`}
                title={one.title}
                data-state={state}
                data-asks={exercises.length > 0}
              >
                {state === 'solved' ? '✓' : index + 1}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
