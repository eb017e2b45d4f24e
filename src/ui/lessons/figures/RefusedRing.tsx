import { useId, type ReactElement } from 'react';
import type { Edge } from '../../../engine';
import type { Deadlock } from '../../../lessons/topologicalSort/ring';
import { formatName } from '../../../scene/format';
import { listed } from '../../../scene/listed';
import styles from './refusedRing.module.css';

/** Units of the drawing: from the middle to the nodes of the ring, a node, what an arrow keeps from it, and its head. */
const RADIUS = 62;
const NODE = 17;
const GAP = 4;
const HEAD = 8;
const BADGE = 8;
const PITCH = 44;
const MARGIN = 12;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A graph that cannot be sorted: its ring, drawn as one, with whatever else it has in the middle; and what of it is never taken. */
export function RefusedRing({ deadlock }: { readonly deadlock: Deadlock }) {
  const { taken, stuck, ring, edges } = deadlock;
  const head = useId();
  const places = placesOf(deadlock);
  const extent = RADIUS + NODE + MARGIN;
  return (
    <figure className={styles.figure}>
      <svg className={styles.drawing} viewBox={`${-extent} ${-extent} ${2 * extent} ${2 * extent}`} role="img" aria-label={wordsOf(deadlock)}>
        <defs>
          {(['ring', 'gone', 'other'] as const).map((kind) => (
            <marker key={kind} id={`${head}-${kind}`} viewBox="0 0 8 8" refX="8" refY="4" markerWidth={HEAD} markerHeight={HEAD} markerUnits="userSpaceOnUse" orient="auto">
              <path className={styles.head} data-kind={kind} d="M0,0L8,4L0,8z" />
            </marker>
          ))}
        </defs>
        {edges.map((edge) => {
          const kind = isOfRing(ring, edge) ? 'ring' : taken.includes(edge.from) ? 'gone' : 'other';
          const d = kind === 'ring' ? arcOf(ring.indexOf(edge.from), ring.length) : lineOf(places.get(edge.from), places.get(edge.to));
          return <path key={edge.id} className={styles.edge} data-kind={kind} d={d} markerEnd={`url(#${head}-${kind})`} />;
        })}
        {taken.map((id, index) => (
          <Drawn key={id} id={id} place={places.get(id)} badge={index + 1} kind="taken" />
        ))}
        {stuck.map(({ id, remaining }) => (
          <Drawn key={id} id={id} place={places.get(id)} badge={remaining} kind="stuck" />
        ))}
      </svg>
      <figcaption className={styles.caption}>
        {taken.length === 0 ? null : (
          <p>
            <span className={styles.sign} data-kind="taken" aria-hidden="true">
              1
            </span>
            {namesOf(taken)} can be taken. {taken.length === 1 ? 'Its arrows go' : 'Their arrows go'} (dashed).
          </p>
        )}
        <p>
          <span className={styles.sign} data-kind="stuck" aria-hidden="true">
            {stuck[0]?.remaining}
          </span>
          {namesOf(stuck.map(({ id }) => id))} cannot: each still waits for an input.
        </p>
      </figcaption>
    </figure>
  );
}

interface DrawnProps {
  readonly id: string;
  readonly place: Place | undefined;
  /** Its place in the order, or the number of inputs that it waits for. */
  readonly badge: number;
  readonly kind: 'taken' | 'stuck';
}

function Drawn({ id, place = { x: 0, y: 0 }, badge, kind }: DrawnProps): ReactElement {
  return (
    <g className={styles.node} data-kind={kind} transform={`translate(${place.x.toFixed(1)},${place.y.toFixed(1)})`}>
      <circle className={styles.body} r={NODE} />
      <text y="5">{formatName(id)}</text>
      <g className={styles.badge} transform={`translate(${-NODE * 0.8},${-NODE * 0.8})`}>
        <circle r={BADGE} />
        <text y="3.5">{badge}</text>
      </g>
    </g>
  );
}

/** The ring clockwise from above; everything else in a row through its middle. */
function placesOf({ taken, stuck, ring }: Deadlock): ReadonlyMap<string, Place> {
  const others = [...taken, ...stuck.map(({ id }) => id)].filter((id) => !ring.includes(id));
  return new Map([
    ...ring.map((id, index): [string, Place] => [id, onCircle(angleOf(index, ring.length))]),
    ...others.map((id, index): [string, Place] => [id, { x: (index - (others.length - 1) / 2) * PITCH, y: 0 }]),
  ]);
}

function angleOf(index: number, count: number): number {
  return (2 * Math.PI * index) / count - Math.PI / 2;
}

function onCircle(angle: number): Place {
  return { x: RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) };
}

/** Along the ring, from one node of it to the next; of a ring of one, all the way round. */
function arcOf(index: number, count: number): string {
  const kept = 2 * Math.asin((NODE + GAP) / (2 * RADIUS));
  const [start, end] = [onCircle(angleOf(index, count) + kept), onCircle(angleOf(index + 1, count) - kept)];
  const isLarge = (2 * Math.PI) / count - 2 * kept > Math.PI;
  return `M${start.x.toFixed(1)},${start.y.toFixed(1)}A${RADIUS},${RADIUS} 0 ${isLarge ? 1 : 0} 1 ${end.x.toFixed(1)},${end.y.toFixed(1)}`;
}

function lineOf(from: Place = { x: 0, y: 0 }, to: Place = { x: 0, y: 0 }): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const kept = (NODE + GAP) / Math.max(Math.hypot(dx, dy), 1);
  return `M${(from.x + kept * dx).toFixed(1)},${(from.y + kept * dy).toFixed(1)}L${(to.x - kept * dx).toFixed(1)},${(to.y - kept * dy).toFixed(1)}`;
}

/** Whether an edge leads from one node of the ring to the next. */
function isOfRing(ring: readonly string[], { from, to }: Edge): boolean {
  return ring.includes(from) && ring[(ring.indexOf(from) + 1) % ring.length] === to;
}

/** What the drawing shows, for those who hear it: `A ring of arrows: a → b → c → a. Other arrows lead from x to a, …`. */
function wordsOf({ ring, edges }: Deadlock): string {
  const others = edges.filter((edge) => !isOfRing(ring, edge)).map(({ from, to }) => `from ${formatName(from)} to ${formatName(to)}`);
  const round = `A ring of arrows: ${[...ring, ...ring.slice(0, 1)].map(formatName).join(' → ')}.`;
  if (others.length === 0) return round;
  return `${round} ${others.length === 1 ? 'Another arrow leads' : 'Other arrows lead'} ${listed(others)}.`;
}

function namesOf(ids: readonly string[]): string {
  return listed(ids.map(formatName));
}
