import { simplifiedDerivative, type SimplifyReply, type SimplifyRequest } from './simplified';

/* The simplifier in a thread of its own: it cannot be interrupted, and may take longer than anyone waits. */

onmessage = ({ data: { ticket, text, input } }: MessageEvent<SimplifyRequest>) => {
  const reply: SimplifyReply = { ticket, simplified: simplifiedDerivative(text, input) };
  postMessage(reply);
};
