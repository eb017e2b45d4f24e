import { useRef } from 'react';
import { isIdle } from '../../store/training';
import { useMiniflow, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Icon } from '../controls/Icon';
import { usePastStep } from './past';

/**
 * Trains, or ends what is under way. It stays the same element, so that the focus stays on it; what was pressed for one
 * thing does not do another that the button has come to mean meanwhile.
 */
export function TrainButton() {
  const { train, pauseTraining } = useMiniflow();
  const status = useTraining((training) => training.status);
  const isPast = usePastStep() !== undefined;
  const label = status === 'training' ? 'Pause training' : status === 'restoring' ? 'Stop replaying' : 'Train';
  const isTrain = label === 'Train';
  /** What it said when it was pressed down. */
  const pressed = useRef<string>(undefined);
  const press = (): void => {
    pressed.current = label;
  };
  const release = (): void => {
    pressed.current = undefined;
  };
  return (
    <Button
      // In the past the way on is to branch.
      look={isTrain && isPast ? 'plain' : 'primary'}
      disabled={isTrain && !isIdle(status)}
      onPointerDown={press}
      onKeyDown={(event) => {
        if (!event.repeat) press();
      }}
      onBlur={release}
      onClick={() => {
        const meant = pressed.current ?? label;
        release();
        if (meant !== label) return;
        if (isTrain) train();
        else pauseTraining();
      }}
    >
      <Icon name={isTrain ? 'play' : 'pause'} size={14} />
      {label}
    </Button>
  );
}
