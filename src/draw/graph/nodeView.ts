import { select, type Selection as Selected } from 'd3';
import type { GraphNode } from '../../engine/graph';
import { firstNonFiniteCell } from '../../engine/finite';
import { formatShape, sizeOf } from '../../engine/shape';
import type { Tensor } from '../../engine/tensor';
import { describeNode, kindOf } from '../../scene/describe';
import type { Box } from '../../scene/layout/boxes';
import type { NodeState } from '../../scene/state';
import { css } from './css';
import { createHealthMark } from './healthMark';
import type { NodeLook, NodeView } from './nodeLook';
import { headOf, partsOf } from './nodeParts';
import { createTensorView } from './tensorView';

type Group = Selected<SVGGElement, unknown, null, undefined>;

/** Adds a node to the canvas as a card. `hatch` is the id of the pattern for cells that are not finite. */
export function createNodeView(
  parent: SVGGElement,
  box: Box,
  node: GraphNode,
  titles: ReadonlyMap<string, string>,
  hatch: string,
): NodeView {
  const kind = kindOf(node, titles);
  const parts = partsOf(box);
  const group = select(parent)
    .append('g')
    .attr('class', css('node'))
    .attr('data-form', box.form)
    .attr('data-node', box.id)
    .attr('transform', `translate(${box.x},${box.y})`)
    .attr('role', 'button')
    .attr('tabindex', -1)
    .attr('aria-pressed', 'false');
  group.append('title').text(`${node.id} · ${kind}`);
  outline(group, box, 4.5, 'ring');
  outline(group, box, 0, 'box');
  const waiting = group.append('rect').attr('class', css('waiting')).attr('rx', 3);
  for (const side of ['x', 'y', 'width', 'height'] as const) waiting.attr(side, parts.whole[side]);

  const circle = box.form === 'cost';
  const name = group
    .append('text')
    .attr('class', css('name'))
    .attr('text-anchor', circle ? 'middle' : 'start')
    .attr('x', circle ? 0 : -box.width / 2 + 9)
    .attr('y', circle ? -13 : -box.height / 2 + 20);
  const base = name.append('tspan');
  const subscript = name.append('tspan').attr('class', css('subscript')).attr('dy', 4);
  const shapeText = group
    .append('text')
    .attr('class', css('shape'))
    .attr('x', box.width / 2 - 9)
    .attr('y', -box.height / 2 + 19);
  const caption = group
    .append('text')
    .attr('class', css('caption'))
    .attr('y', box.caption === 'above' ? -box.height / 2 - 9 : box.height / 2 + 17);
  const element = group.node();
  if (element === null) throw new Error(`The node "${box.id}" could not be drawn`);
  const value = createTensorView(element, 'forward', hatch);
  const gradient = createTensorView(element, 'backward', hatch);
  const warning = createWarning(group, box);
  const order = createOrder(group, box);
  const mark = createHealthMark(element, box);
  let headShape: string | undefined;
  let shown: NodeLook | undefined;
  let health: string | undefined;

  const label = ({ shape, state }: NodeLook): void => {
    const words = describeNode(node, kind, shape, state);
    group.attr('aria-label', health === undefined ? words : `${words}. ${health}`);
  };

  return {
    element,
    place({ x, y }) {
      element.setAttribute('transform', `translate(${x},${y})`);
    },
    // A card shows by itself what is not finite in it.
    setFault: () => undefined,
    setHealth(sentence) {
      if (sentence === health) return;
      health = sentence;
      mark.show(sentence);
      if (shown !== undefined) label(shown);
    },
    paint(look) {
      const { state, shape, active } = look;
      shown = look;
      const both = state.gradient !== undefined;
      const single = shape !== undefined && sizeOf(shape) === 1;
      value.paint(state.value, both ? parts.left : parts.whole, both || circle ? parts.valueBaseline : parts.valueBaseline + 8);
      gradient.paint(state.gradient, parts.right, parts.gradientBaseline);
      waiting.attr('display', state.value === undefined && !single ? null : 'none');
      const text = shape === undefined || circle ? '' : formatShape(shape);
      if (text !== headShape) {
        headShape = text;
        const head = headOf(node.id, text, box);
        name.attr('data-small', head.small ? 'true' : null);
        base.text(head.base);
        subscript.text(head.subscript);
        shapeText.text(head.shapeBelow ? '' : text);
        caption.text(head.shapeBelow ? `${kind} · ${text}` : kind);
      }
      warning(state);
      order(state);
      group.attr('data-active', active ? 'true' : null).attr('data-sort', state.sort);
      label(look);
    },
  };
}

/** The node's outline, `grow` units outside of its edge. */
function outline(group: Group, { width, height, form }: Box, grow: number, part: string): void {
  if (form === 'cost') {
    group.append('circle').attr('class', css(part)).attr('r', width / 2 + grow);
    return;
  }
  group
    .append('rect')
    .attr('class', css(part))
    .attr('x', -width / 2 - grow)
    .attr('y', -height / 2 - grow)
    .attr('width', width + 2 * grow)
    .attr('height', height + 2 * grow)
    .attr('rx', (form === 'operation' ? 18 : 9) + grow);
}

/** The mark of a node that holds something that is not a finite number. */
function createWarning(group: Group, { width, height, form, caption }: Box): (state: NodeState) => void {
  // Clear of the caption, which may stand above, of the shape in the head, and of the wires in the middle of the sides.
  const [x, y] =
    form === 'cost' ? [36, -36] : caption === 'above' ? [width / 2 - 10, height / 2] : [width / 2 - 2, -height / 2 - 3];
  const badge = group.append('g').attr('class', css('warning')).attr('transform', `translate(${x},${y})`);
  badge.append('rect').attr('x', -24).attr('y', -10).attr('width', 48).attr('height', 20).attr('rx', 10);
  badge.append('path').attr('d', 'M-19,5L-13,-6L-7,5Z');
  badge.append('text').attr('class', css('mark')).attr('x', -13).attr('y', 4).text('!');
  const text = badge.append('text').attr('x', 7).attr('y', 4);
  let seen: readonly [Tensor | undefined, Tensor | undefined] | undefined;
  return ({ value, gradient }) => {
    if (seen !== undefined && seen[0] === value && seen[1] === gradient) return;
    seen = [value, gradient];
    const what = nonFiniteIn(value) ?? nonFiniteIn(gradient);
    badge.attr('display', what === undefined ? 'none' : null);
    text.text(what ?? '');
  };
}

function nonFiniteIn(tensor: Tensor | undefined): string | undefined {
  if (tensor === undefined) return undefined;
  const cell = firstNonFiniteCell(tensor.data);
  if (cell < 0) return undefined;
  return Number.isNaN(tensor.data[cell]) ? 'NaN' : '∞';
}

/** The node's place in the order, or how many inputs it waits for; only seen while the sort runs. */
function createOrder(group: Group, { width, height, form }: Box): (state: NodeState) => void {
  const [x, y] = form === 'cost' ? [-29, -29] : [-width / 2 - 2, -height / 2 - 4];
  const chip = group.append('g').attr('class', css('order')).attr('transform', `translate(${x},${y})`);
  chip.append('circle').attr('r', 11);
  const text = chip.append('text').attr('y', 4);
  return ({ position, remaining, sort }) => {
    text.text(position === undefined ? String(remaining) : String(position + 1));
    chip.attr('data-sort', sort);
  };
}
