import { createContext, use, useId, useState, type ReactNode } from 'react';
import { Button } from '../../controls/Button';
import { ExerciseFrame } from './ExerciseFrame';
import styles from './exercises.module.css';
import { useExercise } from './useExercise';

interface Choosing {
  /** The name that the options of one choice share. */
  readonly name: string;
  readonly picked: string | undefined;
  readonly pick: (option: string, right: boolean) => void;
  /** The option that was given as the answer. */
  readonly given: string | undefined;
}

const ChoosingContext = createContext<Choosing | null>(null);

interface ChoiceProps {
  readonly id: string;
  /** The options. */
  readonly children: ReactNode;
}

/** One answer out of several. Each says why it is right or wrong, once it has been given. */
export function Choice({ id, children }: ChoiceProps) {
  const { solved, onSolved } = useExercise(id, 'choice');
  const name = useId();
  const [picked, setPicked] = useState<{ readonly option: string; readonly right: boolean }>();
  const [given, setGiven] = useState<{ readonly option: string; readonly right: boolean }>();
  const choosing: Choosing = {
    name,
    picked: picked?.option,
    pick: (option, right) => {
      setPicked({ option, right });
    },
    given: given?.option,
  };
  return (
    <ExerciseFrame solved={solved}>
      <ChoosingContext value={choosing}>
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">One of these is right</legend>
          {children}
        </fieldset>
      </ChoosingContext>
      <div className={styles.row}>
        <Button
          disabled={picked === undefined}
          onClick={() => {
            setGiven(picked);
            if (picked?.right === true) onSolved();
          }}
        >
          Check
        </Button>
        <p role="status" className={styles.verdict} data-right={given?.right}>
          {given === undefined ? '' : given.right ? '✓ Right.' : '✗ Not that one.'}
        </p>
      </div>
    </ExerciseFrame>
  );
}

const OptionContext = createContext<{ readonly given: boolean; readonly right: boolean }>({ given: false, right: false });

interface OptionProps {
  readonly right?: boolean;
  readonly children: ReactNode;
}

/** One of the answers of a `Choice`. */
export function Option({ right = false, children }: OptionProps) {
  const id = useId();
  const choosing = use(ChoosingContext);
  if (choosing === null) throw new Error('an Option belongs inside of a Choice');
  const { name, picked, pick, given } = choosing;
  return (
    <label className={styles.option} data-picked={picked === id}>
      <input
        type="radio"
        name={name}
        value={id}
        checked={picked === id}
        onChange={() => {
          pick(id, right);
        }}
      />
      <OptionContext value={{ given: given === id, right }}>
        <div className={styles.answer}>{children}</div>
      </OptionContext>
    </label>
  );
}

/** Why an answer is right or wrong; it shows once that has been given. */
export function Why({ children }: { readonly children: ReactNode }) {
  const { given, right } = use(OptionContext);
  return given ? (
    <span className={styles.why} data-right={right}>
      {children}
    </span>
  ) : null;
}
