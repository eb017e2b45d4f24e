import { useId, useMemo, useState } from 'react';
import { chainOfDiamonds, countPaths } from '../../../lessons/topologicalSort/diamonds';
import { formatCount } from '../../../scene/format';
import controls from '../../controls/controls.module.css';
import { DiamondChain } from './DiamondChain';
import styles from './paths.module.css';

const MOST = 30;
const FIRST = 3;

/** A chain of diamonds, as long as the reader likes, and what it costs to handle its nodes once each or once for each path. */
export function Paths() {
  const [depth, setDepth] = useState(FIRST);
  const slider = useId();
  // Made and counted anew for each length: what is said is said of a graph.
  const count = useMemo(() => countPaths(chainOfDiamonds(depth)), [depth]);
  const [nodes, edges, paths] = [count.nodes, count.edges, count.paths].map(formatCount);
  return (
    <figure className={styles.paths} aria-label="A chain of diamonds and its paths">
      <DiamondChain depth={depth} />
      <div className={styles.length}>
        <label htmlFor={slider}>Diamonds in a row</label>
        <output htmlFor={slider}>{formatCount(depth)}</output>
        <input
          id={slider}
          className={controls.slider}
          type="range"
          min={1}
          max={MOST}
          value={depth}
          aria-valuetext={`${depth}: ${nodes} nodes, ${edges} edges, ${paths} paths`}
          onChange={(event) => {
            setDepth(Number(event.target.value));
          }}
        />
      </div>
      <dl className={styles.counts}>
        <div>
          <dt>nodes</dt>
          <dd>{nodes}</dd>
        </div>
        <div>
          <dt>edges</dt>
          <dd>{edges}</dd>
        </div>
        <div>
          <dt>paths, first to last</dt>
          <dd>{paths}</dd>
        </div>
      </dl>
      <p className={styles.caption}>How often nodes are handled:</p>
      <dl className={styles.bars}>
        <Bar title="once for each node" count={count.nodes} most={count.handled} kind="node" />
        <Bar title="once for each path" count={count.handled} most={count.handled} kind="path" />
      </dl>
    </figure>
  );
}

interface BarProps {
  readonly title: string;
  readonly count: number;
  /** The count whose bar is as wide as can be. */
  readonly most: number;
  readonly kind: 'node' | 'path';
}

function Bar({ title, count, most, kind }: BarProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <span>{formatCount(count)}</span>
        <span className={styles.bar} data-kind={kind} style={{ width: `${(100 * count) / most}%` }} aria-hidden="true" />
      </dd>
    </div>
  );
}
