import type { ChosenCell, Selection } from '../../../scene/selection';
import type { Question } from '../../../study/questions/question';

/** Where a reader looks to see the answer of a question come about. */
export interface Place {
  readonly selection: Selection;
  readonly chosen: ChosenCell | null;
}

/** What is selected for a question; for the next node, only once it is known. */
export function placeOf(question: Question | undefined): Place | undefined {
  if (question === undefined) return undefined;
  const { ask, answer, about } = question;
  switch (ask.what) {
    case 'value':
    case 'gradient':
      return { selection: { kind: 'node', id: ask.node }, chosen: { node: ask.node, cell: ask.cell } };
    case 'flow': {
      const [from] = about.nodes;
      return { selection: { kind: 'edge', id: ask.edge }, chosen: from === undefined ? null : { node: from, cell: ask.cell } };
    }
    case 'shape':
      return { selection: { kind: 'node', id: ask.node }, chosen: null };
    case 'next':
      return answer.kind === 'node' ? { selection: { kind: 'node', id: answer.taken }, chosen: null } : undefined;
  }
}
