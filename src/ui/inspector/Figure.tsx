import { UNKNOWN } from '../../scene/figure';

interface FigureProps {
  readonly value: number;
  /** How a number is written; `UNKNOWN` for one that nobody knows. */
  readonly format: (value: number) => string;
}

/** A number; for one that nobody knows, a question mark for eyes and the word for ears. */
export function Figure({ value, format }: FigureProps) {
  const text = format(value);
  if (text !== UNKNOWN) return text;
  return (
    <>
      <span aria-hidden="true">{UNKNOWN}</span>
      <i className="visually-hidden">unknown</i>
    </>
  );
}
