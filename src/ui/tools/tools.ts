import type { ComponentType } from 'react';
import type { ToolName } from '../../lessons/lesson';
import { later } from '../later';

/** A tool of understanding: what helps a reader to see where a number of the graph comes from. */
export interface Tool {
  readonly name: ToolName;
  readonly title: string;
  /** What it is for, in a few words. */
  readonly does: string;
  /** All of it, for the graph of the walk around it. Fetched when it is first opened. */
  readonly Part: ComponentType;
}

/** All tools, in the order in which they stand. */
export const TOOLS: readonly Tool[] = [
  { name: 'predict', title: 'Predict', does: 'Say what comes next, before it is shown', Part: later(async () => (await import('./predict/PredictTool')).PredictTool, null) },
  { name: 'blame', title: 'Blame', does: 'Every path from the cost to a parameter', Part: later(async () => (await import('./blame/BlameTool')).BlameTool, null) },
  { name: 'unfold', title: 'Unfold', does: 'Which row and which column make a cell', Part: later(async () => (await import('./unfold/UnfoldTool')).UnfoldTool, null) },
  { name: 'nudge', title: 'Nudge', does: 'Move one number and watch the cost', Part: later(async () => (await import('./nudge/NudgeTool')).NudgeTool, null) },
  { name: 'break', title: 'Break it', does: 'Find a mistake in the backward pass', Part: later(async () => (await import('./breakIt/BreakItTool')).BreakItTool, null) },
  { name: 'trace', title: 'Trace', does: 'All that happens, line by line', Part: later(async () => (await import('./trace/TraceTool')).TraceTool, null) },
  { name: 'code', title: 'Code', does: 'The same computation in Python, NumPy and PyTorch', Part: later(async () => (await import('./code/CodeTool')).CodeTool, null) },
  { name: 'glossary', title: 'Words', does: 'The words, shown on this graph', Part: later(async () => (await import('./glossary/GlossaryTool')).GlossaryTool, null) },
];
