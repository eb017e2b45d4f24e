import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Contestant, Lap } from './contest';
import { BATCHES, type Job } from './job';

/** NumPy in the manner of the lesson (lesson.py), on one thread; undefined where there is no Python with NumPy. */
export async function numpy(job: Job): Promise<Contestant | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'miniflow-bench-'));
  writeJob(folder, job);
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const child = spawn('python3', ['tests/bench/lesson.py', folder], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const close = (): void => {
    child.stdin.destroy();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const hello = await lines.next();
  if (hello.done === true) {
    close();
    return undefined;
  }
  return {
    name: "NumPy, the lesson's way",
    run: async (steps, listed) => {
      child.stdin.write(`${steps} ${listed ? 'listed' : 'drawn'}\n`);
      const answer = await lines.next();
      if (answer.done === true) throw new Error('lesson.py has ended before its time');
      return JSON.parse(answer.value) as Lap;
    },
    close,
  };
}

function writeJob(folder: string, job: Job): void {
  const { rows, batchSize, learningRate } = job;
  const [features, hidden, outputs] = job.sizes;
  const arrays: Record<string, readonly [data: Float64Array | Int32Array, shape: readonly number[]]> = {
    features: [job.features, [rows, features]],
    target: [job.target, [rows, outputs]],
    W1: [job.W1, [features, hidden]],
    W2: [job.W2, [hidden, outputs]],
    batches: [job.batches, [BATCHES, batchSize]],
  };
  const shapes: Record<string, readonly number[]> = {};
  const types: Record<string, string> = {};
  for (const [name, [data, shape]] of Object.entries(arrays)) {
    writeFileSync(path.join(folder, name), data);
    shapes[name] = shape;
    types[name] = data instanceof Int32Array ? '<i4' : '<f8';
  }
  writeFileSync(path.join(folder, 'job.json'), JSON.stringify({ learningRate, shapes, types }));
}
