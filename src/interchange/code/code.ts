import type { Recording, Step } from '../../engine/recording';
import { codedIteration, type CodedIteration } from './iteration';
import { lessonPython } from './lessonPython';
import { numpyByHand } from './numpyByHand';
import { pytorch } from './pytorch';
import type { CodeLine } from './line';
import { stepKey } from './stepKey';

/** The ways in which a graph is written in Python. */
export const CODE_STYLES = ['Python', 'NumPy', 'PyTorch'] as const;

export type CodeStyle = (typeof CODE_STYLES)[number];

/** A graph's iteration as a Python file. */
export interface Code {
  readonly style: CodeStyle;
  readonly lines: readonly CodeLine[];
  /** The lines of each step, by its key (see `stepKey`), as places in `lines`, in their order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What each node is called, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

const WRITERS: Readonly<Record<CodeStyle, (iteration: CodedIteration) => CodeLine[]>> = {
  Python: lessonPython,
  NumPy: numpyByHand,
  PyTorch: pytorch,
};

/**
 * One iteration in Python: the same values and gradients in doubles, from the ops' own declarations.
 *
 * @returns undefined where the iteration is not whole, since some node has no value
 */
export function codeOf(recording: Recording, style: CodeStyle): Code | undefined {
  const iteration = codedIteration(recording);
  if (iteration === undefined) return undefined;
  const lines = WRITERS[style](iteration);
  const places = new Map<string, number[]>();
  lines.forEach(({ at }, place) => {
    for (const key of at ?? []) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  });
  return { style, lines, places, names: iteration.names };
}

/** The lines in which a step happens, as places in `code.lines`; none for a step that the code has no line for. */
export function linesOf({ places }: Code, step: Step): readonly number[] {
  return places.get(stepKey(step)) ?? [];
}

/** The whole file, with every number in it. */
export function textOf({ lines }: Code): string {
  return `${lines.flatMap(({ text, folded }) => folded?.whole() ?? [text]).join('\n')}\n`;
}
