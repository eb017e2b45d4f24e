import { folded } from '../../../study/trace/searchTrace';

interface MarkedProps {
  readonly text: string;
  /** What is searched for; nothing is marked if it is empty. */
  readonly wanted: string;
}

/** A text with what is searched for marked in it. */
export function Marked({ text, wanted }: MarkedProps) {
  const [needle, hay] = [folded(wanted.trim()), folded(text)];
  // A letter that folds into two would shift all that follows.
  if (needle === '' || hay.length !== text.length) return text;
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + needle.length)}</mark>);
    from = at + needle.length;
  }
  return [...parts, text.slice(from)];
}
