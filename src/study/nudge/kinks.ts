import type { Program } from '../../engine';
import type { Kink } from './nudge';

type Call = Program['forwardCalls'][number];

/** An operation with a kink, and where its cells stood before anything was moved. */
interface Watched {
  readonly call: Call;
  readonly before: Float64Array;
}

/** Watches over the operations whose slope jumps somewhere: whether a move carries one of their cells across. */
export class KinkWatch {
  readonly #watched: readonly Watched[];

  /** @param calls those behind the moved cell, as computed before it is moved */
  constructor(calls: readonly Call[]) {
    this.#watched = calls.filter(({ op }) => op.kinked === true).map((call) => ({ call, before: marginsOf(call) }));
  }

  /** The operations of which a cell stands on another side of its kink by now, with the first such cell. */
  crossed(ahead: boolean): Kink[] {
    return this.#watched.flatMap(({ call, before }) => {
      const now = marginsOf(call);
      let first = -1;
      let cells = 0;
      for (let cell = 0; cell < now.length; cell++) {
        if (Math.sign(now[cell] ?? 0) === Math.sign(before[cell] ?? 0)) continue;
        if (first === -1) first = cell;
        cells++;
      }
      if (first === -1) return [];
      return [{ node: call.node.id, cell: first, cells, here: before[first] ?? NaN, there: now[first] ?? NaN, ahead }];
    });
  }
}

/** How far each cell is from its kink, with the side as its sign: relu and abs bend where x is 0, a maximum where a = b. */
function marginsOf({ call }: Call): Float64Array {
  const [a, b] = call.inputs;
  if (a === undefined) return new Float64Array(0);
  return b === undefined ? a.data.slice() : a.data.map((value, cell) => value - (b.data[cell] ?? NaN));
}
