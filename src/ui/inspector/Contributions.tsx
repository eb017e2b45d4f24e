import type { JSX } from 'react';
import type { Edge, Tensor } from '../../engine';
import { formatName } from '../../scene/format';
import { edgeFigure } from '../../scene/summary';
import styles from './contributions.module.css';
import { useInspection } from './inspection';
import shared from './inspector.module.css';
import { Partial } from './Partial';
import { portNameOf } from '../../scene/recording/recordingIndex';
import { SelectButton } from './SelectButton';

interface ContributionsProps {
  readonly node: string;
  readonly edges: readonly Edge[];
  /** The sum of those that have arrived. */
  readonly total: Tensor | undefined;
}

/** What each port that reads the node contributes to its gradient, and their sum. */
export function Contributions({ node, edges, total }: ContributionsProps): JSX.Element {
  const { recording, state, format } = useInspection();
  const { output } = recording.graph;
  const figure = (tensor: Tensor): string => `${tensor.data.length === 1 ? '' : '‖·‖ '}${format(edgeFigure(tensor))}`;
  const arrived = edges.filter((edge) => state.edges.get(edge.id)?.flow !== undefined).length;
  return (
    <section className={shared.block}>
      <h3 className={shared.heading}>
        Contributions to <Partial of={output} by={node} />
      </h3>
      <ul className={styles.list}>
        {node === output && (
          <li className={styles.seed}>
            <span>the backward pass starts here</span>
            <span className={styles.figure}>{total === undefined ? 'not yet' : '1'}</span>
          </li>
        )}
        {edges.map((edge) => {
          const flow = state.edges.get(edge.id)?.flow;
          return (
            <li key={edge.id}>
              <SelectButton to={{ kind: 'edge', id: edge.id }} className={styles.row}>
                <span>
                  from {formatName(edge.to)}
                  <span className={styles.port}> · port {portNameOf(recording, edge)}</span>
                </span>
                {flow === undefined ? <span className={styles.waiting}>not yet</span> : <span className={styles.figure}>{figure(flow)}</span>}
              </SelectButton>
            </li>
          );
        })}
        {edges.length > 1 && (
          <li className={styles.sum}>
            <span>{arrived === edges.length ? 'sum' : `sum of ${arrived} of ${edges.length}`}</span>
            <span className={styles.figure}>{total === undefined ? '–' : figure(total)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
