import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { questionOf } from '../../../study/questions/questionOf';
import type { Question } from '../../../study/questions/question';
import { useTimeline } from '../../frame';
import { useOpenLesson, useProgress } from '../lessonsContext';
import type { Asked } from './shownUntil';

interface Answers {
  /** The questions answered since the step was opened. */
  readonly given: ReadonlySet<string>;
  readonly give: (id: string) => void;
}

const AnswersContext = createContext<Answers | null>(null);

/** Remembers which of a step's questions have been answered, for as long as the step is open; needs a key for each step. */
export function AnswersKept({ children }: { readonly children: ReactNode }) {
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const answers = useMemo(
    () => ({
      given,
      give: (id: string) => {
        setGiven((before) => new Set([...before, id]));
      },
    }),
    [given],
  );
  return <AnswersContext value={answers}>{children}</AnswersContext>;
}

/** A question of the step, as it is asked of the graph on the screen. */
export interface AskedQuestion extends Asked {
  readonly question: Question;
}

interface StepQuestions {
  /** Those that can be asked with the graph’s present numbers, in the order of the page. */
  readonly asked: readonly AskedQuestion[];
  /** Notes that one has been answered; the result is how they stand then. */
  readonly answer: (id: string) => readonly AskedQuestion[];
}

/** The questions of the step that is open. @throws Error outside of `AnswersKept` */
export function useStepQuestions(): StepQuestions {
  const answers = use(AnswersContext);
  if (answers === null) throw new Error('the questions of a step stand within AnswersKept');
  const { given, give } = answers;
  const { entry, step } = useOpenLesson();
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
  const asked = questions.map((one): AskedQuestion => {
    const isSolved = solved.includes(`${entry.id}/${step.id}/${one.id}`);
    return { ...one, state: given.has(one.id) ? 'answered' : isSolved ? 'done' : 'open' };
  });
  return {
    asked,
    answer: (id) => {
      give(id);
      return asked.map((one) => (one.id === id ? { ...one, state: 'answered' } : one));
    },
  };
}
