import { compile, record, topologicalSort, Trainer, type Graph, type GraphNode } from '../../src/engine';
import { kahn, type Wiring } from '../../src/engine/sort';
import { milliseconds } from './contest';
import { jobOf } from './job';
import { graphOf } from './ours';

const NODES = 100_000;

/** What is done to a graph rather than to numbers: a sentence, and the CPU milliseconds that it takes. */
export function graphTimes(): [what: string, milliseconds: number][] {
  const job = jobOf([13, 10, 1], 11);
  const graph = graphOf(job);
  const data = { X: { shape: [506, 13], data: job.features }, y: { shape: [506, 1], data: job.target } };
  const trainer = new Trainer({ graph, data, batchSize: 11, learningRate: 0.01, seed: 2 });
  const program = compile(graph);
  const rows = Int32Array.from({ length: 11 }, (_, row) => row);
  program.feedRows('X', job.features, rows);
  program.feedRows('y', job.target, rows);
  const large = ladder();
  const wiring = wiringOfLadder();
  return [
    ['Compiling the Boston graph', milliseconds(() => compile(graph))],
    ['Recording one iteration of it', milliseconds(() => record(program, { learningRate: 0.01 }))],
    ['Recording a training step of it', milliseconds(() => trainer.recordStep())],
    ['Sorting 100,000 nodes, checks included', milliseconds(() => topologicalSort(large))],
    ["Kahn's algorithm alone, on their numbers", milliseconds(() => kahn(wiring))],
  ];
}

/** Every node adds the two before it. */
function ladder(): Graph {
  const nodes = Array.from({ length: NODES }, (_, i): GraphNode =>
    i < 2 ? { id: `n${i}`, role: 'parameter', value: 1 } : { id: `n${i}`, op: 'add', inputs: [`n${i - 2}`, `n${i - 1}`] },
  );
  return { nodes, output: `n${NODES - 1}` };
}

function wiringOfLadder(): Wiring {
  const edges = 2 * (NODES - 2);
  return {
    nodeCount: NODES,
    from: Int32Array.from({ length: edges }, (_, e) => (e >> 1) + (e & 1)),
    to: Int32Array.from({ length: edges }, (_, e) => (e >> 1) + 2),
  };
}
