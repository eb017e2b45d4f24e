import { useState } from 'react';
import type { Program } from '../../engine';
import { useInspection } from './inspection';
import { strongestCell } from '../../scene/recording/replay';

/**
 * The cell of a node that is worked out: the chosen one or, until one is chosen, the one with the largest gradient
 * when the node was selected. It stays the same while training goes on, so that one can watch it.
 */
export function useCell(program: Program, node: string): number {
  const { chosen } = useInspection();
  const [strongest] = useState(() => strongestCell(program, node));
  const last = program.view(node).data.length - 1;
  return Math.min(chosen?.node === node ? chosen.cell : strongest, last);
}
