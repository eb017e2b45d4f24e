/** Numbers that have a name, by what may be typed, and the id of their node. */
export const CONSTANTS: ReadonlyMap<string, { readonly id: string; readonly value: number }> = new Map([
  ['pi', { id: 'π', value: Math.PI }],
  ['π', { id: 'π', value: Math.PI }],
  ['tau', { id: 'τ', value: 2 * Math.PI }],
  ['τ', { id: 'τ', value: 2 * Math.PI }],
  ['e', { id: 'e', value: Math.E }],
]);
