import { useWalk } from '../../context';
import { QuestionCard } from '../../tools/predict/QuestionCard';
import { ExerciseFrame } from './ExerciseFrame';
import styles from './exercises.module.css';
import { isHeldBack, shownUntil } from './shownUntil';
import { useStepQuestions } from './StepQuestions';
import { useExercise } from './useExercise';

/** A number, a shape or a node to be found, out of the graph beside it. Once it is, the graph shows it, unless that would answer another question. */
export function Question({ id }: { readonly id: string }) {
  const { solved, onSolved } = useExercise(id, 'question');
  const { seek } = useWalk();
  const { asked, answer } = useStepQuestions();
  const question = asked.find((one) => one.id === id)?.question;
  return (
    <ExerciseFrame solved={solved}>
      {question === undefined ? (
        <p>With these numbers there is nothing to ask here: take the changed ones back.</p>
      ) : (
        <QuestionCard
          key={question.prompt}
          question={question}
          solved={solved}
          onSolved={() => {
            onSolved();
            const moment = shownUntil(answer(id));
            if (moment !== undefined) seek(moment);
          }}
        />
      )}
      <p aria-live="polite" className={styles.held}>
        {isHeldBack(asked, id) ? 'The graph does not show this yet: it would give away another answer.' : ''}
      </p>
    </ExerciseFrame>
  );
}
