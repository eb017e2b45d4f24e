/** The sizes that the layout of a circuit is made of, in graph units: pixels at zoom 1. */

/** The side of the rounded square that an input is drawn as, and the least height of a folded line's box. */
export const INPUT = 38;

/** The diameter of the circle that an operation is drawn as. */
export const CIRCLE = 40;

/** Half of the height of a label place: a figure of 11.5 px above the wire and one below it. */
export const LABEL_HALF = 17;

/** How far the baseline of a value lies above its wire: nearer than to anything of the next wire above. */
export const VALUE_RISE = 6;

/** How far the baseline of a gradient lies below its wire. */
export const GRADIENT_DROP = 14;

/** Half of the room that a wire needs where it passes other things. */
export const WIRE_HALF = 2;

/** What stands under an operation, if it has a name, and over a box that several wires read, whose gradient is a sum. */
export const NAME_DROP = 18;
export const SUM_RISE = 20;

/** The empty space around everything; at the bottom names stand in it, at the top sums. */
export const MARGIN = 20;
