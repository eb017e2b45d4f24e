import { use, useEffect, useEffectEvent } from 'react';
import type { Walk } from '../store/walk';
import { WalkContext } from './context';

/** One of the page's keys, for the page that lists them and the handler that obeys them. */
export interface KeyBinding {
  readonly keys: string;
  readonly does: string;
  readonly matches: (event: KeyboardEvent) => boolean;
  /** Whether it means anything in a graph; everywhere if it is left out. */
  readonly applies?: (walk: Walk) => boolean;
  /** `openKeys` opens the page's list of keys. */
  readonly run: (walk: Walk, openKeys: () => void) => void;
}

const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

const key = (name: string, shift = false) => (event: KeyboardEvent): boolean =>
  plain(event) && event.key === name && event.shiftKey === shift;

/** With Alt, which browsers have other uses for: only where there is something to leap over. */
const far = (name: string) => (event: KeyboardEvent): boolean =>
  event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.key === name;

/** Lists the page's keys, also where there is no graph. */
const LIST_KEY = '?';

const canLeap = ({ leap }: Walk): boolean => leap !== undefined;

const hasPages = ({ turnPage }: Walk): boolean => turnPage !== undefined;

/** All keys of the page, in the order in which they are listed. */
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
  { keys: 'Alt →', does: 'Next SGD step, at the same moment', matches: far('ArrowRight'), applies: canLeap, run: ({ leap }) => { leap?.(1); } },
  { keys: 'Alt ←', does: 'Previous SGD step, at the same moment', matches: far('ArrowLeft'), applies: canLeap, run: ({ leap }) => { leap?.(-1); } },
  { keys: 'Home', does: 'Start of the iteration', matches: key('Home'), run: ({ toStart }) => { toStart(); } },
  { keys: 'End', does: 'End of the iteration', matches: key('End'), run: ({ toEnd }) => { toEnd(); } },
  // What the small remote controls for projectors send.
  { keys: 'PageDown', does: 'In a lesson: next step', matches: key('PageDown'), applies: hasPages, run: ({ turnPage }) => { turnPage?.(1); } },
  { keys: 'PageUp', does: 'In a lesson: previous step', matches: key('PageUp'), applies: hasPages, run: ({ turnPage }) => { turnPage?.(-1); } },
  { keys: 'Esc', does: 'Clear the selection', matches: key('Escape'), run: ({ select }) => { select(null); } },
  // A character, not a key: some keyboards need one modifier for it, some another.
  { keys: LIST_KEY, does: 'This list', matches: (event) => event.key === LIST_KEY, run: (_, openKeys) => { openKeys(); } },
];

/** Those that go from one SGD step to another. */
const LEAPS = KEY_BINDINGS.filter(({ keys }) => keys.startsWith('Alt'));

/** Keys that an element under the focus needs for itself, or that an open dialog leaves no room for. */
function needsKey(target: EventTarget | null, pressed: string): boolean {
  if (pressed === '?' && document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (pressed === '?') return target.closest('input[type="text"], textarea') !== null;
  if (target.closest('dialog, [role="application"]') !== null) return true;
  // The timeline is moved by the page's own keys, which know how far a step goes and what lies beyond the end.
  if (target.closest('[data-page-keys]') !== null) return false;
  if (target.closest('select, textarea, input:not([type="range"]):not([type="checkbox"])') !== null) return true;
  if (target.closest('input[type="range"]') !== null) return pressed !== ' ' && pressed !== 'Escape';
  return pressed === ' ' && target.closest('button, a, summary, input, [role="button"], [role="switch"]') !== null;
}

/**
 * Whether a key press leaps over SGD steps before anything under the focus hears of it. What has the focus may know the
 * arrows and not look at Alt, and a browser that is not stopped leaves the page. In a dialog, and where words are written,
 * it is left alone.
 */
export function leapsFirst(event: KeyboardEvent, walk: Walk | null): boolean {
  if (walk === null || !canLeap(walk) || !LEAPS.some(({ matches }) => matches(event))) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest('dialog, textarea, [contenteditable="true"]') !== null);
}

/** The page's own keys, wherever the focus is, unless it needs them. */
export function useKeys(openKeys: () => void): void {
  const walk = use(WalkContext);
  const open = useEffectEvent(openKeys);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || needsKey(event.target, event.key)) return;
      const binding = KEY_BINDINGS.find(({ matches }) => matches(event));
      if (binding === undefined) return;
      // Nothing to walk through: the way has no graph, or is still being fetched. The list of keys is there all the same.
      if (walk === null && binding.keys !== LIST_KEY) return;
      if (walk !== null && binding.applies?.(walk) === false) return;
      event.preventDefault();
      if (walk === null) open();
      else binding.run(walk, () => open());
    };
    const leap = (event: KeyboardEvent): void => {
      if (walk === null || !leapsFirst(event, walk)) return;
      event.preventDefault();
      event.stopPropagation();
      LEAPS.find(({ matches }) => matches(event))?.run(walk, () => open());
    };
    document.addEventListener('keydown', leap, { capture: true });
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', leap, { capture: true });
      document.removeEventListener('keydown', listen);
    };
  }, [walk]);
}
