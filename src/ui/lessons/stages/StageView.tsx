import type { OpenStage } from '../../../store/lesson/openStage';
import { CircuitStage } from './CircuitStage';
import { GraphStage } from './GraphStage';
import { NetworkStage } from './NetworkStage';

/** The graph that a step runs on, the transport through it, and what stands under it. */
export function StageView({ stage }: { readonly stage: OpenStage }) {
  switch (stage.kind) {
    case 'graph':
      return <GraphStage sandbox={stage.sandbox} />;
    case 'circuit':
      return <CircuitStage circuit={stage.circuit} descends={stage.descends} />;
    case 'network':
      return <NetworkStage />;
  }
}
