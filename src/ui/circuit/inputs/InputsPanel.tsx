import { useId } from 'react';
import { formatName } from '../../../scene/format';
import type { SceneState } from '../../../scene/frame';
import { useSettings } from '../../context';
import { useSceneState } from '../../frame';
import panel from '../../training/training.module.css';
import { useCircuitState } from '../circuitContext';
import { InputRow } from './InputRow';
import styles from './inputs.module.css';

/** More inputs than this scroll by themselves, so that what stands below them stays near. */
const MOST_AT_ONCE = 12;

interface InputsPanelProps {
  /** Whether the reader says which inputs gradient descent moves; a lesson has said so itself. */
  readonly ticks?: boolean;
}

/** The inputs: sliders and fields for their values, and the gradient of the output by each of them. */
export function InputsPanel({ ticks = true }: InputsPanelProps) {
  const id = useId();
  const inputs = useCircuitState((state) => state.inputs);
  const output = useCircuitState(({ expression }) => expression.graph.output);
  const chosen = useCircuitState((state) => state.chosen);
  const allDigits = useSettings((settings) => settings.allDigits);
  const scene = useSceneState();
  return (
    <section className={panel.panel} aria-labelledby={`${id}-heading`}>
      <div className={styles.head} data-digits={allDigits ? 'all' : 'few'}>
        <h2 id={`${id}-heading`} className={panel.heading}>
          Inputs
        </h2>
        {inputs.length === 0 ? null : (
          <>
            <span className={styles.valueHead}>value</span>
            <span className={styles.gradientHead} title={`The gradient of ${formatName(output)} with respect to the input`}>
              ∂{formatName(output)}
            </span>
          </>
        )}
      </div>
      {inputs.length === 0 ? (
        <p className={styles.hint}>There is no input: this expression is one number. Write a name such as x into it, and it can be turned here.</p>
      ) : (
        <>
          <ul className={styles.list} data-long={inputs.length > MOST_AT_ONCE} data-digits={allDigits ? 'all' : 'few'} aria-labelledby={`${id}-heading`}>
            {inputs.map((input) => (
              <InputRow
                key={input.name}
                input={input}
                gradient={gradientOf(scene, input.name)}
                chosen={ticks && input.name === chosen}
                ticks={ticks}
                allDigits={allDigits}
              />
            ))}
          </ul>
          <p className={styles.hint}>
            Drag an input: every value and every gradient follows.{ticks ? ' Tick an input to let gradient descent move it.' : null}
          </p>
        </>
      )}
    </section>
  );
}

/** What of the gradient has arrived in an input, at the moment that is shown. */
function gradientOf(scene: SceneState | undefined, name: string): number | undefined {
  return scene?.nodes.get(name)?.gradient?.data[0];
}
