import type { Step, Tensor } from '../../engine';

/** The parts of a trace. */
export const SECTIONS = ['sort', 'feed', 'forward', 'backward', 'update'] as const;

export type Section = (typeof SECTIONS)[number];

/** Something that a step has to say: a line, written when it is looked at, or a tensor of several. */
export type TracePart =
  | { readonly depth: number; readonly heading?: true; readonly text: () => string }
  | { readonly depth: number; readonly tensor: Tensor };

/** The section that a step belongs to. */
export function sectionOf({ phase }: Step): Section {
  return phase === 'seed' ? 'backward' : phase;
}

/** What stands above each section. */
export const HEADINGS: Readonly<Record<Section, string>> = {
  sort: 'Sort: an order in which every node comes after all that it reads',
  feed: 'Feed: every leaf gets its value',
  forward: 'Forward: every node reads its inputs and computes',
  backward: 'Backward: every node passes its gradient back to what it has read',
  update: 'Update: every parameter moves against its gradient',
};
