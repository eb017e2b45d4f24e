import type { Graph } from '../../engine/graph';
import type { Layout } from '../layout';
import type { CircuitOptions } from './circuit';

/** What the page asks of the worker that lays circuits out. */
export interface LayoutRequest {
  readonly ticket: number;
  readonly graph: Graph;
  readonly options: CircuitOptions;
}

/** What the worker answers, with the ticket of the request. */
export interface LayoutReply {
  readonly ticket: number;
  readonly layout: Layout;
}
