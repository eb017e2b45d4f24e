/** Characters of a text. */
export const MOST_CHARACTERS = 50_000;

/** Names, numbers and signs of a text: as many as the most nodes can need, each in parentheses and on a line of its own. */
export const MOST_TOKENS = 20_000;

/** Characters of a name. */
export const MOST_LETTERS = 60;

/** Nodes of a graph: inputs, constants and operations. */
export const MOST_NODES = 2_000;

/** Edges of a graph: values read by all operations together. */
export const MOST_EDGES = 4_000;

/**
 * Levels of parentheses, signs and powers inside one another. The parser recurses some twenty calls a level, and from
 * about 220 levels on a stack of 1 MB does not suffice; half of that leaves room for whoever calls.
 */
export const MOST_LEVELS = 100;

/** Nodes of an expression that is written out in one piece: a value used twice counts twice. */
export const MOST_WRITTEN_OUT = 2_000;

/** Nodes of a derivative before it is simplified, as estimated from above. */
export const MOST_DERIVED = 5_000;
