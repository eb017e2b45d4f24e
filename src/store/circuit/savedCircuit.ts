import { fieldsOf, forgiving } from '../storage';
import { DESCENT_DEFAULTS, DESCENT_LIMITS, DESCENT_PACES, type DescentSettings } from './descentSettings';
import type { Input } from './inputs';

/** What of a circuit is found again after a reload. */
export interface SavedCircuit {
  readonly text: string;
  readonly inputs: readonly Input[];
  readonly settings: DescentSettings;
}

/** Where a circuit is kept under. */
export const CIRCUIT_KEY = 'miniflow.circuit';

/** More inputs than any graph may have nodes make no sense. */
const MOST_INPUTS = 2000;

/** The circuit that was kept last, as far as it makes sense; undefined if there is none. */
export function readCircuit(storage: () => Storage): SavedCircuit | undefined {
  const text = forgiving(storage).getItem(CIRCUIT_KEY);
  if (typeof text !== 'string') return undefined;
  try {
    return sensibleCircuit(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Keeps a circuit, if the storage will. */
export function keepCircuit(storage: () => Storage, circuit: SavedCircuit): void {
  void forgiving(storage).setItem(CIRCUIT_KEY, JSON.stringify(circuit));
}

/** A circuit from a stranger's hand: without a text it is none; whatever else makes no sense is left out or takes its default. */
export function sensibleCircuit(saved: unknown): SavedCircuit | undefined {
  const { text, inputs, settings } = fieldsOf(saved);
  if (typeof text !== 'string') return undefined;
  const list: readonly unknown[] = Array.isArray(inputs) ? inputs.slice(0, MOST_INPUTS) : [];
  return { text, inputs: list.flatMap((input) => sensibleInput(input) ?? []), settings: sensibleSettings(settings) };
}

function sensibleInput(saved: unknown): Input | undefined {
  const { name, value, min, max, trainable } = fieldsOf(saved);
  if (typeof name !== 'string' || !isFinite(value) || !isFinite(min) || !isFinite(max) || min >= max) return undefined;
  return { name, value, min, max, trainable: trainable === true };
}

function sensibleSettings(saved: unknown): DescentSettings {
  const given = fieldsOf(saved);
  const number = (key: keyof typeof DESCENT_LIMITS, whole: boolean): number => {
    const value = given[key];
    const { min, max } = DESCENT_LIMITS[key];
    return isFinite(value) && value > 0 && value >= min && value <= max && (!whole || Number.isInteger(value)) ? value : DESCENT_DEFAULTS[key];
  };
  return {
    learningRate: number('learningRate', false),
    threshold: number('threshold', false),
    iterations: number('iterations', true),
    pace: DESCENT_PACES.find((pace) => pace === given['pace']) ?? DESCENT_DEFAULTS.pace,
  };
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}
