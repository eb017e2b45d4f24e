import type { GradientCheck } from '../engine';

/** Gradient checks that have been asked for and not been answered. */
export interface Checks {
  ask(node: string): Promise<GradientCheck>;
  resolve(ticket: number, check: GradientCheck): void;
  reject(ticket: number, why: string): void;
  rejectAll(why: string): void;
}

interface Pending {
  readonly resolve: (check: GradientCheck) => void;
  readonly reject: (error: Error) => void;
}

/** @param send passes a question on under its ticket, or says why it cannot be asked */
export function createChecks(send: (ticket: number, node: string) => string | undefined): Checks {
  const pending = new Map<number, Pending>();
  let lastTicket = 0;
  return {
    ask: (node) =>
      new Promise((resolve, reject) => {
        const ticket = ++lastTicket;
        pending.set(ticket, { resolve, reject });
        const obstacle = send(ticket, node);
        if (obstacle === undefined) return;
        pending.delete(ticket);
        reject(new Error(obstacle));
      }),
    resolve: (ticket, check) => {
      pending.get(ticket)?.resolve(check);
      pending.delete(ticket);
    },
    reject: (ticket, why) => {
      pending.get(ticket)?.reject(new Error(why));
      pending.delete(ticket);
    },
    rejectAll: (why) => {
      for (const { reject } of pending.values()) reject(new Error(why));
      pending.clear();
    },
  };
}
