import type { Box } from '../../scene/layout/boxes';
import { createFaultMark, type FaultMark } from './faultMark';

/**
 * The sign of danger on a card, where the training of its node does not go well: at the lower left corner, clear of the
 * shape in the head, of the mark for what is not finite, of the place in the order, and of the wires.
 */
export function createHealthMark(parent: SVGGElement, { width, height, form }: Box): FaultMark {
  const mark = createFaultMark(parent, 'health');
  if (form === 'cost') mark.place(-29, 29);
  else mark.place(-width / 2 + 3, height / 2 - 3);
  return mark;
}
