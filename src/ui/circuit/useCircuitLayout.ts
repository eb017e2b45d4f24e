import { useEffect, useMemo, useRef, useState } from 'react';
import type { Graph } from '../../engine';
import { circuitLayoutOf, type CircuitOptions } from '../../scene/circuit/circuit';
import { drawnOf } from '../../scene/circuit/drawn';
import { createLayouter, type Layouter } from '../../scene/circuit/layouter';
import { sameDrawing } from '../../scene/circuit/sameDrawing';
import type { Layout } from '../../scene/layout';

/** So many boxes are laid out within half a frame; more of them in a worker. */
const AT_ONCE = 150;

interface Placed {
  readonly graph: Graph;
  readonly options: CircuitOptions;
  readonly layout: Layout;
}

/** The layout of a circuit, as far as there is one. */
export interface CircuitLayout {
  /** A layout of this very graph, maybe with the options of before; undefined while there is none. */
  readonly layout: Layout | undefined;
  /** How many boxes are being laid out, while they are. */
  readonly pending: number | undefined;
}

/** The layout of a circuit: at once for most, from a worker for large ones. The same object as long as nothing moves. */
export function useCircuitLayout(graph: Graph | undefined, given: CircuitOptions): CircuitLayout {
  const [kept, setKept] = useState(given);
  const options = sameDrawing(kept, given) ? kept : given;
  if (options !== kept) setKept(options);
  const boxes = useMemo(() => (graph === undefined ? 0 : boxCount(graph, options)), [graph, options]);
  const instant = useMemo(() => (graph === undefined || boxes > AT_ONCE ? undefined : circuitLayoutOf(graph, options)), [graph, options, boxes]);
  const [placed, setPlaced] = useState<Placed | null>(null);
  const layouter = useRef<Layouter>(undefined);
  useEffect(
    () => () => {
      layouter.current?.close();
      layouter.current = undefined;
    },
    [],
  );
  useEffect(() => {
    if (graph === undefined || boxes <= AT_ONCE) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      layouter.current ??= createLayouter();
      const layout = await layouter.current.layout(graph, options);
      if (isWanted && layout !== undefined) setPlaced({ graph, options, layout });
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [graph, options, boxes]);
  if (instant !== undefined || graph === undefined) return { layout: instant, pending: undefined };
  if (placed?.graph !== graph) return { layout: undefined, pending: boxes };
  return { layout: placed.layout, pending: placed.options === options ? undefined : boxes };
}

/** How many boxes a graph is drawn with; of a small one, at most how many. */
function boxCount(graph: Graph, options: CircuitOptions): number {
  return graph.nodes.length <= AT_ONCE ? graph.nodes.length : drawnOf(graph, options).symbols.length;
}
