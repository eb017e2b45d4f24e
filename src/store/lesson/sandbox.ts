import { compile, checkGradient, isLeaf, record, type Graph, type GradientCheck, type Tensor } from '../../engine';
import { replay } from '../../scene/recording/replay';
import { createPlayback, shownIteration } from '../playback';
import type { SettingsStore } from '../settings';
import { createTransport } from '../transport';
import { createWalk, type Walk } from '../walk';

/** A graph by itself: it can be walked through, its leaves can be changed, and nothing else depends on it. */
export interface Sandbox {
  readonly walk: Walk;
  /** Whether another iteration can follow: there is a learning rate, so that parameters move. */
  readonly trains: boolean;
  /** Gives one cell of a leaf another value. All is computed anew from there, at the same moment. */
  readonly setCell: (leaf: string, cell: number, value: number) => void;
  /** Takes everything back to what the graph says. */
  readonly reset: () => void;
  /** @throws GraphError (as a rejection) if the node receives no gradient */
  readonly checkGradient: (node: string) => Promise<GradientCheck>;
}

/**
 * A sandbox on a graph whose leaves all have values.
 *
 * @param learningRate if given, an iteration ends with an update at this rate, and another can follow
 * @throws GraphError if the graph is faulty
 */
export function createSandbox(graph: Graph, settings: SettingsStore, learningRate?: number): Sandbox {
  const playback = createPlayback();
  const trains = learningRate !== undefined && graph.nodes.some((node) => isLeaf(node) && node.role === 'parameter');
  const options = trains ? { learningRate } : {};
  let program = compile(graph);

  const transport = createTransport({
    playback,
    settings,
    isTraining: () => false,
    canAdvance: () => trains,
    advance: (after) => {
      transport.receive({ recording: record(program, options), step: after + 1, taken: true, advance: true });
    },
    followingChanged: () => undefined,
    isFollowing: () => false,
  });

  /** Shows the first iteration on such leaves, at the same moment; those that were computed from other numbers are over. */
  function turn(fed: ReadonlyMap<string, Tensor>): void {
    program = compile(graph);
    for (const [id, value] of fed) program.feed(id, value);
    playback.setState({ iterations: playback.getState().iterations.slice(-1), shown: 0, playing: false, waiting: false });
    transport.show('turned', record(program, options), 1, true);
  }

  transport.show('complete', record(program, options), 1, true);
  return {
    walk: createWalk(playback, settings, transport),
    trains,
    setCell: (leaf, cell, value) => {
      const fed = fedIn(playback.getState());
      const before = fed.get(leaf);
      if (before !== undefined) turn(fed.set(leaf, { shape: before.shape, data: before.data.with(cell, value) }));
    },
    reset: () => {
      turn(new Map());
    },
    checkGradient: async (node) => {
      const iteration = shownIteration(playback.getState());
      if (iteration === undefined) throw new Error('There is nothing to check yet');
      return Promise.resolve(checkGradient(replay(iteration.timeline.recording), node));
    },
  };
}

/** What the leaves hold in the iteration that is shown. */
function fedIn(playback: Parameters<typeof shownIteration>[0]): Map<string, Tensor> {
  const steps = shownIteration(playback)?.timeline.steps ?? [];
  return new Map(steps.flatMap((step) => (step.kind === 'feed' ? [[step.node, step.value] as const] : [])));
}
