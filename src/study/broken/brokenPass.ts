/* eslint-disable @typescript-eslint/no-non-null-assertion -- cells are those of a compiled call */
import { compile, isLeaf, type Program, type Recording } from '../../engine';
import type { Mistake } from '../../lessons/lesson';
import { feedFrom } from '../../scene/recording/feedFrom';
import { indexOf } from '../../scene/recording/recordingIndex';
import { effectOf, type Effect } from './effect';
import { addBrokenFlow, parametersOf, type BackwardCall } from './flows';

/** A backward pass with one mistake, on the numbers of a recording. */
export interface BrokenPass {
  readonly recording: Recording;
  readonly mistake: Mistake;
  /** A program of its own: its values are those of the recording, its gradients those of the broken pass. */
  readonly program: Program;
  /** Which gradients come out wrong, or why none does. */
  readonly effect: Effect;
}

/** Where a recording has no update, parameters that move too early move at this rate. */
const USUAL_RATE = 0.01;

const passes = new WeakMap<Recording, Map<Mistake, BrokenPass>>();

/**
 * The recorded iteration's backward pass once more, in a sandbox, with one mistake in it. The engine's own kernels do all
 * that the mistake leaves alone. Made once for a recording and a mistake.
 */
export function brokenPass(recording: Recording, mistake: Mistake): BrokenPass {
  const known = passes.get(recording) ?? new Map<Mistake, BrokenPass>();
  passes.set(recording, known);
  const made = known.get(mistake);
  if (made !== undefined) return made;
  const program = sandboxOf(recording);
  const rate = learningRateOf(recording);
  switch (mistake) {
    case 'overwritten':
      runOverwriting(program);
      break;
    case 'not reset':
      runTwice(program);
      break;
    case 'updated too early':
      runMoving(program, rate);
      restore(program, recording);
      break;
    default:
      program.seedGradients();
      for (const call of program.backwardCalls) addBrokenFlow(call, mistake, call.target.data);
  }
  const pass: BrokenPass = { recording, mistake, program, effect: effectOf(recording, mistake, program, rate) };
  known.set(mistake, pass);
  return pass;
}

/** The learning rate of a recording's update, or the usual one. */
export function learningRateOf(recording: Recording): number {
  return [...indexOf(recording).learningRates.values()][0] ?? USUAL_RATE;
}

function sandboxOf(recording: Recording): Program {
  const { flowing, edges } = indexOf(recording);
  const data = new Set(recording.graph.nodes.filter((node) => isLeaf(node) && node.role === 'data').map(({ id }) => id));
  const reachesData = [...flowing].some((edge) => data.has(edges.get(edge)?.from ?? ''));
  const program = compile(recording.graph, { gradients: reachesData ? 'all' : 'parameters' });
  restore(program, recording);
  return program;
}

function restore(program: Program, recording: Recording): void {
  feedFrom(program, recording);
  program.forward();
}

function runOverwriting(program: Program): void {
  program.seedGradients();
  for (const call of program.backwardCalls) call.run(call.target.data.fill(0));
}

/** Nodes between are computed anew in every step; what is kept from one step to the next is the leaves'. */
function runTwice(program: Program): void {
  program.backward();
  const leaves = program.graph.nodes.filter((node) => isLeaf(node) && node.id !== program.graph.output);
  const left = leaves.map(({ id }) => program.gradient(id));
  program.seedGradients();
  leaves.forEach(({ id }, index) => program.gradientView(id).data.set(left[index]!.data));
  for (const call of program.backwardCalls) call.run();
}

/** Within an op the parameters' ports come first, so that its other ports see them moved. */
function runMoving(program: Program, rate: number): void {
  const parameters = parametersOf(program);
  const calls = parametersFirst(program.backwardCalls, parameters);
  const waiting = new Map<string, number>();
  for (const { edge } of calls) waiting.set(edge.from, (waiting.get(edge.from) ?? 0) + 1);
  program.seedGradients();
  for (const call of calls) {
    call.run();
    const { from } = call.edge;
    const left = waiting.get(from)! - 1;
    waiting.set(from, left);
    if (left === 0 && parameters.has(from)) move(program, from, rate);
  }
}

/** The calls as they stand, but of each op the ports that read parameters before the others. */
function parametersFirst(calls: readonly BackwardCall[], parameters: ReadonlySet<string>): readonly BackwardCall[] {
  const byOp = new Map<BackwardCall['forwardCall'], BackwardCall[]>();
  for (const call of calls) {
    const ports = byOp.get(call.forwardCall);
    if (ports === undefined) byOp.set(call.forwardCall, [call]);
    else ports.push(call);
  }
  const moves = ({ edge }: BackwardCall): boolean => parameters.has(edge.from);
  return [...byOp.values()].flatMap((ports) => [...ports.filter(moves), ...ports.filter((call) => !moves(call))]);
}

function move(program: Program, id: string, rate: number): void {
  const { data } = program.view(id);
  const gradient = program.gradientView(id).data;
  for (let i = 0; i < data.length; i++) data[i]! -= rate * gradient[i]!;
  // What was stretched for an op is a copy, which moves along.
  for (const { node, stretches } of program.forwardCalls) {
    node.inputs.forEach((input, port) => {
      const stretch = stretches[port];
      if (input !== id || stretch === undefined) return;
      for (let i = 0; i < stretch.stretched.length; i++) stretch.stretched[i] = stretch.source[stretch.offsets[i]!]!;
    });
  }
}
