/** What a node of the layers stands for: the box of an input or an operation, */
export const BOX = 0;

/** the place of a wire's figures, */
export const LABEL = 1;

/** or a place at which a wire passes a layer. */
export const BEND = 2;
