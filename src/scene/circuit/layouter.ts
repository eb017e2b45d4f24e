import type { Graph } from '../../engine/graph';
import type { Layout } from '../layout';
import { circuitLayoutOf, type CircuitOptions } from './circuit';
import type { LayoutReply, LayoutRequest } from './layoutMessages';

/** Layouts of circuits, worked out in a worker. */
export interface Layouter {
  /** The layout of a graph; undefined once a newer request has taken its place, or the layouter was closed. Never rejects. */
  layout(graph: Graph, options: CircuitOptions): Promise<Layout | undefined>;
  /** Ends the worker; whoever still waits gets nothing. */
  close(): void;
}

interface Job {
  readonly request: LayoutRequest;
  readonly resolve: (layout: Layout | undefined) => void;
}

/**
 * A layouter whose worker starts with the first request. Where it cannot start, or ends by itself, layouts are made in
 * the page.
 *
 * @param start makes the worker; may throw
 */
export function createLayouter(start: () => Worker = startWorker): Layouter {
  let worker: Worker | undefined;
  let state: 'open' | 'in the page' | 'closed' = 'open';
  let tickets = 0;
  /** What the worker is at. It cannot be interrupted; its layout is dropped if something newer waits. */
  let running: Job | undefined;
  let waiting: Job | undefined;

  const settle = (layout: Layout | undefined): void => {
    running?.resolve(waiting === undefined ? layout : undefined);
    running = waiting;
    waiting = undefined;
    if (running !== undefined) begin(running);
  };
  const moveIntoPage = (): void => {
    worker?.terminate();
    worker = undefined;
    state = 'in the page';
    if (waiting !== undefined) settle(undefined);
    else if (running !== undefined) begin(running);
  };
  const begin = ({ request }: Job): void => {
    if (state === 'in the page') {
      settle(circuitLayoutOf(request.graph, request.options));
      return;
    }
    try {
      worker ??= listened(start());
      worker.postMessage(request);
    } catch {
      moveIntoPage();
    }
  };
  const listened = (made: Worker): Worker => {
    made.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
      if (worker === made && data.ticket === running?.request.ticket) settle(data.layout);
    };
    made.onerror = (event) => {
      event.preventDefault();
      if (worker === made) moveIntoPage();
    };
    return made;
  };

  return {
    layout: (graph, options) =>
      new Promise((resolve) => {
        if (state === 'closed') {
          resolve(undefined);
          return;
        }
        const job = { request: { ticket: ++tickets, graph, options }, resolve };
        if (running === undefined) {
          running = job;
          begin(job);
          return;
        }
        waiting?.resolve(undefined);
        waiting = job;
      }),
    close: () => {
      state = 'closed';
      worker?.terminate();
      worker = undefined;
      for (const job of [running, waiting]) job?.resolve(undefined);
      running = waiting = undefined;
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
}
