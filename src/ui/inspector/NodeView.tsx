import { useMemo, type JSX } from 'react';
import { findOp, formatShape, isLeaf, type GradientCheck, type GraphNode } from '../../engine';
import { formatName } from '../../scene/format';
import { Contributions } from './Contributions';
import { Formulas } from './Formulas';
import { GradientCheckPanel } from './GradientCheckPanel';
import { useInspection } from './inspection';
import styles from './inspector.module.css';
import { Partial } from './Partial';
import { contributingEdges, indexOf, receivesGradient } from '../../scene/recording/recordingIndex';
import { replay } from '../../scene/recording/replay';
import { SelectButton } from './SelectButton';
import { TensorPanel } from './TensorPanel';
import { Title } from './Title';
import { UpdatePanel } from './UpdatePanel';
import { useCell } from './useCell';
import { gradientAbsence, LEAF_DOC, valueAbsence } from './words';
import { WorkedCell } from './WorkedCell';

interface NodeViewProps {
  readonly node: GraphNode;
  readonly onCheckGradient: (node: string) => Promise<GradientCheck>;
}

/** A selected node. */
export function NodeView({ node, onCheckGradient }: NodeViewProps): JSX.Element {
  const { recording, state, choose } = useInspection();
  const program = replay(recording);
  const cell = useCell(program, node.id);
  const { shape } = program.view(node.id);
  const now = state.nodes.get(node.id);
  const edges = useMemo(() => contributingEdges(recording, node.id), [recording, node.id]);
  const receives = receivesGradient(recording, node.id);
  const name = formatName(node.id);
  const onChoose = (offset: number): void => choose({ node: node.id, cell: offset });
  const arrived = edges.every((edge) => state.edges.get(edge.id)?.flow !== undefined) && now?.gradient !== undefined;
  return (
    <>
      <NodeTitle node={node} shape={formatShape(shape)} />
      {!isLeaf(node) && <Formulas node={node} ports={node.inputs.map((_, port) => port)} />}
      <TensorPanel
        of={node.id}
        direction="forward"
        heading="Value"
        label={`Value of ${name}`}
        tensor={now?.value}
        shape={shape}
        absence={valueAbsence(node)}
        cell={cell}
        onChoose={onChoose}
      />
      <TensorPanel
        of={node.id}
        direction="backward"
        heading={
          <>
            Gradient <Partial of={recording.graph.output} by={node.id} />
          </>
        }
        label={`Gradient of ${name}`}
        tensor={now?.gradient}
        shape={shape}
        absence={gradientAbsence(recording, node)}
        reserve={receives}
        cell={cell}
        onChoose={onChoose}
      />
      {cell >= 0 && (
        <WorkedCell node={node.id} cell={cell} withValue edges={edges} value={now?.value} gradient={now?.gradient} />
      )}
      {receives && (
        <>
          <Contributions node={node.id} edges={edges} total={now?.gradient} />
          <UpdatePanel node={node.id} cell={cell} update={now?.update} />
          <GradientCheckPanel node={node.id} ready={arrived} onCheckGradient={onCheckGradient} />
        </>
      )}
    </>
  );
}

/** Name, op or role, shape and readers of a node, and one line about it. */
function NodeTitle({ node, shape }: { readonly node: GraphNode; readonly shape: string }): JSX.Element {
  const { recording } = useInspection();
  const readers = new Set(indexOf(recording).readers.get(node.id)?.map(({ to }) => to));
  const op = isLeaf(node) ? undefined : findOp(node.op);
  return (
    <>
      <Title eyebrow="Selected node" name={formatName(node.id)}>
        <span className={styles.chip}>{isLeaf(node) ? node.role : (op?.title ?? node.op)}</span>
        <span className={styles.chip}>{shape}</span>
        {[...readers].slice(0, MOST_READERS).map((reader) => (
          <SelectButton key={reader} to={{ kind: 'node', id: reader }} className={styles.chipButton} title={`read by ${formatName(reader)}`}>
            read by {formatName(reader)}
          </SelectButton>
        ))}
        {readers.size > MOST_READERS && <span className={styles.chip}>and {readers.size - MOST_READERS} more</span>}
      </Title>
      <p className={styles.doc}>{isLeaf(node) ? LEAF_DOC[node.role] : op?.doc}</p>
    </>
  );
}

/** Further readers are named among the contributions. */
const MOST_READERS = 6;
