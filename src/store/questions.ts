import type { GradientCheck } from '../engine';
import type { Reply, Request } from '../training/protocol';
import type { Comparison, Histograms } from '../training/samples/samples';

/** How a question may be followed, and given up. */
export interface Asking {
  readonly signal?: AbortSignal | undefined;
  /** Told how much of the answer is there, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

interface Pending {
  readonly question: Question;
  readonly resolve: (answer: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((share: number) => void) | undefined;
}

type Ticketed = Extract<Request, { type: 'check' | 'histograms' | 'compare' }>;
type WithoutTicket<One> = One extends unknown ? Omit<One, 'ticket'> : never;

/** A question for the trainer that gets one answer. */
export type Question = WithoutTicket<Ticketed>;

/** Questions that have been asked and not been answered. */
export interface Questions {
  readonly check: (question: Extract<Question, { type: 'check' }>) => Promise<GradientCheck>;
  readonly histograms: (question: Extract<Question, { type: 'histograms' }>, asking: Asking) => Promise<Histograms>;
  readonly compare: (question: Extract<Question, { type: 'compare' }>, asking: Asking) => Promise<Comparison>;
  /** Takes a reply if it is about a question. @returns whether it is */
  readonly receive: (reply: Reply) => boolean;
  /** Gives up what was asked about iterations on the screen. */
  readonly rejectChecks: (why: string) => void;
  readonly rejectAll: (why: string) => void;
}

/** @param send passes a message on to the trainer */
export function createQuestions(send: (request: Request) => void): Questions {
  const pending = new Map<number, Pending>();
  let lastTicket = 0;

  const ask = (question: Question, { signal, onProgress }: Asking = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new Error('Given up.'));
        return;
      }
      const ticket = ++lastTicket;
      pending.set(ticket, { question, resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (!pending.delete(ticket)) return;
        send({ type: 'cancel', run: question.run, ticket });
        reject(new Error('Given up.'));
      });
      send({ ...question, ticket });
    });
  const unexpected = (reply: Reply): never => {
    throw new Error(`The trainer has answered with ${reply.type}.`);
  };

  const rejectThose = (which: (question: Question) => boolean, why: string): void => {
    for (const [ticket, { question, reject }] of pending) {
      if (!which(question)) continue;
      pending.delete(ticket);
      // A trainer that is still there need not go on with it.
      send({ type: 'cancel', run: question.run, ticket });
      reject(new Error(why));
    }
  };

  return {
    check: async (question) => {
      const reply = await ask(question);
      return reply.type === 'checked' ? reply.check : unexpected(reply);
    },
    histograms: async (question, asking) => {
      const reply = await ask(question, asking);
      return reply.type === 'histogrammed' ? reply.histograms : unexpected(reply);
    },
    compare: async (question, asking) => {
      const reply = await ask(question, asking);
      return reply.type === 'compared' ? reply.comparison : unexpected(reply);
    },
    receive: (reply) => {
      if (!('ticket' in reply)) return false;
      const one = pending.get(reply.ticket);
      if (reply.type === 'answering') {
        one?.onProgress?.(reply.share);
        return true;
      }
      pending.delete(reply.ticket);
      if (reply.type === 'unanswered') one?.reject(new Error(reply.message));
      else one?.resolve(reply);
      return true;
    },
    rejectChecks: (why) => {
      rejectThose(({ type }) => type === 'check', why);
    },
    rejectAll: (why) => {
      rejectThose(() => true, why);
    },
  };
}
