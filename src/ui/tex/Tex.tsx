import { useLayoutEffect, useRef, useSyncExternalStore, type JSX } from 'react';
import { katexState, watchKatex } from './katexLoader';
import styles from './Tex.module.css';

interface TexProps {
  /** A formula in TeX, without delimiters. */
  readonly tex: string;
}

/**
 * A formula, set by KaTeX as soon as that has been fetched. Until then its height is kept free; should it never come,
 * the TeX itself is shown. Breaks into lines at its relations and signs where the column is narrow.
 */
export function Tex({ tex }: TexProps): JSX.Element {
  const host = useRef<HTMLSpanElement>(null);
  const katex = useSyncExternalStore(watchKatex, katexState, katexState);
  useLayoutEffect(() => {
    if (host.current === null || katex === 'loading') return;
    if (katex === 'failed') host.current.textContent = tex;
    // Into the element instead of a string: a strict style-src forbids the style attributes of the string.
    else katex.render(tex, host.current, { throwOnError: false, strict: 'ignore', errorColor: 'currentColor' });
  }, [tex, katex]);
  return <span ref={host} className={katex === 'failed' ? styles.source : styles.tex} />;
}
