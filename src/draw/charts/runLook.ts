/**
 * The dash pattern of each slot, for `stroke-dasharray` at a line of 2 px: colour never tells runs apart alone. The first is
 * solid. The tests' losses are dotted, so that no pattern is of dots only.
 */
export const RUN_DASHES = ['none', '8 3', '3.5 2.5', '10 3 2.5 3', '16 4', '7 2.5 2 2.5 2 2.5', '4 6', '14 3 4 3'] as const;

/** The dash pattern of a slot, as an attribute's value. */
export function runDash(slot: number): string {
  return RUN_DASHES[slot % RUN_DASHES.length] ?? 'none';
}

/** The colour of a slot, for a style; the theme knows it. */
export function runColour(slot: number): string {
  return `var(--run-${slot % RUN_DASHES.length})`;
}
