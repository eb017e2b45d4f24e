import { findOp, isLeaf, type GraphNode } from '../../../engine';
import { valueWorking } from '../../../scene/circuit/gradientNumbers';
import { formatName } from '../../../scene/format';
import { indexOf, receivesGradient } from '../../../scene/recording/recordingIndex';
import type { Update } from '../../../scene/state';
import { Figure } from '../../inspector/Figure';
import { Formulas } from '../../inspector/Formulas';
import { useInspection } from '../../inspector/inspection';
import shared from '../../inspector/inspector.module.css';
import { Partial } from '../../inspector/Partial';
import { SelectButton } from '../../inspector/SelectButton';
import { Title } from '../../inspector/Title';
import { UpdatePanel } from '../../inspector/UpdatePanel';
import working from '../../inspector/working.module.css';
import { useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { gradientAbsence, leafDoc, looksOf, textOf, valueAbsence } from './circuitWords';
import { FoldedLine } from './FoldedLine';
import { GradientSum } from './GradientSum';
import { Spelled } from './Spelled';

/** A selected node: an input, a constant, an operation, or the operation that a folded line is named after. */
export function NodeView({ node }: { readonly node: GraphNode }) {
  const { recording, state } = useInspection();
  const now = state.nodes.get(node.id);
  const isConstant = isLeaf(node) && node.role === 'constant';
  return (
    <>
      <NodeTitle node={node} />
      <FoldedLine id={node.id} />
      {!isLeaf(node) && <Formulas node={node} ports={node.inputs.map((_, port) => port)} />}
      <Value node={node} value={now?.value?.data[0]} update={now?.update} />
      {!isConstant && (
        <section className={shared.block}>
          <h3 className={shared.heading}>
            Gradient <Partial of={recording.graph.output} by={node.id} />
          </h3>
          <div className={shared.card}>
            {receivesGradient(recording, node.id) ? (
              <GradientSum node={node.id} />
            ) : (
              <p className={shared.quiet}>{gradientAbsence(recording, node.id)}</p>
            )}
          </div>
        </section>
      )}
      <UpdatePanel node={node.id} cell={0} update={now?.update} />
    </>
  );
}

/** Further readers are named among the contributions to the gradient. */
const MOST_READERS = 6;

/** What it is called, what it is, where it stands in the text, and who reads it. */
function NodeTitle({ node }: { readonly node: GraphNode }) {
  const { recording } = useInspection();
  const expression = useCircuitState((circuit) => circuit.expression);
  const readers = new Set(indexOf(recording).readers.get(node.id)?.map(({ to }) => to));
  const text = textOf(expression, node.id);
  const op = isLeaf(node) ? undefined : findOp(node.op);
  const kind = !isLeaf(node) ? (op?.title ?? node.op) : node.role === 'constant' ? 'constant' : 'input';
  return (
    <>
      <Title eyebrow="Selected node" name={formatName(node.id)}>
        <span className={shared.chip}>{kind}</span>
        {[...readers].slice(0, MOST_READERS).map((reader) => {
          const called = [...new Set([looksOf(expression, reader), formatName(reader)])].join(' ');
          return (
            <SelectButton key={reader} to={{ kind: 'node', id: reader }} className={shared.chipButton} title={`read by ${called}`}>
              read by {called}
            </SelectButton>
          );
        })}
        {readers.size > MOST_READERS && <span className={shared.chip}>and {readers.size - MOST_READERS} more</span>}
      </Title>
      <p className={shared.doc}>{isLeaf(node) ? leafDoc(recording.graph, node.id) : (op?.doc ?? '')}</p>
      {text !== undefined && !isLeaf(node) && (
        <p className={styles.text}>
          <i className="visually-hidden">In the expression: </i>
          <code>{text}</code>
        </p>
      )}
    </>
  );
}

interface ValueProps {
  readonly node: GraphNode;
  /** What it is now; undefined as long as it does not exist. */
  readonly value: number | undefined;
  /** How it has been moved, if it has. */
  readonly update: Update | undefined;
}

function Value({ node, value, update }: ValueProps) {
  const { recording, format } = useInspection();
  const work = valueWorking(recording, node.id);
  return (
    <section className={shared.block}>
      <h3 className={shared.heading}>Value</h3>
      <div className={shared.card}>
        {value === undefined ? (
          <p className={shared.quiet}>{valueAbsence(recording, node.id)}</p>
        ) : (
          <p className={working.line}>
            {work !== undefined && (
              <>
                <Spelled node={node.id} work={work} />{' '}
              </>
            )}
            <span className={working.value}>
              {work !== undefined && '= '}
              <Figure value={update?.before.data[0] ?? value} format={format} />
            </span>
            {update !== undefined && (
              <>
                {' '}
                → <span className={working.updated}>
                  <Figure value={update.after.data[0] ?? NaN} format={format} />
                </span> after the update
              </>
            )}
          </p>
        )}
      </div>
    </section>
  );
}
