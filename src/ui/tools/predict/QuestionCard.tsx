import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { judge } from '../../../study/questions/judge';
import type { Judgement, Question } from '../../../study/questions/question';
import { Tex } from '../../tex/Tex';
import styles from './questionCard.module.css';
import { Hints } from './Hints';
import { score } from './score';

interface QuestionCardProps {
  readonly question: Question;
  /** Called once the right answer has been given. */
  readonly onSolved: () => void;
  /** Whether it has been solved before: then it says so, and can be answered again. */
  readonly solved?: boolean;
  /** Whether the field takes the focus as soon as it is there. */
  readonly focused?: boolean;
  /** Whether it can no longer be answered, since the answer is on the screen. */
  readonly closed?: boolean;
}

/** What was made of an answer, and to which question. */
interface Judged {
  readonly question: Question;
  readonly typed: string;
  readonly judgement: Judgement;
}

/** One question with its field, its three hints, and what comes of an answer. Give it a key for each question. */
export function QuestionCard({ question, onSolved, solved = false, focused = false, closed = false }: QuestionCardProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [last, setLast] = useState<Judged>();
  // Numbers may have been turned since: what was said of others no longer holds, and what was answered is no answer here.
  const judged = last?.question === question ? last : undefined;
  const answer = last !== undefined && judged === undefined && typed === last.typed ? '' : typed;
  const isRight = judged?.judgement.verdict === 'right';
  useEffect(() => {
    // A field that takes the focus must not pull the page to itself.
    if (focused) field.current?.focus({ preventScroll: true });
  }, [focused]);

  const check = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (closed) return;
    const judgement = judge(question, answer);
    setLast({ question, typed: answer, judgement });
    setTyped(answer);
    const isRepeated = judged?.typed === answer;
    if (!isRepeated) count(judgement);
    if (judgement.verdict === 'right') {
      if (!isRepeated) onSolved();
      return;
    }
    field.current?.focus();
    field.current?.select();
  };

  return (
    <form className={styles.card} onSubmit={check} data-verdict={judged?.judgement.verdict}>
      <label className={styles.prompt} htmlFor={`${id}-answer`}>
        {question.prompt}
      </label>
      <div className={styles.row}>
        {question.tex !== undefined && (
          <span className={styles.asked}>
            <Tex tex={`\\displaystyle ${question.tex} =`} />
          </span>
        )}
        <input
          ref={field}
          className={styles.field}
          id={`${id}-answer`}
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={400}
          placeholder={PLACEHOLDERS[question.answer.kind]}
          aria-invalid={judged !== undefined && !isRight}
          aria-describedby={`${id}-result`}
          readOnly={closed}
          value={answer}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.stopPropagation();
          }}
        />
        <button className={styles.check} type="submit" disabled={closed}>
          Check
        </button>
      </div>
      <div className={styles.result} id={`${id}-result`} role="status">
        {judged === undefined ? solved && <p>Solved.</p> : <p data-verdict={judged.judgement.verdict}>{judged.judgement.says}</p>}
      </div>
      <Hints hints={question.hints} />
    </form>
  );
}

const PLACEHOLDERS: Readonly<Record<Question['answer']['kind'], string>> = { number: 'a number', shape: 'such as 2 × 3', node: 'a name' };

/** What cannot be read is no answer, and is not counted. */
function count(judgement: Judgement): void {
  switch (judgement.verdict) {
    case 'right':
      score.countRight();
      return;
    case 'slip':
      score.countMistake(judgement.kind);
      return;
    case 'unknown':
      score.countMistake('unknown');
      return;
    case 'unreadable':
  }
}
