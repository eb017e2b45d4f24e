import type { Graph } from '../../engine/graph';
import type { Recording, Step } from '../../engine/recording';
import type { Tensor } from '../../engine/tensor';
import { codedIteration, type CodedIteration } from './iteration';
import { lessonPython } from './lessonPython';
import { numpyByHand } from './numpyByHand';
import { pytorch } from './pytorch';
import type { CodeLine, CodePart } from './line';
import { leafLines } from './literal';
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

const WRITERS: Readonly<Record<CodeStyle, (iteration: CodedIteration) => CodePart[]>> = {
  Python: lessonPython,
  NumPy: numpyByHand,
  PyTorch: pytorch,
};

/** A file without its values. */
interface Skeleton {
  readonly stepCount: number;
  readonly learningRate: number | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly parts: readonly CodePart[];
  /** The same for all values, whose shapes do not change. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * One iteration in Python: the same values and gradients in doubles, from the ops' own declarations. Quick for a graph whose
 * code has been asked for before: a reader's drag brings other values in every frame.
 *
 * @returns undefined where the iteration is not whole, since some node has no value
 */
export function codeOf(recording: Recording, style: CodeStyle): Code | undefined {
  const skeleton = skeletonOf(recording, style);
  if (skeleton === undefined) return undefined;
  return { style, lines: filled(skeleton.parts, recording), places: skeleton.places, names: skeleton.names };
}

/** The lines of a file with the values of a recording. */
function filled(parts: readonly CodePart[], { steps }: Recording): CodeLine[] {
  const values = new Map<string, Tensor>();
  for (const step of steps) if (step.kind === 'feed') values.set(step.node, step.value);
  return parts.flatMap((part): CodeLine | CodeLine[] => {
    if ('text' in part) return part;
    const value = values.get(part.leaf);
    return value === undefined ? [] : leafLines(part, value);
  });
}

const skeletons = new WeakMap<Graph, Map<CodeStyle, Skeleton>>();

function skeletonOf(recording: Recording, style: CodeStyle): Skeleton | undefined {
  const { graph, steps } = recording;
  const last = steps.at(-1);
  const learningRate = last?.kind === 'update' ? last.learningRate : undefined;
  const styles = skeletons.get(graph) ?? new Map<CodeStyle, Skeleton>();
  skeletons.set(graph, styles);
  const known = styles.get(style);
  if (known?.stepCount === steps.length && known.learningRate === learningRate) return known;
  const iteration = codedIteration(recording);
  if (iteration === undefined) return undefined;
  const parts = WRITERS[style](iteration);
  const places = placesIn(filled(parts, recording));
  const made = { stepCount: steps.length, learningRate, names: iteration.names, parts, places };
  styles.set(style, made);
  return made;
}

function placesIn(lines: readonly CodeLine[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lines.forEach(({ at }, place) => {
    for (const key of at ?? []) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  });
  return places;
}

/** The lines in which a step happens, as places in `code.lines`; none for a step that the code has no line for. */
export function linesOf({ places }: Code, step: Step): readonly number[] {
  return places.get(stepKey(step)) ?? [];
}

/** The whole file, with every number in it. */
export function textOf({ lines }: Code): string {
  return `${lines.flatMap(({ text, folded }) => folded?.whole() ?? [text]).join('\n')}\n`;
}
