import { circuitLayoutOf } from './circuit';
import type { LayoutReply, LayoutRequest } from './layoutMessages';

/* Layouts of large circuits in a thread of their own: they take several frames. */

onmessage = ({ data: { ticket, graph, options } }: MessageEvent<LayoutRequest>) => {
  const reply: LayoutReply = { ticket, layout: circuitLayoutOf(graph, options) };
  postMessage(reply);
};
