import type { Shape } from '../../engine/shape';
import type { Box } from '../../scene/layout/boxes';
import type { NodeState } from '../../scene/state';
import type { FigureType } from './figureType';

/** Everything that a node shows. Passed anew for every painting. */
export interface NodeLook {
  readonly state: NodeState;
  readonly shape: Shape | undefined;
  /** Whether the step is about this node. */
  readonly active: boolean;
  /** Whether the order of computation is being found. */
  readonly sorting: boolean;
  /** How many contributions to its gradient have arrived. */
  readonly arrived: number;
  readonly figures: FigureType;
}

/** A node on the canvas. */
export interface NodeView {
  readonly element: SVGGElement;
  /** Moves the node; its box has to be the same in all but its place. */
  place(box: Box): void;
  paint(look: NodeLook): void;
  /** Marks the node as the place where the numbers were lost, or takes the mark away. */
  setFault(sentence: string | undefined): void;
  /** Marks the node as one whose training does not go well, or takes the mark away. */
  setHealth(sentence: string | undefined): void;
}
