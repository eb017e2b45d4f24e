/** The kind of a node of the layers that is the box of an input, a constant, an operation or a folded line. */
export const BOX = 0;

/** The kind of a node of the layers that is the place of a wire's figures. */
export const LABEL = 1;

/** The kind of a node of the layers at which a wire passes a layer. */
export const BEND = 2;
