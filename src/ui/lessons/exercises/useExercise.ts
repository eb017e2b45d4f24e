import type { Exercise } from '../../../lessons/lesson';
import { useLessons, useOpenLesson, useProgress } from '../lessonsContext';

/** An exercise of the step that is open: what it asks, and whether it has been solved. */
export interface OpenExercise<Kind extends Exercise['kind']> {
  readonly exercise: Extract<Exercise, { kind: Kind }>;
  readonly solved: boolean;
  readonly onSolved: () => void;
}

/** An exercise by its name in the step's data. @throws Error if there is none of that name and kind */
export function useExercise<Kind extends Exercise['kind']>(id: string, kind: Kind): OpenExercise<Kind> {
  const { entry, step } = useOpenLesson();
  const { solve } = useLessons();
  const place = `${entry.id}/${step.id}/${id}`;
  const solved = useProgress((progress) => progress.solved.includes(place));
  const exercise = step.exercises?.[id];
  if (exercise === undefined || !isOf(exercise, kind)) throw new Error(`step "${step.id}" has no exercise "${id}" that is a ${kind}`);
  return { exercise, solved, onSolved: () => solve(id) };
}

function isOf<Kind extends Exercise['kind']>(exercise: Exercise, kind: Kind): exercise is Extract<Exercise, { kind: Kind }> {
  return exercise.kind === kind;
}
