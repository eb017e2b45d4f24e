import { useEffect, useRef } from 'react';
import { LESSONS } from '../../lessons/lessons';
import type { OpenLesson } from '../../store/lesson/lessonDesk';
import { WalkContext } from '../context';
import { Button } from '../controls/Button';
import { addressOf } from './address';
import styles from './lessonView.module.css';
import { OpenLessonContext, useLessons, useProgress } from './lessonsContext';
import { Prose } from './prose/Prose';
import { StageView } from './stages/StageView';
import { pageAt } from './turnPage';

/** A lesson at one of its steps: the words, and the graph that they speak of. */
export function LessonView({ open }: { readonly open: OpenLesson }) {
  return (
    <WalkContext value={open.stage.walk}>
      <OpenLessonContext value={open}>
        <main className={styles.lesson} data-stage={open.stage.kind}>
          <Words open={open} />
          {/* Another stage is another graph, with a drawing of its own. */}
          <StageView key={open.stage.key} stage={open.stage} />
        </main>
      </OpenLessonContext>
    </WalkContext>
  );
}

function Words({ open }: { readonly open: OpenLesson }) {
  const { entry, lesson, step } = open;
  const { restage } = useLessons();
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const at = lesson.steps.indexOf(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scroller.current?.scrollTo({ top: 0 });
    // Whoever has turned the page reads on from its beginning; on a phone that is where the words begin.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  const [back, next] = [pageAt(open, -1), pageAt(open, 1)];
  const isLast = at === lesson.steps.length - 1;
  return (
    <article className={styles.words} aria-labelledby="step-heading">
      <div ref={scroller} className={styles.scroller}>
        <p className={styles.eyebrow}>
          <a href="#lessons">Lessons</a> · {LESSONS.indexOf(entry) + 1} {entry.title}
        </p>
        <h2 id="step-heading" ref={heading} tabIndex={-1} className={styles.title}>
          {step.title}
        </h2>
        <div className={styles.prose}>
          <Prose />
        </div>
      </div>
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
    </article>
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
