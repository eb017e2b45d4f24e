import { placePhrase } from '../../scene/places';
import { texGradient } from '../../scene/recording/texFormulas';
import { sizeOf, type Graph, type Shape } from '../../engine';
import { texName } from '../../scene/format';

/** ` in row 2, column 3`, counted from 1, ` at cell 3` of a vector; nothing for a single number. */
export function cellPhrase(shape: Shape, cell: number): string {
  const place = placePhrase(shape, cell);
  return place === '' ? '' : ` ${place}`;
}

/** The same in TeX, as an index: `_{2,3}`. */
function texCell(shape: Shape, cell: number): string {
  if (sizeOf(shape) === 1) return '';
  const index: number[] = [];
  let rest = cell;
  for (const length of shape.toReversed()) {
    index.unshift((rest % length) + 1);
    rest = Math.floor(rest / length);
  }
  return `_{${index.join(',')}}`;
}

/** One cell of a gradient in TeX. */
export function texGradientCell({ output }: Graph, id: string, shape: Shape, cell: number): string {
  const partial = texGradient(output, id);
  const index = texCell(shape, cell);
  return index === '' ? partial : `\\left(${partial}\\right)${index}`;
}

/** So many parts the list of names in a question has at most. */
export const MOST_LISTED = 6;

/** One cell of a node's value in TeX. */
export function texValueCell(id: string, shape: Shape, cell: number): string {
  const [name, index] = [texName(id), texCell(shape, cell)];
  // A name with an index of its own cannot take another.
  return index !== '' && name.includes('_') ? `\\left(${name}\\right)${index}` : `${name}${index}`;
}

/** A name with its article where it is a word in a sentence: `an Add`. */
export function withArticle(title: string): string {
  return `${/^[AEIOU]/.test(title) || title === 'MSE' ? 'an' : 'a'} ${title}`;
}

/** How often: `twice`, `3 times`. */
export function timesRead(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

const ORDINALS = ['first', 'second', 'third'] as const;

/** Which of some, counted from 1: `first`, `4th`. */
export function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? `${place}th`;
}
