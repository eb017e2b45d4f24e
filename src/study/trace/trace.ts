import type { Recording, Tensor } from '../../engine';
import { isCircuitGraph } from '../../scene/figure';
import { formatExactly, formatFigure, formatNumber } from '../../scene/format';
import { HEADINGS, sectionOf, type TracePart, type Section } from './parts';
import { passParts } from './passParts';
import { printedLines, printTensor } from './printTensor';
import { countSort, sortParts } from './sortParts';

/** One line of a trace. */
export interface TraceLine {
  readonly text: string;
  /** The step of the recording that it tells of. */
  readonly step: number;
  /** How far it is set in. */
  readonly depth: number;
  readonly section: Section;
  /** Whether it stands above a section. */
  readonly heading: boolean;
}

/** All that happens in an iteration, line by line. Lines are written when they are looked at. */
export interface Trace {
  readonly length: number;
  readonly line: (index: number) => TraceLine;
  /** The number of the first line of a step; of the number of steps, the number of lines. */
  readonly startOf: (step: number) => number;
  /** The first line of each section that there is. */
  readonly sections: readonly { readonly section: Section; readonly line: number }[];
}

/** A line as it is copied: set in by two spaces a level. */
export function indented({ text, depth }: TraceLine): string {
  return '  '.repeat(depth) + text;
}

/** So many steps’ lines are kept at a time. */
const KEPT = 4096;

/** The trace of a recording. Takes time proportional to its steps, whatever the size of its tensors. */
export function traceOf(recording: Recording, allDigits: boolean): Trace {
  const { steps } = recording;
  const counts = countSort(recording);
  const gradients = gradientsOf(recording);
  const isCircuit = isCircuitGraph(recording.graph);
  const written = (format: (value: number) => string) => (value: number) => {
    if (isCircuit && !Number.isFinite(value)) return 'unknown';
    return allDigits ? formatExactly(value) : format(value);
  };
  const [inLine, inColumns] = [written(formatNumber), written(formatFigure)];

  const partsOf = (index: number): readonly TracePart[] => {
    const step = steps[index];
    if (step === undefined) return [];
    const section = sectionOf(step);
    const before = steps[index - 1];
    const parts =
      step.phase === 'sort'
        ? sortParts(recording, step, index, counts)
        : passParts(step, { recording, format: inLine, before, gradients });
    if (before !== undefined && sectionOf(before) === section) return parts;
    return [{ depth: 0, heading: true, text: () => HEADINGS[section] }, ...parts];
  };

  const starts = new Int32Array(steps.length + 1);
  const sections: { section: Section; line: number }[] = [];
  steps.forEach((step, index) => {
    const start = starts[index] ?? 0;
    const section = sectionOf(step);
    if (sections.at(-1)?.section !== section) sections.push({ section, line: start });
    starts[index + 1] = start + partsOf(index).reduce((sum, part) => sum + ('tensor' in part ? printedLines(part.tensor.shape) : 1), 0);
  });

  const kept = new Map<number, readonly TraceLine[]>();
  const linesOf = (index: number): readonly TraceLine[] => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const step = steps[index];
    const section = step === undefined ? 'sort' : sectionOf(step);
    const lines = partsOf(index).flatMap((part) => {
      const { depth } = part;
      if ('tensor' in part) return printTensor(part.tensor, inColumns).map((text) => ({ text, step: index, depth, section, heading: false }));
      return [{ text: part.text(), step: index, depth, section, heading: part.heading === true }];
    });
    if (kept.size >= KEPT) kept.clear();
    kept.set(index, lines);
    return lines;
  };

  const length = starts[steps.length] ?? 0;
  return {
    length,
    sections,
    startOf: (step) => starts[Math.min(Math.max(0, step), steps.length)] ?? 0,
    line: (index) => {
      const step = stepAt(starts, index);
      const found = linesOf(step)[index - (starts[step] ?? 0)];
      if (found === undefined) throw new RangeError(`There is no line ${index} in a trace of ${length} lines.`);
      return found;
    },
  };
}

/** The step whose lines hold a line: the last that begins at it or before, by binary search. */
function stepAt(starts: Int32Array, line: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function gradientsOf({ steps }: Recording): ReadonlyMap<string, Tensor> {
  const gradients = new Map<string, Tensor>();
  for (const step of steps) {
    if (step.kind === 'seed') gradients.set(step.node, step.gradient);
    if (step.kind === 'flow') gradients.set(step.edge.from, step.total);
  }
  return gradients;
}
