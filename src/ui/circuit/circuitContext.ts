import { createContext, use } from 'react';
import type { Circuit } from '../../store/circuit/circuit';
import type { CircuitState } from '../../store/circuit/circuitState';
import { usePart } from '../context';

/** The circuit, for every component of its page. */
export const CircuitContext = createContext<Circuit | null>(null);

/** The circuit and all that can be done to it. @throws Error outside of `CircuitContext` */
export function useCircuit(): Circuit {
  const circuit = use(CircuitContext);
  if (circuit === null) throw new Error('useCircuit needs a CircuitContext around it');
  return circuit;
}

/** A part of the circuit's state; the component follows it. The selector must give the same object as long as nothing has changed. */
export function useCircuitState<Part>(selector: (state: CircuitState) => Part): Part {
  return usePart(useCircuit().state, selector);
}
