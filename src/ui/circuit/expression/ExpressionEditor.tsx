import { useMemo, type RefObject } from 'react';
import type { Expression, Problem, Span } from '../../../expression/expression';
import type { Selection } from '../../../scene/selection';
import { usePlayback } from '../../context';
import { useCircuit, useCircuitState } from '../circuitContext';
import { editorMark } from './editorMark';
import styles from './expression.module.css';

interface ExpressionEditorProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** The element that says what is wrong, if something is. */
  readonly describedBy: string | undefined;
}

/**
 * The box that the expression is typed into. A copy of the text lies behind it, letter under letter, and carries the
 * marks: where the problem is, or what is selected in the graph.
 */
export function ExpressionEditor({ field, describedBy }: ExpressionEditorProps) {
  const { setText } = useCircuit();
  const text = useCircuitState((state) => state.text);
  const problem = useCircuitState((state) => state.problem);
  return (
    <div className={styles.editor}>
      <div className={styles.sheet}>
        <MarkedText text={text} problem={problem} />
        <textarea
          ref={field}
          className={styles.text}
          aria-label="Expression"
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy}
          rows={1}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </div>
    </div>
  );
}

function MarkedText({ text, problem }: { readonly text: string; readonly problem: Problem | undefined }) {
  const expression = useCircuitState((state) => state.expression);
  const selection = usePlayback((playback) => playback.selection);
  const { before, marked, after, look } = useMemo(
    () => editorMark(text, problem, selectedSpan(expression, selection)),
    [text, problem, expression, selection],
  );
  return (
    <div className={styles.marks} aria-hidden="true">
      {before}
      {look === 'none' ? null : <span className={styles[look]}>{marked}</span>}
      {after}
      {/* A line break at the end shows no line of its own without something behind it. */}
      {'\u200B'}
    </div>
  );
}

function selectedSpan({ spans }: Expression, selection: Selection | null): Span | undefined {
  return selection?.kind === 'node' ? spans.get(selection.id) : undefined;
}
