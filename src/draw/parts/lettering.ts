/** The advance of one character of a drawing's labels, in pixels: 11 px monospaced type, 0.6 em and a little air. */
export const CHARACTER = 6.7;
