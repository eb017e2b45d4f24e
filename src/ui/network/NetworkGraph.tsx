import { useMemo } from 'react';
import { isLeaf, type Graph } from '../../engine';
import { layoutOf, type Layout } from '../../scene/layout';
import type { Timeline } from '../../scene/timeline';
import { useTraining } from '../context';
import { useTimeline } from '../frame';
import { GraphLegend } from '../graph/GraphLegend';
import { GraphPanel } from '../graph/GraphPanel';
import { useHealthMarks } from '../health/useFindings';
import { useNarrow } from '../narrow';
import { PastBanner } from '../training/PastBanner';
import { Transport } from '../transport/Transport';
import { NetworkIteration } from './NetworkIteration';

/** The network's graph, and the transport through its iterations. */
export function NetworkGraph() {
  const layout = useLayout(useTimeline());
  const failed = useTraining(({ status }) => status === 'failed');
  const narrow = useNarrow();
  const ended = useTraining(({ status }) => status === 'diverged' || status === 'failed');
  return (
    <GraphPanel
      layout={layout}
      health={useHealthMarks()}
      legend={<GraphLegend tensors />}
      waiting={failed ? 'There is nothing to draw.' : 'Fetching the data and building the network …'}
      banner={narrow && <PastBanner />}
      transport={<Transport iteration={<NetworkIteration />} ended={ended} />}
    />
  );
}

/**
 * The layout. It is made from the graph's form alone (who reads whom, not which values), so that it stays the same
 * object, and the drawing its elements and its zoom, from one recording to the next.
 */
function useLayout(timeline: Timeline | undefined): Layout | undefined {
  const form = timeline === undefined ? undefined : JSON.stringify(formOf(timeline.recording.graph));
  return useMemo(() => (form === undefined ? undefined : layoutOf(JSON.parse(form) as Graph)), [form]);
}

function formOf({ nodes, output }: Graph): Graph {
  return { nodes: nodes.map((node) => (isLeaf(node) ? { id: node.id, role: node.role } : node)), output };
}
