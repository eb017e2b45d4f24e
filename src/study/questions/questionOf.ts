import type { Ask } from '../../lessons/ask';
import type { Timeline } from '../../scene/timeline';
import { flowQuestion, gradientQuestion } from './gradientQuestion';
import { nextQuestion } from './nextQuestion';
import type { Question } from './question';
import { shapeQuestion } from './shapeQuestion';
import { valueQuestion } from './valueQuestion';

/**
 * A question as it stands in a graph, with its answer and the wrong answers that are known. Undefined where it has no
 * answer: there is no such node, edge or cell, nothing is computed there, or the number is not finite.
 */
export function questionOf(timeline: Timeline, ask: Ask): Question | undefined {
  switch (ask.what) {
    case 'value':
      return valueQuestion(timeline, ask);
    case 'gradient':
      return gradientQuestion(timeline, ask);
    case 'flow':
      return flowQuestion(timeline, ask);
    case 'shape':
      return shapeQuestion(timeline, ask);
    case 'next':
      return nextQuestion(timeline, ask);
  }
}
