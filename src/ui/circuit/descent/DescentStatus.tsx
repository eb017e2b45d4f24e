import { useMemo } from 'react';
import type { Recording } from '../../../engine';
import type { CircuitState } from '../../../store/circuit/circuitState';
import { usePlayback, useSettings } from '../../context';
import { useCircuitState } from '../circuitContext';
import { factsOf, faultAt, lastIteration, lastMove, lastPlaces, lostPlaces } from './descentFacts';
import { flatWords, iterationsWords, lossWords, progressWords, smallStepWords } from './descentWords';
import styles from './descent.module.css';

/** How the descent stands and, once it has ended, why. */
export function DescentStatus() {
  const { path, running, outcome } = useCircuitState((state) => state.descent);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  const allDigits = useSettings((settings) => settings.allDigits);
  const recording = usePlayback(({ iterations }) => iterations.at(-1)?.timeline.recording);
  const value = useMemo(() => (recording === undefined ? NaN : factsOf(recording).value), [recording]);
  return (
    // While it runs, nobody could listen as fast as it goes.
    <div className={styles.status} role="status" aria-live={running ? 'off' : 'polite'}>
      <p className={styles.figures}>{progressWords({ iteration: lastIteration(path), output, value, move: lastMove(path), allDigits })}</p>
      {outcome === undefined || recording === undefined ? null : <Ending recording={recording} />}
    </div>
  );
}

/** Why the descent has ended. @param recording the last one */
function Ending({ recording }: { readonly recording: Recording }) {
  const descent = useCircuitState((state) => state.descent);
  const inputs = useCircuitState((state) => state.inputs);
  const threshold = useCircuitState((state) => state.settings.threshold);
  const words = useMemo(() => endingWords({ descent, inputs, threshold, recording }), [descent, inputs, threshold, recording]);
  return <p className={descent.outcome?.kind === 'not finite' ? styles.loss : styles.ending}>{words}</p>;
}

interface EndingFacts extends Pick<CircuitState, 'descent' | 'inputs'> {
  readonly threshold: number;
  readonly recording: Recording;
}

function endingWords({ descent: { outcome, place, path }, inputs, threshold, recording }: EndingFacts): string | undefined {
  switch (outcome?.kind) {
    case undefined:
      return undefined;
    case 'small step':
      return smallStepWords(lastIteration(path), lastPlaces(path), threshold, factsOf(recording).slope);
    case 'iterations':
      return iterationsWords(lastIteration(path));
    case 'flat':
      return flatWords(place);
    case 'not finite': {
      const places = lostPlaces(recording, outcome);
      const fault = faultAt(recording, [...inputs, ...places]);
      return lossWords({ iteration: path.count, places, output: recording.graph.output, fault, found: outcome.found });
    }
  }
}
