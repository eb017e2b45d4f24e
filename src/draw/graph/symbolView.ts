import { isLeaf, type GraphNode } from '../../engine/graph';
import { describeSymbol, symbolKindOf } from '../../scene/describe';
import { knownFigure } from '../../scene/figure';
import type { NameParts } from '../../expression/nameTex';
import type { Box } from '../../scene/layout/boxes';
import { appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { css } from './css';
import { createFaultMark } from './faultMark';
import { ADVANCE } from './figureType';
import type { NodeLook, NodeView } from './nodeLook';
import { createRunningSum } from './runningSum';
import { createStub, stubLabelsAt, type StubLabels } from './stub';
import { captionOf, glyphOf, outlineOf, type Outline } from './symbolParts';

/** What is known of a node beside its box. */
export interface SymbolPlan {
  readonly node: GraphNode;
  readonly titles: ReadonlyMap<string, string>;
  /** Whether it stands for a whole line. */
  readonly folded: boolean;
  /** How many wires read it, and how many of them bring a gradient back. */
  readonly readers: number;
  readonly contributions: number;
  readonly figureRoom: number;
  /** Where the layout wants the output's figures. */
  readonly result: StubLabels | undefined;
}

/** How far outside of an outline the ring is that shows selection and focus, and the second outline of the output. */
const RING = 4.5;
const SECOND = 3.5;
/** Clear of the ring. */
const CAPTION_DROP = 13;
const NOTE_DROP = 16;
const SUM_RISE = 11;

/** Adds a node of a circuit to the canvas: a sign for what it computes, or a name. Its numbers stand on its wires. */
export function createSymbolView(parent: SVGGElement, box: Box, plan: SymbolPlan): NodeView {
  const { node, folded, readers, contributions } = plan;
  const kind = symbolKindOf(node, plan.titles);
  const group = appendSvg(parent, 'g', `${css('node')} ${css('symbol')}`, {
    'data-node': box.id,
    'data-form': box.form,
    role: 'button',
    tabindex: -1,
    'aria-pressed': 'false',
  });
  setText(appendSvg(group, 'title', undefined), `${node.id} · ${kind}`);
  const outer = box.form === 'cost' ? SECOND : 0;
  const shape = outlineOf(box, folded);
  outline(group, shape, RING + outer, 'ring');
  if (outer > 0) outline(group, shape, outer, 'second');
  outline(group, shape, 0, 'box');
  const glyph = glyphOf(box);
  const sign = written(group, 'glyph', glyph, undefined);
  sign.style.setProperty('--size', `${glyph.size}px`);
  sign.style.setProperty('--far-size', `${glyph.farSize}px`);
  const edge = box.height / 2 + outer;
  const side = box.caption === 'above' ? -1 : 1;
  const beside = (drop: number): number => side * (edge + (side > 0 ? drop : drop / 2));
  const name = captionOf(box);
  if (name !== undefined) written(group, 'symbolCaption', name, beside(CAPTION_DROP));
  const note = isLeaf(node) && box.form !== 'constant' ? appendSvg(group, 'text', css('note'), { y: beside(NOTE_DROP) }) : undefined;
  const start = box.width / 2 + outer;
  const labels = plan.result ?? (readers === 0 || box.form === 'cost' ? stubLabelsAt(start, plan.figureRoom) : undefined);
  const stub = labels === undefined ? undefined : createStub(group, start, plan.figureRoom, labels);
  const sum = contributions > 1 ? createRunningSum(group, -side * (edge + SUM_RISE), contributions) : undefined;
  const mark = createFaultMark(group);
  mark.place(box.width / 2 - 1, -box.height / 2 + 1);
  const order = createOrder(group, box);
  let shown: NodeLook | undefined;
  let fault: string | undefined;

  const label = ({ state, figures }: NodeLook): void => {
    const words = describeSymbol(node, kind, state, figures.room === 'all');
    setAttribute(group, 'aria-label', fault === undefined ? words : `${words}. ${fault}`);
  };
  const place = ({ x, y }: Box): void => {
    setAttribute(group, 'transform', `translate(${x},${y})`);
  };
  place(box);

  return {
    element: group,
    place,
    setFault(sentence) {
      if (sentence === fault) return;
      fault = sentence;
      mark.show(sentence);
      group.toggleAttribute('data-fault', sentence !== undefined);
      if (shown !== undefined) label(shown);
    },
    // A circuit is not trained.
    setHealth: () => undefined,
    paint(look) {
      const { state, active, figures } = look;
      shown = look;
      group.toggleAttribute('data-active', active);
      group.toggleAttribute('data-waiting', state.value === undefined);
      setAttribute(group, 'data-sort', state.sort);
      if (note !== undefined) {
        const text = state.value === undefined ? '' : knownFigure(state.value, figures.room);
        // A long number begins at the leaf's left side: leaves stand at the left end of everything.
        const isLong = text.length * ADVANCE * figures.size > box.width;
        setText(note, text);
        setAttributes(note, { x: isLong ? -box.width / 2 : 0, 'text-anchor': isLong ? 'start' : 'middle' });
        note.toggleAttribute('data-updated', state.update !== undefined);
      }
      stub?.paint(look);
      sum?.paint(look);
      order(look);
      label(look);
    },
  };
}

/** An outline, `grow` units outside of the symbol's edge. */
function outline(group: SVGGElement, shape: Outline, grow: number, part: string): void {
  if ('r' in shape) {
    appendSvg(group, 'circle', css(part), { r: shape.r + grow });
    return;
  }
  const [width, height] = [shape.width + 2 * grow, shape.height + 2 * grow];
  appendSvg(group, 'rect', css(part), { x: -width / 2, y: -height / 2, width, height, rx: shape.rx + grow });
}

/** A name, or a sign, with its baseline at a height; without one, the style sheet puts it into the middle. */
function written(group: SVGGElement, part: string, { base, subscript }: NameParts, y: number | undefined): SVGTextElement {
  const text = appendSvg(group, 'text', css(part), y === undefined ? {} : { y });
  if (subscript === '') {
    text.textContent = base;
    return text;
  }
  appendSvg(text, 'tspan', undefined).textContent = base;
  appendSvg(text, 'tspan', css('subscript'), { dy: '0.25em' }).textContent = subscript;
  return text;
}

/** The node's place in the order, or how many inputs it waits for. Not there before the sort has been looked at. */
function createOrder(group: SVGGElement, { width, height }: Box): (look: NodeLook) => void {
  let parts: { readonly chip: SVGGElement; readonly text: SVGTextElement } | undefined;
  const create = () => {
    const chip = appendSvg(group, 'g', css('order'), { transform: `translate(${-width / 2 - 1},${-height / 2 - 1})` });
    appendSvg(chip, 'circle', undefined, { r: 9.5 });
    return { chip, text: appendSvg(chip, 'text', undefined, { y: 3.6 }) };
  };
  return ({ state: { position, remaining, sort }, sorting }) => {
    if (!sorting) return;
    parts ??= create();
    setText(parts.text, position === undefined ? String(remaining) : String(position + 1));
    setAttribute(parts.chip, 'data-sort', sort);
  };
}
