import type { ReactNode } from 'react';
import { withQuotes } from '../../../scene/texQuotes';
import { useTimeline } from '../../frame';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { Tex } from '../../tex/Tex';
import { Missing, quoting } from './Missing';
import styles from './prose.module.css';

interface CodeProps {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A formula (markdown makes `$…$` a piece of code in the language of mathematics), with its numbers filled in; or a piece of code. */
export function Code({ className = '', children }: CodeProps) {
  const timeline = useTimeline();
  if (!className.includes('language-math')) return <code>{children}</code>;
  const tex = typeof children === 'string' ? children.trim() : '';
  const isQuoting = /\\(?:val|grad|tr|after|shape|lr)(?![A-Za-z])/.test(tex);
  if (isQuoting && timeline === undefined) return <>…</>;
  const filled = isQuoting && timeline !== undefined ? quoting(() => withQuotes(tex, timeline.recording)) : tex;
  if (typeof filled === 'object') return <Missing why={filled.why} />;
  const isDisplayed = className.includes('math-display');
  return (
    <span className={isDisplayed ? styles.display : styles.inline}>
      <Tex tex={isDisplayed ? `\\displaystyle ${filled}` : filled} />
    </span>
  );
}

/** A formula on a line of its own. A long one is set smaller; where that does not do, it can be scrolled. */
export function Pre({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles.formula}>
      <ScrollRegion label="Formula" least={0.8}>
        {children}
      </ScrollRegion>
    </div>
  );
}
