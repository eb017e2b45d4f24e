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
  /** How what was typed is read, if it may be more than a number that the rule takes. */
  readonly read?: (typed: string) => number | { readonly problem: string };
  /** Whether letters may be typed as well. */
  readonly words?: boolean;
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
 * A number to be typed. Under the focus it shows every digit of what it was when the focus came: a number that changes by
 * itself meanwhile must not take away what is selected in it. What is typed counts on Enter or on leaving; what makes no
 * sense says why, in a paragraph behind the field, and changes nothing.
 */
export function NumberField({ label, called = label, value, rule, onChange, format = formatExactly, read, words = false, className, onFocus }: NumberFieldProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  /** The number under the focus; undefined once something has been done with it. */
  const [held, setHeld] = useState<number>();
  const [typed, setTyped] = useState<Draft>();
  // Once the number has changed by another hand, what was left behind in the field is past.
  const draft = focused || typed?.instead === value ? typed : undefined;
  const problem = draft?.problem;

  const commit = (): void => {
    if (draft === undefined) return;
    const number = read?.(draft.text) ?? readNumber(draft.text, called, rule);
    if (typeof number === 'number') {
      setTyped(undefined);
      setHeld(undefined);
      if (number !== value) onChange(number);
    } else setTyped({ text: draft.text, instead: value, problem: number.problem });
  };

  return (
    <>
      <input
        className={className ?? styles.field}
        type="text"
        inputMode={words ? 'text' : keyboardFor(rule)}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={draft?.text ?? (focused ? formatExactly(held ?? value) : format(value))}
        onChange={(event) => {
          setTyped({ text: event.target.value, instead: value });
        }}
        onFocus={(event) => {
          const field = event.currentTarget;
          const before = field.value;
          flushSync(() => {
            setFocused(true);
            setHeld(value);
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
            setHeld(undefined);
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
