import { memo, useState } from 'react';
import { formatExactly, formatName, formatNumber } from '../../../scene/format';
import { formatShortly } from '../../../scene/shortNumber';
import type { Input } from '../../../store/circuit/inputs';
import { Icon } from '../../controls/Icon';
import { NumberField } from '../../controls/NumberField';
import { ANY_NUMBER } from '../../controls/numberRule';
import { Figure } from '../../inspector/Figure';
import { useCircuit } from '../circuitContext';
import { formatInColumn, formatLong } from '../knownNumber';
import styles from './inputs.module.css';
import range from './range.module.css';
import { RangeFields } from './RangeFields';
import { afterDrag, afterKey } from './sliderSteps';

/** Longer names, in characters, have a line of their own. */
const SHORT_NAME = 9;

interface InputRowProps {
  readonly input: Input;
  /** ∂output/∂input at the moment that is shown; undefined before the backward pass has come here, NaN if it is unknown. */
  readonly gradient: number | undefined;
  /** Whether derivatives are shown by this input. */
  readonly chosen: boolean;
  /** Whether it can be ticked for a gradient descent. */
  readonly ticks: boolean;
  readonly allDigits: boolean;
}

/** An input: its name, its value to be typed and dragged, its gradient, whether it is trained, and its range. */
export const InputRow = memo(function InputRow({ input, gradient, chosen, ticks, allDigits }: InputRowProps) {
  const { setValue, setTrainable, choose } = useCircuit();
  const [showsRange, setShowsRange] = useState(false);
  const { name, value, min, max, trainable } = input;
  const set = (next: number): void => {
    if (next !== value) setValue(name, next);
  };
  const chooseIt = (): void => {
    choose(name);
  };
  return (
    <li className={styles.row} data-chosen={chosen} data-ticks={ticks} data-name={name.length > SHORT_NAME ? 'long' : 'short'} aria-current={chosen ? 'true' : undefined}>
      {ticks ? (
        <label className={styles.tick} title={`Let gradient descent move ${formatName(name)}`}>
          <input
            type="checkbox"
            aria-label={`Train ${name}`}
            checked={trainable}
            onChange={(event) => {
              setTrainable(name, event.target.checked);
            }}
          />
        </label>
      ) : null}
      <span className={styles.name} title={name} aria-hidden="true">
        {formatName(name)}
      </span>
      <NumberField
        label={name}
        value={value}
        rule={ANY_NUMBER}
        format={allDigits ? formatExactly : formatShortly}
        className={styles.value}
        onFocus={chooseIt}
        onChange={set}
      />
      <span className={styles.gradient}>
        <span className="visually-hidden">gradient </span>
        {gradient !== undefined && <Figure value={gradient} format={allDigits ? formatLong : formatInColumn} />}
      </span>
      <div className={styles.drag}>
        <input
          className={styles.slider}
          type="range"
          aria-label={name}
          min={min}
          max={max}
          step="any"
          value={value}
          onFocus={chooseIt}
          onChange={(event) => {
            set(afterDrag(event.target.valueAsNumber, input));
          }}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const next = afterKey(event.key, value, input);
            if (next === undefined) return;
            event.preventDefault();
            set(next);
          }}
        />
        <button
          type="button"
          className={range.button}
          aria-label={`Range of ${name}`}
          aria-expanded={showsRange}
          title={`Slider from ${formatNumber(min)} to ${formatNumber(max)}`}
          onClick={() => {
            setShowsRange(!showsRange);
          }}
        >
          <Icon name="range" size={14} />
        </button>
      </div>
      {showsRange ? <RangeFields input={input} /> : null}
    </li>
  );
});
