import type { Activation } from '../../lessons/network';
import { formatCount } from '../../scene/format';
import type { RunPlan } from '../../training/plan';

/** Activations as they are called in a sentence or a cell. */
const ACTIVATION_WORDS: Readonly<Record<Activation, string>> = { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' };

/** What can be told of a plan, each under its name, in the order in which a table lists it. */
export const PLAN_LINES: readonly (readonly [name: string, read: (plan: RunPlan) => string])[] = [
  ['hidden units', ({ hidden }) => formatCount(hidden)],
  ['activation', ({ activation }) => ACTIVATION_WORDS[activation]],
  ['initial weights', ({ weights }) => (weights === 'lesson' ? 'N(0, 1)' : 'N(0, 1/n), scaled')],
  ['held out', ({ heldOut }) => heldOutWords(heldOut)],
  ['split seed', ({ heldOut, splitSeed }) => (heldOut === 0 ? '–' : String(splitSeed))],
  ['features', ({ scaled }) => (scaled ? 'standardized' : 'as measured')],
  ['seed', ({ seed }) => String(seed)],
];

/** `none`, `20%`. */
export function heldOutWords(heldOut: number): string {
  return heldOut === 0 ? 'none' : `${Math.round(heldOut * 100)}%`;
}

/** An activation in a cell. */
export function activationWords(activation: Activation): string {
  return ACTIVATION_WORDS[activation];
}
