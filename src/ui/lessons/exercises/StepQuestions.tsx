import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { questionOf } from '../../../study/questions/questionOf';
import type { Question } from '../../../study/questions/question';
import { useTimeline } from '../../frame';
import { useOpenLesson, useProgress } from '../lessonsContext';
import type { Asked } from './shownUntil';

/** A question of the step, as it is asked of the graph on the screen. */
export interface AskedQuestion extends Asked {
  readonly question: Question;
}

interface StepQuestionsKept {
  /** Those that can be asked with the graph’s present numbers, in the order of the page. */
  readonly asked: readonly AskedQuestion[];
  /** Notes that one has been answered; the result is how they stand then. */
  readonly answer: (id: string) => readonly AskedQuestion[];
}

const StepQuestionsContext = createContext<StepQuestionsKept | null>(null);

/** The questions of the step that is open. @throws Error outside of `StepQuestions` */
export function useStepQuestions(): StepQuestionsKept {
  const kept = use(StepQuestionsContext);
  if (kept === null) throw new Error('the questions of a step stand within StepQuestions');
  return kept;
}

/**
 * Asks the questions of the step that is open, once for all of its words, and remembers which have been answered, for as
 * long as the step is open; needs a key for each step.
 */
export function StepQuestions({ children }: { readonly children: ReactNode }) {
  const { entry, step } = useOpenLesson();
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const solved = useProgress((progress) => progress.solved);
  const timeline = useTimeline();
  // The same objects as long as the numbers stay: what was said of an answer belongs to its question.
  const questions = useMemo(
    () =>
      Object.entries(step.exercises ?? {}).flatMap(([id, exercise]) => {
        const question = timeline === undefined || exercise.kind !== 'question' ? undefined : questionOf(timeline, exercise.ask);
        return question === undefined ? [] : [{ id, question, before: question.before, reveal: question.reveal }];
      }),
    [step, timeline],
  );
  const kept = useMemo((): StepQuestionsKept => {
    const asked = questions.map((one): AskedQuestion => {
      const isSolved = solved.includes(`${entry.id}/${step.id}/${one.id}`);
      return { ...one, state: given.has(one.id) ? 'answered' : isSolved ? 'done' : 'open' };
    });
    return {
      asked,
      answer: (id) => {
        setGiven((before) => new Set([...before, id]));
        return asked.map((one) => (one.id === id ? { ...one, state: 'answered' } : one));
      },
    };
  }, [questions, solved, given, entry, step]);
  return <StepQuestionsContext value={kept}>{children}</StepQuestionsContext>;
}
