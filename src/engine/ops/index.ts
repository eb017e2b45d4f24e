import type { Op } from '../op';
import { abs } from './abs';
import { add } from './add';
import { cos } from './cos';
import { div } from './div';
import { exp } from './exp';
import { linear } from './linear';
import { log } from './log';
import { matmul } from './matmul';
import { max } from './max';
import { mean } from './mean';
import { mse } from './mse';
import { mul } from './mul';
import { neg } from './neg';
import { pow } from './pow';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { sin } from './sin';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';
import { sqrt } from './sqrt';
import { sub } from './sub';
import { sum } from './sum';
import { tanh } from './tanh';

/** Every op there is, in the order of the palette. To add one, declare it in a file and list it here. */
export const OPS: readonly Op[] = [
  add, sub, mul, div, neg, pow,
  exp, log, sqrt, sin, cos,
  tanh, sigmoid, relu, abs, max,
  matmul, linear, sum, mean,
  mse, softmaxCrossEntropy,
];

const BY_NAME: ReadonlyMap<string, Op> = new Map(OPS.map((op) => [op.name, op]));

/** The op of that name, or undefined. */
export function findOp(name: string): Op | undefined {
  return BY_NAME.get(name);
}
