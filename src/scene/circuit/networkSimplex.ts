/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a node or an edge of the program */

/** Whole numbers are wanted for nodes so that the sum of weight[e] · (rank[to[e]] − rank[from[e]]) is least. */
export interface RankProgram {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  /** The one node that every other leads to. */
  readonly root: number;
}

/** How much work is spent at most on improving the ranks, in steps over a node or an edge. */
const WORK = 2_000_000;

/**
 * Improves ranks until the total length of the edges is least, each edge being at least 1 long (E. R. Gansner et al.,
 * A technique for drawing directed graphs, IEEE TSE 19, 1993: network simplex). A tree of tight edges holds the nodes;
 * while moving a subtree shortens more weight than it lengthens, it moves until another edge is tight, which then holds
 * it. The cut value of a tree edge is the weight that leaves its subtree less the weight that enters it.
 *
 * @param rank feasible, with a tight edge out of every node but the root; changed in place
 */
export function tighten({ nodeCount, from, to, weight, root }: RankProgram, rank: Int32Array): void {
  const pull = new Float64Array(nodeCount);
  const holder = new Int32Array(nodeCount).fill(-1);
  for (let e = 0; e < from.length; e++) {
    pull[from[e]!]! += weight[e]!;
    pull[to[e]!]! -= weight[e]!;
    const length = rank[to[e]!]! - rank[from[e]!]!;
    if (length === 1 && holder[from[e]!] === -1) holder[from[e]!] = e;
  }
  const tree = new Tree(nodeCount, root, from, to, holder);
  const subtree = new Float64Array(nodeCount);
  for (let left = Math.floor(WORK / (nodeCount + from.length)); left > 0; left--) {
    tree.walk();
    subtree.set(pull);
    let leaving = -1;
    let least = -1e-9;
    for (let i = nodeCount - 1; i > 0; i--) {
      const v = tree.order[i]!;
      subtree[tree.parent[v]!]! += subtree[v]!;
      const held = holder[v]!;
      const cut = from[held] === v ? subtree[v]! : -subtree[v]!;
      if (cut < least) {
        least = cut;
        leaving = v;
      }
    }
    if (leaving === -1) return;
    // What pulls more to the left moves left, as far as the edges that enter it allow.
    const movesLeft = subtree[leaving]! < 0;
    let entering = -1;
    let slack = Infinity;
    for (let e = 0; e < from.length; e++) {
      const inner = movesLeft ? to[e]! : from[e]!;
      const outer = movesLeft ? from[e]! : to[e]!;
      if (!tree.isUnder(inner, leaving) || tree.isUnder(outer, leaving)) continue;
      const room = rank[to[e]!]! - rank[from[e]!]! - 1;
      if (room < slack) {
        slack = room;
        entering = e;
      }
    }
    if (entering === -1) return;
    if (slack > 0) for (let v = 0; v < nodeCount; v++) if (tree.isUnder(v, leaving)) rank[v]! += movesLeft ? -slack : slack;
    tree.hang(leaving, entering, movesLeft ? to[entering]! : from[entering]!);
  }
}

/** A spanning tree, each node held by the edge `holder` to its parent. */
class Tree {
  readonly parent: Int32Array;
  /** The nodes, each after its parent. */
  readonly order: Int32Array;
  private readonly place: Int32Array;
  private readonly size: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly sibling: Int32Array;

  constructor(
    private readonly nodeCount: number,
    private readonly root: number,
    private readonly from: Int32Array,
    private readonly to: Int32Array,
    private readonly holder: Int32Array,
  ) {
    const ints = (): Int32Array => new Int32Array(nodeCount);
    [this.parent, this.order, this.place, this.size, this.firstChild, this.sibling] = [ints(), ints(), ints(), ints(), ints(), ints()];
  }

  private otherEnd(edge: number, v: number): number {
    return this.from[edge] === v ? this.to[edge]! : this.from[edge]!;
  }

  /** Numbers the nodes depth first, so that a subtree is one stretch of the order. */
  walk(): void {
    const { parent, order, place, size, firstChild, sibling, holder, nodeCount, root } = this;
    firstChild.fill(-1);
    for (let v = nodeCount - 1; v >= 0; v--) {
      if (v === root) continue;
      const p = this.otherEnd(holder[v]!, v);
      parent[v] = p;
      sibling[v] = firstChild[p]!;
      firstChild[p] = v;
    }
    const stack = [root];
    let count = 0;
    for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
      place[v] = count;
      order[count++] = v;
      for (let child = firstChild[v]!; child !== -1; child = sibling[child]!) stack.push(child);
    }
    size.fill(1);
    for (let i = nodeCount - 1; i > 0; i--) size[parent[order[i]!]!]! += size[order[i]!]!;
  }

  /** Whether v is in the subtree of `top`, as of the last walk. */
  isUnder(v: number, top: number): boolean {
    const after = this.place[v]! - this.place[top]!;
    return after >= 0 && after < this.size[top]!;
  }

  /** Lets the subtree of `top` hang by `edge`, which holds its node `inner`: the way from there to the top turns round. */
  hang(top: number, edge: number, inner: number): void {
    let v = inner;
    let held = edge;
    for (;;) {
      const above = this.parent[v]!;
      const before = this.holder[v]!;
      this.holder[v] = held;
      if (v === top) return;
      held = before;
      v = above;
    }
  }
}
