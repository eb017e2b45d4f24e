import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { circuitGrowth, gradientTimes, SIZES as CIRCUIT_SIZES } from './circuitTimes';
import { contest, type Contestant, type Result } from './contest';
import { keepingTimes, seekTimes, tradeOff } from './historyTimes';
import { graphTimes } from './graphTimes';
import { BATCHES, jobOf, type Job } from './job';
import { numpy } from './numpy';
import { ours } from './ours';
import { figure, ratio, table } from './table';
import { tradeOffPicture } from './tradeOffPicture';
import { tensorflow } from './tensorflow';

/*
 * npm run bench: how fast the engine is, beside others on the same work in the same run, as Markdown.
 * CPU time, medians of rounds in which all take turns. Absolute figures tell about the machine; ratios tell about us.
 */

const SIZES: readonly (readonly [sizes: Job['sizes'], batchSize: number])[] = [
  [[13, 10, 1], 11],
  [[13, 10, 1], 64],
  [[13, 10, 1], 506],
  [[13, 64, 1], 64],
  [[13, 256, 1], 506],
  [[13, 1024, 1], 64],
  [[784, 128, 10], 64],
];

await main();

async function main(): Promise<void> {
  console.log(`Node ${process.versions.node} on ${os.cpus()[0]?.model ?? 'an unknown processor'}; CPU time, medians.\n`);
  await boston();
  await sizes();
  console.log('### The graph\n');
  console.log(`${table(['', 'ms'], graphTimes().map(([what, time]) => [what, figure(time)]))}\n`);
  circuits();
  timeTravel();
}

/** The lesson's training, whole. */
async function boston(): Promise<void> {
  const results = await measured(jobOf([13, 10, 1], 11), BATCHES);
  console.log(`### Boston housing, 13-10-1, batch 11: 100 epochs, ${BATCHES.toLocaleString('en')} steps\n`);
  const rows = results.map(({ name, stepsPerSecond, loss }) => [
    name,
    figure(stepsPerSecond),
    name === results[0]?.name ? '' : ratio(speedOf(results[0]) / stepsPerSecond),
    loss.toFixed(4),
  ]);
  console.log(`${table(['', 'steps/s', 'MiniFlow is', 'loss of the last epoch'], rows)}\n`);
}

/** The same network, wider and with larger batches. */
async function sizes(): Promise<void> {
  const rows: string[][] = [];
  let names: string[] = [];
  for (const [layers, batchSize] of SIZES) {
    const job = jobOf(layers, batchSize);
    const results = await measured(job);
    const [first] = results;
    names = results.map(({ name }) => name);
    rows.push([job.title, ...results.map((result) => (result === first ? figure(speedOf(first)) : `${figure(speedOf(result))} (${ratio(speedOf(first) / speedOf(result))})`))]);
  }
  console.log('### Other sizes, in steps/s (and how many times as fast MiniFlow is)\n');
  console.log(`${table(['', ...names], rows)}\n`);
}

/** Expressions: how the work grows with the nodes, and with the inputs. */
function circuits(): void {
  const head = ['', ...CIRCUIT_SIZES.map((nodes) => `${nodes.toLocaleString('en')} nodes`)];
  const grown = (times: readonly number[]): string[] =>
    times.map((time, at) => (at === 0 ? figure(time) : `${figure(time)} (${ratio(time / (times[0] ?? NaN))})`));
  console.log('### A circuit, in ms (and how many times what the smallest takes)\n');
  const { work, recording } = circuitGrowth();
  const growth = work.map(([what, times]) => [what, ...grown(times)]);
  console.log(`${table(head, [...growth, ['Recording, beside the passes alone', ...recording.map(ratio)]])}\n`);
  console.log('### All gradients of the same 499 operations, in ms (and how many times what backpropagation takes)\n');
  const rows = gradientTimes().map(({ inputs, backprop, central, symbolic }) => [
    `of ${inputs} inputs`,
    figure(backprop),
    ...[central, symbolic].map((time) => `${figure(time)} (${ratio(time / backprop)})`),
  ]);
  console.log(table(['', 'backpropagation', 'central differences', 'symbolic derivatives'], rows));
}

/** What it costs to keep the whole past of a run, and how soon any step of it is back. */
function timeTravel(): void {
  console.log('\n### Time travel: any SGD step of a run on Boston housing, 13-10-1, batch 11\n');
  const rows = seekTimes().map(({ steps, checkpoints, interval, median, longest, checkpointBytes, seriesBytes }) => [
    steps.toLocaleString('en'),
    `${checkpoints.toLocaleString('en')}, ${interval === 1 ? 'every step' : `every ${interval.toLocaleString('en')} steps`}`,
    `${figure(median)} ms`,
    `${figure(longest)} ms`,
    `${figure(checkpointBytes / 2 ** 20)} MB`,
    `${figure(seriesBytes / 2 ** 20)} MB`,
  ]);
  console.log(`${table(['steps', 'checkpoints', 'seek, median', 'longest', 'checkpoints', 'losses and norms'], rows)}\n`);
  const { bare, kept } = keepingTimes();
  console.log(`Training with all of that kept runs at ${figure((100 * kept) / bare)}% of the speed without: ${figure(kept)} against ${figure(bare)} steps/s.`);
  writeFileSync('public/seek.svg', tradeOffPicture(tradeOff()));
}

/** Ours first, then all others that there are. */
async function measured(job: Job, steps?: number): Promise<Result[]> {
  const lesson = await numpy(job);
  const contestants: Contestant[] = [ours(job), await tensorflow('wasm', job), await tensorflow('cpu', job), ...(lesson === undefined ? [] : [lesson])];
  const results = await contest(contestants, steps);
  for (const contestant of contestants) contestant.close();
  return results;
}

function speedOf(result: Result | undefined): number {
  return result?.stepsPerSecond ?? NaN;
}
