import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Recording, Tensor } from '../../../src/engine';
import { codeOf, textOf, type Code, type CodeStyle } from '../../../src/interchange/code/code';
import type { GeneratedCase } from './generatedCases';

/** What Python has computed: shape and bytes of each array, by the name of its variable. */
type Arrays = Readonly<Record<string, { readonly shape: readonly number[]; readonly bytes: string }>>;

/** What a generated file came to. */
export interface PythonResult {
  readonly failure?: string;
  readonly values: Arrays;
  readonly gradients: Arrays;
  readonly next: Arrays;
  /** The order in which the lesson's sort puts the nodes. */
  readonly order?: readonly string[];
  readonly printed: string;
  readonly warnings: readonly string[];
}

/** A case in one style, and what became of it. */
export interface GeneratedRun extends GeneratedCase {
  readonly code: Code;
  readonly result: PythonResult;
}

/** Runs some cases in some styles, all in one process. */
export function runInPython(python: string, cases: readonly GeneratedCase[], styles: readonly CodeStyle[]): GeneratedRun[] {
  const jobs = cases.flatMap((one) =>
    styles.map((style) => {
      const code = codeOf(one.recording, style);
      if (code === undefined) throw new Error(`${one.name} has no code`);
      return { ...one, code };
    }),
  );
  const input = JSON.stringify(jobs.map(({ recording, code }) => ({ source: textOf(code), style: code.style, ...askedOf(recording, code) })));
  const { status, stdout, stderr } = spawnSync(python, ['tests/interchange/code/driver.py'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${python} ended with ${String(status)}: ${stderr}`);
  const results = JSON.parse(stdout) as readonly PythonResult[];
  return jobs.flatMap((job, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ ...job, result }];
  });
}

function askedOf({ graph, steps }: Recording, { names, style }: Code): object {
  const nameOf = (id: string): string => names.get(id) ?? '';
  return {
    names: graph.nodes.map(({ id }) => nameOf(id)),
    output: nameOf(graph.output),
    reached: [...gradientsOf(steps, style).keys()].map(nameOf),
    updated: steps.flatMap((step) => (step.kind === 'update' ? [nameOf(step.node)] : [])),
  };
}

/** The gradient of every node that one arrives at. Where nothing wants one torch does not even begin. */
function gradientsOf(steps: Recording['steps'], style: CodeStyle): Map<string, Tensor> {
  if (style === 'PyTorch' && !steps.some(({ kind }) => kind === 'flow')) return new Map();
  const gradients = new Map<string, Tensor>();
  for (const step of steps) {
    if (step.kind === 'seed') gradients.set(step.node, step.gradient);
    if (step.kind === 'flow') gradients.set(step.edge.from, step.total);
  }
  return gradients;
}

/** Expects every value, every gradient and every update of an iteration to be the engine's, to 1e-9. */
export function expectTheEngines({ name, recording, code, result }: GeneratedRun): void {
  const what = `${name} in ${code.style}`;
  if (result.failure !== undefined) expect.fail(`${what}: ${result.failure}\n${textOf(code)}`);
  const compare = (arrays: Arrays, id: string, wanted: Tensor, part: string): void => {
    const array = arrays[code.names.get(id) ?? ''];
    expect(array?.shape, `shape of the ${part} of ${id}, ${what}`).toEqual(wanted.shape);
    const actual = new Float64Array(Uint8Array.from(Buffer.from(array?.bytes ?? '', 'hex')).buffer);
    if (difference(actual, wanted.data) > 1e-9) {
      expect.fail(`${part} of ${id}, ${what}: ${actual.join()} for ${wanted.data.join()}\n${textOf(code)}`);
    }
  };
  for (const step of recording.steps) {
    if (step.kind === 'feed' || step.kind === 'compute') compare(result.values, step.node, step.value, 'value');
    if (step.kind === 'update') compare(result.next, step.node, step.after, 'next value');
  }
  for (const [id, gradient] of gradientsOf(recording.steps, code.style)) compare(result.gradients, id, gradient, 'gradient');
  if (result.order !== undefined) expect(result.order, what).toEqual(recording.order.map((id) => code.names.get(id)));
}

/**
 * The largest difference, relative to the largest finite entry; what differs by nothing but the rounding of a cancellation
 * is equal, and what is not finite has to be the same.
 */
function difference(actual: Float64Array, wanted: Float64Array): number {
  if (actual.length !== wanted.length) return Infinity;
  const largest = wanted.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
  return actual.reduce((most, x, cell) => {
    const y = wanted[cell] ?? NaN;
    if (Object.is(x, y) || Math.abs(x - y) <= 1e-15) return most;
    return Number.isFinite(x) && Number.isFinite(y) ? Math.max(most, Math.abs(x - y) / largest) : Infinity;
  }, 0);
}
