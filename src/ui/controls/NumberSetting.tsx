import { useId, useState } from 'react';
import styles from './controls.module.css';
import { readNumber, sliderPlace, sliderValue, type NumberRule } from './numberRule';

interface NumberSettingProps {
  /** The name of the setting, of its slider and, with “exactly”, of its field. */
  readonly label: string;
  readonly value: number;
  readonly rule: NumberRule;
  readonly onChange: (value: number) => void;
  /** A few words under the control. */
  readonly hint?: string;
}

/** A number to be dragged or typed. What is typed counts on Enter or on leaving; what makes no sense says why and changes nothing. */
export function NumberSetting({ label, value, rule, onChange, hint }: NumberSettingProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const commit = (): void => {
    if (draft === undefined) return;
    const read = readNumber(draft, label, rule);
    if (typeof read === 'number') {
      setDraft(undefined);
      setProblem(undefined);
      if (read !== value) onChange(read);
    } else setProblem(read.problem);
  };
  const giveUp = (): void => {
    setDraft(undefined);
    setProblem(undefined);
  };

  return (
    <div className={styles.setting}>
      <label htmlFor={`${id}-slider`}>{label}</label>
      <input
        className={styles.field}
        type="text"
        inputMode={rule.whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        aria-label={`${label}, exactly`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={draft ?? String(value)}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(undefined);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') {
            giveUp();
            event.stopPropagation();
          }
        }}
      />
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
          giveUp();
          onChange(sliderValue(Number(event.target.value), rule));
        }}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (step === undefined || !rule.whole) return;
          // On a long scale one notch of the slider may be no change at all: a key moves by one.
          event.preventDefault();
          giveUp();
          onChange(Math.min(rule.max, Math.max(rule.min, value + step)));
        }}
      />
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <p className={styles.problem} id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
