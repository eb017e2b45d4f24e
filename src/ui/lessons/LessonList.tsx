import { LESSONS, type LessonEntry } from '../../lessons/lessons';
import { addressOf } from './address';
import styles from './lessonList.module.css';
import { useProgress } from './lessonsContext';

/** All lessons, and how far the reader has come in each. */
export function LessonList({ unknown }: { readonly unknown: string | undefined }) {
  const minutes = LESSONS.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <main className={styles.list}>
      <div className={styles.inner}>
        <h2>See backpropagation, one idea at a time</h2>
        <p className={styles.lead}>
          Each lesson runs on a graph that really computes: walk through it, change its numbers, and answer before it does. All of them together take about{' '}
          {Math.round(minutes / 10) * 10} minutes. Nothing is locked; begin anywhere.
        </p>
        {unknown === undefined ? null : (
          <p className={styles.unknown} role="alert">
            There is no lesson called “{unknown}”. These are the lessons that there are:
          </p>
        )}
        <ol className={styles.lessons}>
          {LESSONS.map((entry, index) => (
            <Entry key={entry.id} entry={entry} number={index + 1} />
          ))}
        </ol>
      </div>
    </main>
  );
}

function Entry({ entry: { id, title, aim, minutes }, number }: { readonly entry: LessonEntry; readonly number: number }) {
  const seen = useProgress((progress) => progress.seen.filter((place) => place.startsWith(`${id}/`)).length);
  const solved = useProgress((progress) => progress.solved.filter((place) => place.startsWith(`${id}/`)).length);
  return (
    <li>
      <a className={styles.entry} href={addressOf(id)}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.words}>
          <strong>{title}</strong>
          <span className={styles.aim}>{aim}</span>
        </span>
        <span className={styles.facts}>
          <span>about {minutes} min</span>
          <span>{seen === 0 ? 'not begun' : `${seen} ${seen === 1 ? 'step' : 'steps'} seen, ${solved} ${solved === 1 ? 'exercise' : 'exercises'} solved`}</span>
        </span>
      </a>
    </li>
  );
}
