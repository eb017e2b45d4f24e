import { Component, useEffect, type ReactNode } from 'react';
import { useWalk } from '../../context';
import { useOpenLesson, useProgress } from '../lessonsContext';
import { StepShown, TAGS } from './tags';

/** The words of the step that is open, out of its lesson's prose. */
export function Prose() {
  const { lesson, step } = useOpenLesson();
  const { Prose: Text } = lesson;
  useCover();
  return (
    <StepShown value={step.id}>
      <Guarded key={step.id}>
        <Text components={TAGS} />
      </Guarded>
    </StepShown>
  );
}

/** Covers what would answer a question of the step, as long as one is open. */
function useCover(): void {
  const { entry, step } = useOpenLesson();
  const { ask } = useWalk();
  const asking = useProgress(({ solved }) =>
    Object.entries(step.exercises ?? {}).some(([id, { kind }]) => kind === 'question' && !solved.includes(`${entry.id}/${step.id}/${id}`)),
  );
  useEffect(() => {
    ask(asking);
    return () => {
      ask(false);
    };
  }, [ask, asking]);
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
