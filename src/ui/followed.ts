/** Something that may be another thing later, and tells so. */
export interface Followed<Thing> {
  readonly get: () => Thing;
  /** Calls back at every change; the result ends that. */
  readonly follow: (listener: () => void) => () => void;
}

/** Something that stays what it is. */
export function always<Thing>(thing: Thing): Followed<Thing> {
  return { get: () => thing, follow: () => () => undefined };
}
