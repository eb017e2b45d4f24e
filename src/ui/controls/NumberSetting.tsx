import { useId } from 'react';
import styles from './controls.module.css';
import { NumberField } from './NumberField';
import { sliderPlace, sliderValue, type NumberRule } from './numberRule';

interface NumberSettingProps {
  /** The name of the setting, of its slider and, with “exactly”, of its field. */
  readonly label: string;
  /** What a sentence calls the number, if not by its label. */
  readonly called?: string;
  readonly value: number;
  readonly rule: NumberRule;
  readonly onChange: (value: number) => void;
  /** A few words under the control. */
  readonly hint?: string;
}

/** A number to be dragged or typed. What is typed counts on Enter or on leaving; what makes no sense says why and changes nothing. */
export function NumberSetting({ label, called = label, value, rule, onChange, hint }: NumberSettingProps) {
  const id = useId();
  return (
    <div className={styles.setting}>
      <label htmlFor={`${id}-slider`}>{label}</label>
      <NumberField label={`${label}, exactly`} called={called} value={value} rule={rule} onChange={onChange} />
      <input
        id={`${id}-slider`}
        className={styles.slider}
        type="range"
        min={0}
        max={1000}
        step={1}
        value={sliderPlace(value, rule)}
        aria-valuetext={`${value}${rule.unit === undefined ? '' : ` ${rule.unit}`}`}
        onChange={(event) => {
          onChange(sliderValue(Number(event.target.value), rule));
        }}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (step === undefined || !rule.whole) return;
          // On a long scale one notch of the slider may be no change at all: a key moves by one.
          event.preventDefault();
          onChange(Math.min(rule.max, Math.max(rule.min, value + step)));
        }}
      />
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
