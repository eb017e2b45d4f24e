import { useEffect } from 'react';
import type { Miniflow } from '../store/miniflow';
import { useMiniflow } from './context';

/** One of the page's keys, for the page that lists them and the handler that obeys them. */
export interface KeyBinding {
  readonly keys: string;
  readonly does: string;
  readonly matches: (event: KeyboardEvent) => boolean;
  readonly run: (miniflow: Miniflow) => void;
}

const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

const key = (name: string, shift = false) => (event: KeyboardEvent): boolean =>
  plain(event) && event.key === name && event.shiftKey === shift;

/** All keys of the page, but for `?`, in the order in which they are listed. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  {
    keys: 'Space',
    does: 'Play or pause',
    matches: key(' '),
    run: ({ playback, play, pause }) => {
      if (playback.getState().playing) pause();
      else play();
    },
  },
  { keys: '→', does: 'Step forward', matches: key('ArrowRight'), run: ({ stepForward }) => { stepForward(); } },
  { keys: '←', does: 'Step back', matches: key('ArrowLeft'), run: ({ stepBack }) => { stepBack(); } },
  { keys: 'Shift →', does: 'Next phase', matches: key('ArrowRight', true), run: ({ nextPhase }) => { nextPhase(); } },
  { keys: 'Shift ←', does: 'Previous phase', matches: key('ArrowLeft', true), run: ({ previousPhase }) => { previousPhase(); } },
  { keys: 'Home', does: 'Start of the iteration', matches: key('Home'), run: ({ toStart }) => { toStart(); } },
  { keys: 'End', does: 'End of the iteration', matches: key('End'), run: ({ toEnd }) => { toEnd(); } },
  { keys: 'Esc', does: 'Clear the selection', matches: key('Escape'), run: ({ select }) => { select(null); } },
];

/** Keys that an element under the focus needs for itself. */
function needsKey(target: EventTarget | null, pressed: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, [role="application"]') !== null) return true;
  // The timeline is moved by the page's own keys, which know how far a step goes and what lies beyond the end.
  if (target.closest('[data-page-keys]') !== null) return false;
  if (target.closest('select, textarea, input:not([type="range"]):not([type="checkbox"])') !== null) return true;
  if (target.closest('input[type="range"]') !== null) return pressed !== ' ' && pressed !== 'Escape';
  return pressed === ' ' && target.closest('button, a, summary, input, [role="button"], [role="switch"]') !== null;
}

/** The page's own keys, wherever the focus is, unless it needs them. `?` is the header's affair. */
export function useKeys(): void {
  const miniflow = useMiniflow();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || needsKey(event.target, event.key)) return;
      const binding = KEY_BINDINGS.find(({ matches }) => matches(event));
      if (binding === undefined) return;
      event.preventDefault();
      binding.run(miniflow);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [miniflow]);
}
