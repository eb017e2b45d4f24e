import { createContext, use } from 'react';
import type { Recording } from '../../engine';
import type { SceneState } from '../../scene/frame';
import type { ChosenCell, Selection } from '../../scene/selection';
import type { AxisNames } from '../../scene/places';

/** What every part of the inspector knows. */
export interface Inspection {
  readonly recording: Recording;
  readonly state: SceneState;
  /** The names of rows and columns, by node, where they have any. */
  readonly names: ReadonlyMap<string, AxisNames> | undefined;
  /** Whether all digits are shown. */
  readonly exact: boolean;
  readonly chosen: ChosenCell | null;
  /** How a number is written: to four significant digits, trailing zeros included, or with all of them. */
  readonly format: (value: number) => string;
  readonly choose: (chosen: ChosenCell) => void;
  /** Selects something, and, if given, a cell of it. Takes the keyboard's focus along. */
  readonly go: (selection: Selection | null, chosen?: ChosenCell) => void;
}

/** Provided by `Inspector`. */
export const InspectionContext = createContext<Inspection | null>(null);

/** What every part of the inspector knows. @throws Error outside of an inspector */
export function useInspection(): Inspection {
  const inspection = use(InspectionContext);
  if (inspection === null) throw new Error('this part belongs inside an Inspector');
  return inspection;
}
