import { useMemo } from 'react';
import { questionOf } from '../../../study/questions/questionOf';
import { useWalk } from '../../context';
import { useTimeline } from '../../frame';
import { QuestionCard } from '../../tools/predict/QuestionCard';
import { ExerciseFrame } from './ExerciseFrame';
import { useExercise } from './useExercise';

/** A number, a shape or a node to be found, out of the graph beside it. Once it is, the graph shows it. */
export function Question({ id }: { readonly id: string }) {
  const { exercise, solved, onSolved } = useExercise(id, 'question');
  const { seek } = useWalk();
  const timeline = useTimeline();
  const question = useMemo(() => (timeline === undefined ? undefined : questionOf(timeline, exercise.ask)), [timeline, exercise]);
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
            seek(question.reveal);
          }}
        />
      )}
    </ExerciseFrame>
  );
}
