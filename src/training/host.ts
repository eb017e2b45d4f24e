import type { Reply } from './protocol';

/** What a session needs from where it lives: a clock, a way to answer, and a way to be called again. */
export interface SessionHost {
  /** Milliseconds, monotonic. */
  now(): number;
  reply(reply: Reply): void;
  /** Calls back after at least so many milliseconds, once messages have been heard. */
  later(milliseconds: number, callback: () => void): void;
}
