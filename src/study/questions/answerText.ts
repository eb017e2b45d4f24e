import { formatShape } from '../../engine';
import { formatName, formatNumber } from '../../scene/format';
import { listed } from '../../scene/listed';
import type { Answer } from './question';
import { MOST_LISTED } from './words';

/** The right answer, in a sentence. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'number':
      return `The answer is ${formatNumber(answer.value)}.`;
    case 'shape':
      return `The answer is ${answer.shape.length === 0 ? 'a scalar: a single number' : formatShape(answer.shape)}.`;
    case 'node': {
      const others = [...answer.nodes].filter((id) => id !== answer.taken).map(formatName);
      const also = others.length === 0 ? '' : ` ${listed(others, { most: MOST_LISTED })} could come next as well.`;
      return `${formatName(answer.taken)} is next.${also}`;
    }
  }
}
