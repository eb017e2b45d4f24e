import { settingsAt, type StepSettings } from '../training/plan';
import { stepsOf, type RunRecord } from './runs';
import { partOf, type RunPart } from './training';

/** A run that is put away: how it stands, and what its next step would have been taken with. */
interface Parked {
  readonly part: RunPart;
  readonly settings: StepSettings;
}

/** The runs that are not at the front. */
export interface Parking {
  /** Puts a run away. @param set the settings that are set when it is left */
  readonly leave: (run: RunRecord, part: RunPart, set: StepSettings) => void;
  /** Puts a run away that has not been at the front. */
  readonly put: (id: number, part: RunPart, settings: StepSettings) => void;
  /** Changes how a run stands. */
  readonly change: (id: number, change: Partial<RunPart>) => void;
  readonly at: (id: number) => Parked | undefined;
  readonly take: (id: number) => Parked | undefined;
  readonly forget: (id: number) => void;
}

/** No runs. */
export function createParking(): Parking {
  const parked = new Map<number, Parked>();
  const at = (id: number): Parked | undefined => parked.get(id);
  return {
    leave: (run, part, set) => {
      parked.set(run.id, { part: partOf(part), settings: settingsLeft(run, set) });
    },
    put: (id, part, settings) => {
      parked.set(id, { part, settings });
    },
    change: (id, change) => {
      const there = at(id);
      if (there !== undefined) parked.set(id, { ...there, part: { ...there.part, ...change } });
    },
    at,
    take: (id) => {
      const there = at(id);
      parked.delete(id);
      return there;
    },
    forget: (id) => {
      parked.delete(id);
    },
  };
}

/** What a run goes on with when it comes back: what its last step was taken with; before its first, what it was opened for. */
function settingsLeft(run: RunRecord, set: StepSettings): StepSettings {
  const steps = stepsOf(run);
  const own = steps > (run.parent?.step ?? 0) ? settingsAt(run.changes, steps) : undefined;
  return own ?? set;
}
