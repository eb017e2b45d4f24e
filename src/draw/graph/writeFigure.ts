import type { Tensor } from '../../engine/tensor';
import { UNKNOWN, type FigureRoom } from '../../scene/figure';
import { setText } from '../parts/dom';

/** Writes a tensor's figure, or nothing; what is unknown is written quietly. */
export function writeFigure(
  text: SVGTextElement,
  tensor: Tensor | undefined,
  write: (tensor: Tensor, room: FigureRoom) => string,
  room: FigureRoom,
): void {
  const figure = tensor === undefined ? '' : write(tensor, room);
  setText(text, figure);
  text.toggleAttribute('data-unknown', figure === UNKNOWN);
}
