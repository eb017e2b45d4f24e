import { useMemo } from 'react';
import { receivesGradient } from '../../../scene/recording/recordingIndex';
import { usePlayback, useWalk } from '../../context';
import { useTimeline } from '../../frame';
import { formatName } from '../../../scene/format';
import styles from './blame.module.css';
import { blamelessSentence } from './words';
import { NodeBlame } from './NodeBlame';
import { candidatesOf, subjectOf } from './subject';

/** The paths from the cost to what is selected: lit on the graph, written out, and multiplied. */
export function BlameTool() {
  const recording = useTimeline()?.recording;
  const selection = usePlayback((playback) => playback.selection);
  const subject = useMemo(() => recording && subjectOf(recording, selection), [recording, selection]);
  if (recording === undefined) return <p className={styles.quiet}>There is no graph yet.</p>;
  if (subject === undefined) {
    return <p className={styles.quiet}>No node of this graph receives a gradient: nothing that {formatName(recording.graph.output)} is computed from can change.</p>;
  }
  const { node, edge, proposed } = subject;
  return (
    <div className={styles.blame}>
      <SubjectSelect node={node} />
      {receivesGradient(recording, node) ? (
        <NodeBlame key={`${node} ${edge ?? ''}`} recording={recording} node={node} edge={edge} proposed={proposed} />
      ) : (
        <p role="status">{blamelessSentence(recording, node)}</p>
      )}
    </div>
  );
}

/** Whom to ask about: the same as selecting it on the graph. */
function SubjectSelect({ node }: { readonly node: string }) {
  const { select } = useWalk();
  const recording = useTimeline()?.recording;
  const groups = useMemo(() => {
    if (recording === undefined) return [];
    const { parameters, data, operations } = candidatesOf(recording);
    const all = [['Parameters', parameters], ['Inputs', data], ['Computed', operations]] as const;
    return all.filter(([, ids]) => ids.length > 0);
  }, [recording]);
  const known = groups.some(([, ids]) => ids.includes(node));
  return (
    <label className={styles.choice}>
      Blame on
      <select className={styles.select} value={node} onChange={(event) => select({ kind: 'node', id: event.target.value })}>
        {!known && <option value={node}>{formatName(node)}</option>}
        {groups.map(([title, ids]) => (
          <optgroup key={title} label={title}>
            {ids.map((id) => (
              <option key={id} value={id}>
                {formatName(id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
