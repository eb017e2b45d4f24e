import type { ReactNode } from 'react';
import { ExerciseFrame } from './ExerciseFrame';
import { Goal } from './Goal';
import { useExercise } from './useExercise';

interface GoalExerciseProps {
  readonly id: string;
  /** What is to be done, in words. */
  readonly children: ReactNode;
}

/** Something to be reached on the graph itself. */
export function GoalExercise({ id, children }: GoalExerciseProps) {
  const { exercise, solved, onSolved } = useExercise(id, 'goal');
  return (
    <ExerciseFrame solved={solved}>
      <Goal goal={exercise.goal} solved={solved} onSolved={onSolved}>
        {children}
      </Goal>
    </ExerciseFrame>
  );
}
