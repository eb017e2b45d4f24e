import { useEffect, useRef, type ReactNode } from 'react';
import cue from '../charts/scrollCue.module.css';
import { useScrollCue } from '../charts/useScrollCue';
import { usePlayback, useWalk } from '../context';
import { TOOLS } from './tools';
import styles from './toolDock.module.css';

interface ToolDockProps {
  /** What stands here while no tool is open, and what it is called: `Charts`. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands under the graph: the page's own, or one of the tools of understanding. */
export function ToolDock({ title, children }: ToolDockProps) {
  const { openTool, shine } = useWalk();
  const open = usePlayback(({ tool }) => tool);
  const tool = TOOLS.find(({ name }) => name === open);
  const strip = useRef<HTMLDivElement>(null);
  useScrollCue(strip, null);
  useEffect(() => {
    // What a lesson or a key opens may stand out of sight on a phone. `scrollIntoView` would scroll the page along.
    const row = strip.current;
    const pressed = row?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (row != null && pressed != null) row.scrollLeft = pressed.offsetLeft - (row.clientWidth - pressed.offsetWidth) / 2;
  }, [open]);
  // Whoever leaves the page leaves nothing pointed at.
  useEffect(() => () => shine(null), [shine]);
  return (
    <div className={styles.dock} data-dock data-tool={open ?? undefined}>
      <div ref={strip} className={`${styles.strip ?? ''} ${cue.cue ?? ''}`} role="group" aria-label="Tools of understanding">
        <button type="button" aria-pressed={tool === undefined} onClick={() => openTool(null)}>
          {title}
        </button>
        <span className={styles.rule} aria-hidden="true" />
        {TOOLS.map(({ name, title: called, does }) => (
          <button key={name} type="button" aria-pressed={name === open} title={does} onClick={() => openTool(name === open ? null : name)}>
            {called}
          </button>
        ))}
      </div>
      {tool === undefined ? (
        children
      ) : (
        <section key={tool.name} className={styles.tool} aria-label={tool.title}>
          <tool.Part />
        </section>
      )}
    </div>
  );
}
