import { useMemo } from 'react';
import { formatCount } from '../../scene/format';
import { faultSentence } from '../../scene/recording/faultWords';
import { useSettings } from '../context';
import { useTimeline } from '../frame';
import { GraphLegend } from '../graph/GraphLegend';
import { GraphPanel } from '../graph/GraphPanel';
import { Transport } from '../transport/Transport';
import { CircuitIteration } from './CircuitIteration';
import { useCircuitState } from './circuitContext';
import { useCircuitLayout } from './useCircuitLayout';

/** Room on a wire for three digits, and for all of them. */
const FIGURE_ROOM = { short: 52, full: 150 } as const;

/** The expression's graph, and the transport through its iterations. */
export function CircuitGraph() {
  // The same object as long as the expression and what is trainable stay.
  const graph = useTimeline()?.recording.graph;
  const allDigits = useSettings((settings) => settings.allDigits);
  const lines = useCircuitState(({ expression }) => expression.lines);
  const folded = useCircuitState((state) => state.folded);
  const fault = useCircuitState((state) => state.loss?.fault);
  const running = useCircuitState(({ descent }) => descent.running);
  const ended = useCircuitState(({ inputs, loss, descent }) => {
    const over = descent.outcome !== undefined && descent.outcome.kind !== 'iterations';
    return over || loss?.lost !== undefined || !inputs.some(({ trainable }) => trainable);
  });
  const { layout, pending } = useCircuitLayout(graph, { figureRoom: allDigits ? FIGURE_ROOM.full : FIGURE_ROOM.short, folded, lines });
  const mark = useMemo(() => {
    if (fault === undefined || graph === undefined) return undefined;
    const edge = fault.part === 'gradient' ? { edge: fault.edge.id } : {};
    return { node: fault.node, ...edge, sentence: faultSentence(fault, graph.output) };
  }, [fault, graph]);
  return (
    <GraphPanel
      layout={layout}
      legend={<GraphLegend tensors={false} />}
      note={pending === undefined ? undefined : `Laying out ${formatCount(pending)} nodes …`}
      transport={<Transport iteration={<CircuitIteration />} ended={ended} hurried={running} />}
      fault={mark}
      allDigits={allDigits}
    />
  );
}
