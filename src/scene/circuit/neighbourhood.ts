/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a node or a piece of the layers */
import type { Layers } from './layers';

/** The nodes that the pieces lead to from each node, in one array: those of v are at[start[v]] … at[start[v + 1] − 1]. */
export interface Neighbours {
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly weight: Float64Array;
  /** Of every node, the sum of the weights. */
  readonly total: Float64Array;
}

/** Who is joined to whom, to the left and to the right. */
export interface Neighbourhood {
  readonly left: Neighbours;
  readonly right: Neighbours;
}

/** Gathers the pieces at every node, in their order. */
export function neighbourhoodOf({ layer, pieces }: Pick<Layers, 'layer' | 'pieces'>): Neighbourhood {
  const gathered = (end: 'from' | 'to'): Neighbours => {
    const other = end === 'from' ? 'to' : 'from';
    const start = new Int32Array(layer.length + 1);
    for (const piece of pieces) start[piece[end] + 1]!++;
    for (let v = 0; v < layer.length; v++) start[v + 1]! += start[v]!;
    const next = start.slice();
    const at = new Int32Array(pieces.length);
    const weight = new Float64Array(pieces.length);
    const total = new Float64Array(layer.length);
    for (const piece of pieces) {
      const place = next[piece[end]]!++;
      at[place] = piece[other];
      weight[place] = piece.weight;
      total[piece[end]]! += piece.weight;
    }
    return { start, at, weight, total };
  };
  return { left: gathered('to'), right: gathered('from') };
}
