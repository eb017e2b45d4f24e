import { useEffect, useRef } from 'react';
import { LESSONS } from '../../lessons/lessons';
import type { OpenLesson } from '../../store/lesson/lessonDesk';
import { WalkContext } from '../context';
import { LessonFoot } from './LessonFoot';
import styles from './lessonView.module.css';
import { OpenLessonContext } from './lessonsContext';
import { Prose } from './prose/Prose';
import { StageView } from './stages/StageView';

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
  const { entry, step } = open;
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scroller.current?.scrollTo({ top: 0 });
    // Whoever has turned the page reads on from its beginning; on a phone that is where the words begin.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
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
      <LessonFoot open={open} />
    </article>
  );
}
