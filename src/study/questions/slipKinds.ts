/** The mistakes that a wrong answer can be traced to. */
export const SLIP_KINDS = ['sign', 'local', 'upstream', 'path', 'whole', 'divisor', 'transpose', 'value', 'arithmetic'] as const;

export type SlipKind = (typeof SLIP_KINDS)[number];

/** What each mistake is called in a table. */
export const SLIP_NAMES: Readonly<Record<SlipKind, string>> = {
  sign: 'Wrong sign',
  local: 'Local derivative without upstream',
  upstream: 'Upstream without local derivative',
  path: 'Not all of several paths',
  whole: 'Whole gradient instead of one share',
  divisor: 'Factor 2/m left out',
  transpose: 'Rows and columns mixed up',
  value: 'Value instead of gradient',
  arithmetic: 'Arithmetic slip',
};

/** What a number may be that comes out in more than one wrong way, within a sentence. */
export const SLIP_GUESSES: Readonly<Record<SlipKind, string>> = {
  sign: 'the wrong sign',
  local: 'the local derivative without what arrives from above',
  upstream: 'what arrives from above without the local derivative',
  path: 'not all of several paths',
  whole: 'the whole gradient instead of the share along one edge',
  divisor: 'a factor 2/m left out',
  transpose: 'rows and columns mixed up',
  value: 'the value instead of the gradient',
  arithmetic: 'an arithmetic slip',
};
