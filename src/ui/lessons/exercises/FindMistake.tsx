import { FindMistake as FindTheMistake } from '../../tools/breakIt/FindMistake';
import { ExerciseFrame } from './ExerciseFrame';
import { useExercise } from './useExercise';

/** A hidden mistake in a copy of the backward pass, to be found with the gradient check and named. */
export function FindMistake({ id }: { readonly id: string }) {
  const { exercise, solved, onSolved } = useExercise(id, 'find');
  return (
    <ExerciseFrame title="Find the mistake" solved={solved}>
      <FindTheMistake mistake={exercise.mistake} solved={solved} onSolved={onSolved} />
    </ExerciseFrame>
  );
}
