import { select } from 'd3';
import { css } from './css';

/** The empty surface that a graph is drawn on: a dotted ground, and layers from back to front. */
export interface Surface {
  readonly svg: SVGSVGElement;
  readonly dots: SVGPatternElement;
  /** Everything that zooms. */
  readonly world: SVGGElement;
  readonly edges: SVGGElement;
  /** What is written on the wires. */
  readonly figures: SVGGElement;
  readonly nodes: SVGGElement;
  readonly front: SVGGElement;
  /** Covers everything while the reader drags. */
  readonly shield: SVGRectElement;
  /** The id of the pattern for cells that are not finite. */
  readonly hatch: string;
}

// Patterns are found by id in the whole document, and there may be several graphs in it.
let surfaces = 0;

/** Puts an empty surface into a host. */
export function createSurface(host: HTMLElement): Surface {
  const id = `graph-${++surfaces}`;
  const svg = select(host)
    .append('svg')
    .attr('class', css('graph'))
    .attr('role', 'figure')
    .attr('aria-label', 'Computation graph');
  const definitions = svg.append('defs');
  const dots = definitions
    .append('pattern')
    .attr('id', `${id}-dots`)
    .attr('width', 26)
    .attr('height', 26)
    .attr('patternUnits', 'userSpaceOnUse');
  dots.append('circle').attr('class', css('canvasDot')).attr('cx', 13).attr('cy', 13).attr('r', 1);
  const hatch = definitions
    .append('pattern')
    .attr('id', `${id}-hatch`)
    .attr('width', 4)
    .attr('height', 4)
    .attr('patternUnits', 'userSpaceOnUse');
  hatch.append('rect').attr('class', css('hatchGround')).attr('width', 4).attr('height', 4);
  hatch.append('path').attr('class', css('hatchLine')).attr('d', 'M-1,1L1,-1M0,4L4,0M3,5L5,3');
  svg.append('rect').attr('width', '100%').attr('height', '100%').attr('fill', `url(#${id}-dots)`);
  const world = svg.append('g');
  const edges = world.append('g').node();
  const figures = world.append('g').attr('aria-hidden', 'true').node();
  const nodes = world.append('g').node();
  const front = world.append('g').attr('aria-hidden', 'true').node();
  const shield = svg.append('rect').attr('class', css('shield')).attr('width', '100%').attr('height', '100%').attr('display', 'none').node();
  const [root, ground, zoomed] = [svg.node(), dots.node(), world.node()];
  if (shield === null || root === null || ground === null || zoomed === null || edges === null || figures === null || nodes === null || front === null) {
    throw new Error('The surface could not be made');
  }
  return { svg: root, dots: ground, world: zoomed, edges, figures, nodes, front, shield, hatch: `${id}-hatch` };
}
