import { useEffect, useMemo, useRef, useState } from 'react';
import { wordOf } from '../../../lessons/glossary';
import { glossaryWord, openWord } from '../../../store/glossaryWord';
import cue from '../../charts/scrollCue.module.css';
import { useScrollCue } from '../../charts/useScrollCue';
import { usePart, usePlayback } from '../../context';
import { useTimeline } from '../../frame';
import styles from './glossary.module.css';
import { wordsMatching } from './matching';
import { WordCard } from './WordCard';
import { wordFor } from './wordFor';

/** The words of the lessons: what each means, and where it is on the graph at hand. */
export function GlossaryTool() {
  const open = usePart(glossaryWord, ({ open: id }) => id);
  const recording = useTimeline()?.recording;
  const fitting = usePlayback(({ selection }) => wordFor(recording, selection));
  // Whoever has closed a word wants none, until they choose one.
  const [isClosed, setIsClosed] = useState(false);
  const word = open !== null ? wordOf(open) : isClosed ? undefined : wordOf(fitting);
  const close = (): void => {
    openWord(null);
    setIsClosed(true);
  };
  const [typed, setTyped] = useState('');
  const groups = useMemo(() => wordsMatching(typed), [typed]);
  const list = useRef<HTMLDivElement>(null);
  useScrollCue(list, groups);
  useEffect(() => {
    // A word that has been opened from elsewhere is far down in the list.
    const box = list.current;
    const entry = box?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (box == null || entry == null) return;
    const [top, bottom] = [entry.offsetTop, entry.offsetTop + entry.offsetHeight];
    if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
  }, [word]);
  return (
    <div className={styles.glossary}>
      <input
        className={styles.search}
        type="search"
        aria-label="Search the words"
        placeholder="Search the words"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const first = groups[0]?.words[0];
          if (event.key === 'Enter' && first !== undefined) openWord(first.id);
          if (event.key === 'Escape' && typed !== '') {
            setTyped('');
            event.stopPropagation();
          }
        }}
      />
      <div ref={list} className={`${styles.list ?? ''} ${cue.cue ?? ''}`} role="group" aria-label="Words">
        {groups.length === 0 && (
          <p className={styles.none} role="status">
            No word of the glossary goes with “{typed.trim()}”.
          </p>
        )}
        {groups.map(({ group, words }) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.group}>{group}</h3>
            <ul className={styles.words}>
              {words.map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className={styles.entry} aria-pressed={id === word?.id} onClick={() => (id === word?.id ? close() : openWord(id))}>
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={styles.detail} aria-live="polite">
        {word !== undefined ? (
          <WordCard key={word.id} word={word} />
        ) : open !== null ? (
          <p className={styles.none}>The glossary has no word “{open}”.</p>
        ) : (
          <p className={styles.none}>Choose a word: what it means stands here, and the graph shows what it speaks of.</p>
        )}
      </div>
    </div>
  );
}
