import { Component, type ReactNode } from 'react';
import { useCover } from '../../tools/useCover';
import { StepQuestions } from '../exercises/StepQuestions';
import { useOpenLesson, useProgress } from '../lessonsContext';
import { StepShown, TAGS } from './tags';

/** The words of the step that is open, out of its lesson's prose. */
export function Prose() {
  const { lesson, step } = useOpenLesson();
  const { Prose: Text } = lesson;
  useCover(useAsking());
  return (
    <StepShown value={step.id}>
      <Guarded key={step.id}>
        <StepQuestions>
          <Text components={TAGS} />
        </StepQuestions>
      </Guarded>
    </StepShown>
  );
}

/** Whether a question of the step is open. */
function useAsking(): boolean {
  const { entry, step } = useOpenLesson();
  return useProgress(({ solved }) =>
    Object.entries(step.exercises ?? {}).some(([id, { kind }]) => kind === 'question' && !solved.includes(`${entry.id}/${step.id}/${id}`)),
  );
}

interface GuardedState {
  readonly problem: string | undefined;
}

/** A lesson that quotes what its graph does not have says so, instead of taking the page down. */
class Guarded extends Component<{ readonly children: ReactNode }, GuardedState> {
  override state: GuardedState = { problem: undefined };

  static getDerivedStateFromError(error: unknown): GuardedState {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    return problem === undefined ? this.props.children : <p role="alert">These words cannot be shown: {problem}.</p>;
  }
}
