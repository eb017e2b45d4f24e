import type { Recording } from '../../../engine';
import { isCircuitGraph } from '../../../scene/figure';
import { behindOperator, formatExactly, formatFigure } from '../../../scene/format';
import { formatSubstituted } from '../../../scene/recording/substituted';
import { formatLong, formatShort } from '../../circuit/knownNumber';

/** How the numbers of a recording are written: among single numbers, what is not finite is unknown. */
export function figuresOf(recording: Recording, exact: boolean): (value: number) => string {
  if (isCircuitGraph(recording.graph)) return exact ? formatLong : formatShort;
  return exact ? formatExactly : formatFigure;
}

/** A number inside of a product: one that is close to a whole number shows that it is none; a negative one has brackets unless it comes first. */
export function factorText(value: number, first: boolean, format: (value: number) => string): string {
  const text = formatSubstituted(value, format);
  return first ? text : behindOperator(text);
}
