import { failureSentence } from './failure';
import type { Rewinder } from './history/rewinder';
import type { SessionHost } from './host';
import type { Reply, Request } from './protocol';
import { comparisonOf } from './samples/comparison';
import { histogramsOf } from './samples/histograms';

/** How long one slice of an answer may take, so that messages are heard in between. */
const SLICE_MS = 8;

/** A question that takes a while to answer. */
type Question = Extract<Request, { type: 'histograms' | 'compare' }>;

/** Answers questions about the past of runs, in slices, each with a rewinder of its own, so that nothing else has to wait. */
export class Answerer {
  readonly #host: SessionHost;
  /** The tickets that are being answered. */
  readonly #open = new Set<number>();

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** @param rewinderOf makes a rewinder for a run; undefined if it is not open */
  answer(question: Question, rewinderOf: (run: number) => Rewinder | undefined): void {
    const { run, ticket } = question;
    const here = rewinderOf(run);
    const there = question.type === 'compare' ? rewinderOf(question.other) : here;
    if (here === undefined || there === undefined) {
      this.#host.reply({ type: 'unanswered', run, ticket, message: 'The run is not open any more.' });
      return;
    }
    this.#open.add(ticket);
    if (question.type === 'compare') {
      this.#work(question, comparisonOf(here, there, question), (comparison) => ({ type: 'compared', run, ticket, comparison }));
    } else {
      this.#work(question, histogramsOf(here, question), (histograms) => ({ type: 'histogrammed', run, ticket, histograms }));
    }
  }

  /** Gives up a question. */
  cancel(ticket: number): void {
    this.#open.delete(ticket);
  }

  #work<Answer>({ run, ticket }: Question, work: Generator<number, Answer>, reply: (answer: Answer) => Reply): void {
    const slice = (): void => {
      if (!this.#open.has(ticket)) return;
      try {
        const until = this.#host.now() + SLICE_MS;
        let next = work.next();
        while (next.done !== true && this.#host.now() < until) next = work.next();
        if (next.done === true) {
          this.#open.delete(ticket);
          this.#host.reply(reply(next.value));
          return;
        }
        this.#host.reply({ type: 'answering', run, ticket, share: next.value });
        this.#host.later(0, slice);
      } catch (error) {
        this.#open.delete(ticket);
        this.#host.reply({ type: 'unanswered', run, ticket, message: failureSentence(error) });
      }
    };
    slice();
  }
}
