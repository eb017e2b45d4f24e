import { createContext, use } from 'react';
import type { SweepDesk, SweepState } from '../../store/sweep';
import { usePart } from '../context';

/** The sweep of the page: it goes on while another way is taken. */
export const SweepContext = createContext<SweepDesk | null>(null);

/** The sweep's state and actions. @throws Error outside of `SweepContext` */
export function useSweepDesk(): SweepDesk {
  const desk = use(SweepContext);
  if (desk === null) throw new Error('useSweepDesk needs a SweepContext around it');
  return desk;
}

/** A part of the sweep's state; the component follows it. */
export function useSweep<Part>(selector: (state: SweepState) => Part): Part {
  return usePart(useSweepDesk().state, selector);
}
