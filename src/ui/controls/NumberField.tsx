import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatExactly } from '../../scene/format';
import styles from './controls.module.css';
import { readNumber, type NumberRule } from './numberRule';

interface NumberFieldProps {
  /** The name of the field. */
  readonly label: string;
  /** What a sentence calls the number, if not by its label. */
  readonly called?: string | undefined;
  readonly value: number;
  readonly rule: NumberRule;
  readonly onChange: (value: number) => void;
  /** How the number is written while nobody edits it. */
  readonly format?: (value: number) => string;
  readonly className?: string | undefined;
  readonly onFocus?: () => void;
}

/** What has been typed and not been taken, or not yet. */
interface Draft {
  readonly text: string;
  /** The number that it is to take the place of. */
  readonly instead: number;
  readonly problem?: string;
}

/**
 * A number to be typed. Under the focus it shows every digit. What is typed counts on Enter or on leaving; what makes no
 * sense says why, in a paragraph behind the field, and changes nothing.
 */
export function NumberField({ label, called = label, value, rule, onChange, format = formatExactly, className, onFocus }: NumberFieldProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [typed, setTyped] = useState<Draft>();
  // Once the number has changed by another hand, what was left behind in the field is past.
  const draft = focused || typed?.instead === value ? typed : undefined;
  const problem = draft?.problem;

  const commit = (): void => {
    if (draft === undefined) return;
    const read = readNumber(draft.text, called, rule);
    if (typeof read === 'number') {
      setTyped(undefined);
      if (read !== value) onChange(read);
    } else setTyped({ text: draft.text, instead: value, problem: read.problem });
  };

  return (
    <>
      <input
        className={className ?? styles.field}
        type="text"
        inputMode={keyboardFor(rule)}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={draft?.text ?? (focused ? formatExactly(value) : format(value))}
        onChange={(event) => {
          setTyped({ text: event.target.value, instead: value });
        }}
        onFocus={(event) => {
          const field = event.currentTarget;
          const before = field.value;
          flushSync(() => {
            setFocused(true);
          });
          // More digits than before have taken away what Tab had selected.
          if (field.value !== before) field.select();
          onFocus?.();
        }}
        onBlur={() => {
          setFocused(false);
          commit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') {
            setTyped(undefined);
            event.stopPropagation();
          }
        }}
      />
      {problem !== undefined && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** The keyboard that a phone shows: those for numbers often have no minus sign. */
function keyboardFor({ min, whole }: NumberRule): 'text' | 'numeric' | 'decimal' {
  if (min < 0) return 'text';
  return whole ? 'numeric' : 'decimal';
}
