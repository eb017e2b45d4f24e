import { describeEdge, describeWire } from '../../scene/describe';
import { figure, knownFigure } from '../../scene/figure';
import type { Heading } from '../../scene/layout/curve';
import type { Wire } from '../../scene/layout/wires';
import type { EdgeState } from '../../scene/state';
import { appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { css } from './css';
import { createFaultMark } from './faultMark';
import { labelsFor, type FigureType } from './figureType';
import { writeFigure } from './writeFigure';
import { headScale, HEAD_LENGTH } from './widths';

/** How an edge takes part in the step: not, as the last that moved, or as the one that is moving. */
export type EdgePart = 'none' | 'last' | 'moving';

/** Everything that an edge shows. Passed anew for every painting, and compared with what is shown. */
export interface EdgeLook {
  readonly state: EdgeState;
  readonly part: EdgePart;
  /** Which way the step moves along the edge, if it takes part. */
  readonly direction: 'with' | 'against';
  /** The width of the wire, in graph units. */
  readonly width: number;
  readonly figures: FigureType;
}

/** A dash as long as this never ends. */
const LONGER_THAN_ANY = 1e5;
const READER_LENGTH = 9;
const READER_STROKE = 1.75;
const HEAD_HALF_WIDTH = 5.5;

/** An edge on the canvas. */
export interface EdgeView {
  readonly element: SVGGElement;
  readonly wire: SVGPathElement;
  /** Its figures, over all wires. */
  readonly written: SVGGElement;
  /** Draws the edge along another way; it has to be painted after that. */
  place(edge: Wire): void;
  paint(look: EdgeLook): void;
  /** Points at the edge or not, and writes a label in place of its figures unless it is empty. */
  shine(lit: boolean, label: string): void;
  /** Marks the edge as the place where the numbers were lost, or takes the mark away. */
  setFault(sentence: string | undefined): void;
  remove(): void;
}

/**
 * Adds an edge to the canvas; its figures go to a layer over all edges, so that no wire crosses them out. In a circuit
 * a number that is not finite is unknown.
 */
export function createEdgeView(parent: SVGGElement, layer: SVGGElement, first: Wire, circuit: boolean): EdgeView {
  let edge = first;
  let fault: string | undefined;
  let shown: EdgeLook | undefined;
  const group = appendSvg(parent, 'g', css('edge'), { 'data-edge': edge.id, role: 'button', tabindex: -1, 'aria-pressed': 'false' });
  const hit = appendSvg(group, 'path', css('hit'));
  const under = appendSvg(group, 'path', css('under'));
  const wire = appendSvg(group, 'path', css('wire'));
  const reader = appendSvg(group, 'path', css('reader'));
  const source = appendSvg(group, 'path', css('source'));
  const mark = createFaultMark(group);
  const written = appendSvg(layer, 'g', undefined);
  const label = (pass: string) => appendSvg(written, 'text', css('figure'), { 'data-pass': pass });
  const [value, gradient] = [label('forward'), label('backward')];
  const spoken = appendSvg(written, 'text', css('spotLabel'));
  const write = circuit ? knownFigure : figure;

  const place = (next: Wire): void => {
    edge = next;
    shown = undefined;
    for (const line of [hit, under, wire]) setAttribute(line, 'd', edge.path);
    const scale = circuit ? 0.8 : 1;
    setAttributes(reader, { d: headAt(edge.end, 1, READER_LENGTH, scale), 'stroke-width': READER_STROKE * scale });
    setAttributes(spoken, { x: edge.value.x, y: edge.value.y, 'text-anchor': edge.value.anchor });
    mark.place((edge.value.x + edge.gradient.x) / 2, (edge.value.y + edge.gradient.y) / 2 - 4);
  };
  place(first);

  /** Where the figures stand, which the size of their type decides. */
  const placeFigures = ({ size }: FigureType): void => {
    const labels = labelsFor(edge.value, edge.gradient, size);
    [value, gradient].forEach((text, at) => {
      const { x, y, anchor } = labels[at] ?? edge.value;
      setAttributes(text, { x, y, 'text-anchor': anchor });
    });
  };
  const describe = ({ state }: EdgeLook, allDigits: boolean): string => {
    const words = circuit ? describeWire(edge, edge.bundle.length, state, allDigits) : describeEdge(edge, state);
    return fault === undefined ? words : `${words}. ${fault}`;
  };

  return {
    element: group,
    wire,
    written,
    place,
    paint(look) {
      const { state, part, direction, width, figures } = look;
      const before = shown;
      shown = look;
      if (before?.figures !== figures) placeFigures(figures);
      if (before?.state !== state || before.figures !== figures) {
        writeFigure(value, state.value, write, figures.room);
        writeFigure(gradient, state.flow, write, figures.room);
        setAttribute(group, 'aria-label', describe(look, figures.room === 'all'));
      }
      if (before?.state === state && before.part === part && before.direction === direction && before.width === width) return;
      const forward = part === 'moving' && direction === 'with' ? 'carrying' : state.value === undefined ? 'idle' : 'carried';
      const backward = part === 'moving' && direction === 'against' ? 'flowing' : state.flow === undefined ? 'idle' : 'flowed';
      setAttributes(group, { 'data-forward': forward, 'data-backward': backward, 'data-part': part });
      group.toggleAttribute('data-released', state.released);
      const scale = headScale(width, circuit);
      setAttributes(wire, { 'stroke-width': width });
      // A wide wire would stick out beside the tip of its head: it begins with a gap, further in.
      if (state.flow === undefined) wire.removeAttribute('stroke-dasharray');
      else setAttributes(wire, { 'stroke-dasharray': `0 ${HEAD_LENGTH * scale * 0.8} ${LONGER_THAN_ANY}` });
      setAttributes(source, { d: `${headAt(edge.start, -1, HEAD_LENGTH, scale)}Z`, 'stroke-width': scale });
    },
    shine(lit, label) {
      for (const part of [group, written]) part.toggleAttribute('data-lit', lit);
      written.toggleAttribute('data-labelled', label !== '');
      setText(spoken, label);
    },
    setFault(sentence) {
      if (fault === sentence) return;
      fault = sentence;
      mark.show(sentence);
      group.toggleAttribute('data-fault', sentence !== undefined);
      if (shown !== undefined) setAttribute(group, 'aria-label', describe(shown, shown.figures.room === 'all'));
    },
    remove() {
      group.remove();
      written.remove();
    },
  };
}

/**
 * An arrow head at a wire's end, along it (1) or against it (−1). Written out instead of turned by a transform: among
 * thousands of elements with coordinates of their own a browser cannot pan smoothly.
 */
function headAt({ x, y, angle }: Heading, way: 1 | -1, length: number, scale: number): string {
  const [along, across] = [-length * scale * way, HEAD_HALF_WIDTH * scale];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (u: number, v: number): string => `${short(x + u * cos - v * sin)},${short(y + u * sin + v * cos)}`;
  return `M${at(along, -across)}L${at(0, 0)}L${at(along, across)}`;
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
