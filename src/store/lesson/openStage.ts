import type { Stage } from '../../lessons/lesson';
import { createCircuit, type Circuit } from '../circuit/circuit';
import { DESCENT_DEFAULTS } from '../circuit/descentSettings';
import { inputsOfExample } from '../circuit/inputs';
import type { Miniflow } from '../miniflow';
import type { Walk } from '../walk';
import { createSandbox, type Sandbox } from './sandbox';

/** What a lesson's step runs on, open: its walk, and what can be done to it besides. */
export type OpenStage = { readonly walk: Walk } & (
  | { readonly kind: 'graph'; readonly sandbox: Sandbox }
  | { readonly kind: 'circuit'; readonly circuit: Circuit; readonly descends: boolean }
  | { readonly kind: 'network' }
);

/**
 * Opens a stage. The network is the reader's own; everything else is made anew, and belongs to nobody else.
 *
 * @param now milliseconds on a clock that only goes forward
 * @throws GraphError if the stage's graph is faulty
 */
export function openStage(stage: Stage, miniflow: Miniflow, now: () => number): OpenStage {
  switch (stage.kind) {
    case 'graph': {
      const sandbox = createSandbox(stage.graph, miniflow.settings, stage.learningRate);
      return { kind: 'graph', walk: sandbox.walk, sandbox };
    }
    case 'circuit': {
      const { text, inputs, learningRate = DESCENT_DEFAULTS.learningRate, descent = false } = stage;
      const saved = { text, inputs: inputsOfExample({ inputs }), settings: { ...DESCENT_DEFAULTS, learningRate } };
      const circuit = createCircuit(miniflow.settings, saved, now);
      return { kind: 'circuit', walk: circuit.walk, circuit, descends: descent };
    }
    case 'network':
      return { kind: 'network', walk: miniflow };
  }
}
