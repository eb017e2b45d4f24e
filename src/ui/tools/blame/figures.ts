import type { Recording } from '../../../engine';
import { formatExactly, formatFigure } from '../../../scene/format';
import { indexOf } from '../../../scene/recording/recordingIndex';
import { formatSubstituted } from '../../../scene/recording/substituted';
import { formatLong, formatShort } from '../../circuit/knownNumber';

/** How the numbers of a recording are written: among single numbers, what is not finite is unknown. */
export function figuresOf(recording: Recording, exact: boolean): (value: number) => string {
  if (isScalar(recording)) return exact ? formatLong : formatShort;
  return exact ? formatExactly : formatFigure;
}

/** A number inside of a product: one that is close to a whole number shows that it is none, and a negative one has brackets. */
export function factorText(value: number, format: (value: number) => string): string {
  const text = formatSubstituted(value, format);
  return text.startsWith('−') ? `(${text})` : text;
}

/** Whether a graph computes with single numbers alone. */
export function isScalar(recording: Recording): boolean {
  return recording.graph.nodes.every(({ id }) => indexOf(recording).shapes.get(id)?.length === 0);
}
