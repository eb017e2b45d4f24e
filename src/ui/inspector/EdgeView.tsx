import { useMemo, type JSX } from 'react';
import { findOp, formatShape, type Edge, type Operation } from '../../engine';
import { formatName } from '../../scene/format';
import { Formulas } from './Formulas';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { Partial } from './Partial';
import { contributingEdges, indexOf, portNameOf } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import { TensorPanel } from './TensorPanel';
import { Title } from './Title';
import { useCell } from './useCell';
import { gradientAbsence } from './words';
import { WorkedCell } from './WorkedCell';

interface EdgeViewProps {
  readonly edge: Edge;
  /** The operation at its head. */
  readonly reader: Operation;
}

/** A selected edge: what it carries forward, and what travels back along it. */
export function EdgeView({ edge, reader }: EdgeViewProps): JSX.Element {
  const { recording, state, choose } = useInspection();
  const program = replay(recording);
  const cell = useCell(program, edge.from);
  const { shape } = program.view(edge.from);
  const now = state.edges.get(edge.id);
  const edges = useMemo(() => [edge], [edge]);
  const op = findOp(reader.op);
  const onChoose = (offset: number): void => choose({ node: edge.from, cell: offset });
  const flows = indexOf(recording).flowing.has(edge.id);
  const from = indexOf(recording).nodes.get(edge.from);
  const [tail, head] = [formatName(edge.from), formatName(edge.to)];
  const siblings = contributingEdges(recording, edge.from).length - 1;
  return (
    <>
      <Title eyebrow="Selected edge" name={`${tail} → ${head}`}>
        <span className={styles.chip}>{formatShape(shape)}</span>
        <SelectButton to={{ kind: 'node', id: edge.from }} className={styles.chipButton} title={`from ${tail}`}>
          from {tail}
        </SelectButton>
        <SelectButton to={{ kind: 'node', id: edge.to }} className={styles.chipButton} title={`into ${head}`}>
          into {head}
        </SelectButton>
      </Title>
      <p className={styles.doc}>
        {op?.title} reads {tail} on its port {portNameOf(recording, edge)}.
      </p>
      <Formulas node={reader} ports={[edge.port]} />
      <TensorPanel
        of={edge.from}
        direction="forward"
        heading="Value carried"
        label={`Value from ${tail} to ${head}`}
        tensor={now?.value}
        shape={shape}
        absence={`The forward pass has not carried ${tail} to ${head} yet.`}
        cell={cell}
        onChoose={onChoose}
      />
      <TensorPanel
        of={edge.from}
        direction="backward"
        heading={
          <>
            {siblings > 0 ? 'Its part of ' : 'Gradient '}
            <Partial of={recording.graph.output} by={edge.from} />
          </>
        }
        label={`Gradient from ${head} to ${tail}`}
        tensor={now?.flow}
        shape={shape}
        absence={
          flows
            ? `The backward pass has not come from ${head} to ${tail} yet.`
            : from !== undefined && siblings < 0
              ? gradientAbsence(recording, from)
              : `No gradient travels from ${head} to ${tail}.`
        }
        reserve={flows}
        cell={cell}
        onChoose={onChoose}
      />
      {flows && cell >= 0 && <WorkedCell node={edge.from} cell={cell} withValue={false} edges={edges} gradient={now?.flow} />}
      {flows && siblings > 0 && (
        <p className={styles.quiet}>
          {siblings === 1 ? 'One other edge contributes' : `${siblings} other edges contribute`} to{' '}
          <Partial of={recording.graph.output} by={edge.from} /> as well.
        </p>
      )}
    </>
  );
}
