import { checkGradient, compile } from '../engine';
import { feedFrom } from '../scene/recording/feedFrom';
import { failureSentence } from './failure';
import type { Reply, Request } from './protocol';

/** The most entries of one tensor that a gradient check moves; beyond, they are spread evenly. */
const CHECK_ENTRIES = 512;

type CheckRequest = Extract<Request, { type: 'check' }>;

/** Checks the gradient of a node in a recorded iteration, which holds all that is needed: no run is involved. */
export function checkReply({ run, ticket, node, recording }: CheckRequest): Reply {
  try {
    const program = compile(recording.graph, { gradients: 'parameters' });
    feedFrom(program, recording);
    program.forward();
    program.backward();
    return { type: 'checked', run, ticket, check: checkGradient(program, node, { maxEntries: CHECK_ENTRIES }) };
  } catch (error) {
    return { type: 'unanswered', run, ticket, message: failureSentence(error) };
  }
}
