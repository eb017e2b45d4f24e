import { useMemo, type ReactNode } from 'react';
import type { Edge, Operation } from '../../../engine';
import { slopeOn } from '../../../scene/circuit/gradientNumbers';
import { bracketsBehindOperator, formatName } from '../../../scene/format';
import { formatSubstituted } from '../../../scene/recording/substituted';
import { contributingEdges, indexOf } from '../../../scene/recording/recordingIndex';
import { Figure } from '../../inspector/Figure';
import { Formulas } from '../../inspector/Formulas';
import { useInspection } from '../../inspector/inspection';
import shared from '../../inspector/inspector.module.css';
import { SelectButton } from '../../inspector/SelectButton';
import { Title } from '../../inspector/Title';
import working from '../../inspector/working.module.css';
import { useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { bundledWith, flowAbsence, looksOf, valueAbsence } from './circuitWords';
import { Slope } from './Slope';

interface EdgeViewProps {
  readonly edge: Edge;
  /** The operation at its head. */
  readonly reader: Operation;
}

/** A selected edge: local derivative × upstream gradient = what travels back along it. */
export function EdgeView({ edge, reader }: EdgeViewProps) {
  const { recording, state, exact } = useInspection();
  const expression = useCircuitState((circuit) => circuit.expression);
  const [tail, head] = [formatName(edge.from), formatName(edge.to)];
  const flows = indexOf(recording).flowing.has(edge.id);
  const carried = state.edges.get(edge.id)?.value;
  return (
    <>
      <Title eyebrow="Selected edge" name={`${looksOf(expression, edge.from)} → ${looksOf(expression, edge.to)}`}>
        <SelectButton to={{ kind: 'node', id: edge.from }} className={shared.chipButton} title={`from ${tail}`}>
          from {tail}
        </SelectButton>
        <SelectButton to={{ kind: 'node', id: edge.to }} className={shared.chipButton} title={`into ${head}`}>
          into {head}
        </SelectButton>
      </Title>
      <Formulas node={reader} ports={[edge.port]} />
      <section className={shared.block}>
        <h3 className={shared.heading}>In numbers</h3>
        <div className={shared.card}>
          <dl className={styles.numbers} data-exact={exact}>
            <div>
              <dt>value carried</dt>
              <dd>{carried === undefined ? <Waiting>not yet</Waiting> : <Carried value={carried.data[0] ?? NaN} />}</dd>
            </div>
          </dl>
          {flows ? <Product edge={edge} /> : <p className={shared.quiet}>{flowAbsence(recording, edge)}</p>}
        </div>
      </section>
      <Bundle edge={edge} />
    </>
  );
}

/** Each factor as soon as it exists, and their product as soon as it has travelled. */
function Product({ edge }: { readonly edge: Edge }) {
  const { recording, state, format, exact } = useInspection();
  const [tail, head, top] = [formatName(edge.from), formatName(edge.to), formatName(recording.graph.output)];
  const isComputed = state.nodes.get(edge.to)?.value !== undefined;
  const isComplete = contributingEdges(recording, edge.to).every(({ id }) => state.edges.get(id)?.flow !== undefined);
  const upstream = isComplete ? state.nodes.get(edge.to)?.gradient?.data[0] : undefined;
  const flow = state.edges.get(edge.id)?.flow?.data[0];
  const { local } = slopeOn(recording, edge);
  const substituted = (value: number): string => formatSubstituted(value, format);
  const [open, close] = bracketsBehindOperator(substituted(upstream ?? NaN));
  return (
    <>
      <dl className={styles.numbers} data-exact={exact}>
        <div>
          <dt>
            local derivative <span className={styles.partial} title={`∂${head}/∂${tail}`}>
              ∂{head}/∂{tail}
            </span>
          </dt>
          <dd>{isComputed ? <Slope edge={edge} /> : <Waiting>{valueAbsence(recording, edge.to)}</Waiting>}</dd>
        </div>
        <div>
          <dt>
            upstream <span className={styles.partial} title={`∂${top}/∂${head}`}>
              ∂{top}/∂{head}
            </span>
          </dt>
          <dd>
            {upstream === undefined ? (
              <Waiting>The backward pass has not reached {head} yet.</Waiting>
            ) : (
              <SelectButton to={{ kind: 'node', id: edge.to }} className={working.upstream} title={`the gradient of ${head}`}>
                <Figure value={upstream} format={format} />
              </SelectButton>
            )}
          </dd>
        </div>
      </dl>
      {flow === undefined ? (
        <p className={shared.quiet}>{upstream === undefined ? 'Their product travels back along this edge.' : flowAbsence(recording, edge)}</p>
      ) : (
        <p className={working.line}>
          = <Figure value={local} format={substituted} />{' '}
          <span className={working.whole}>
            {`× ${open}`}
            <span className={working.gradientNumber}>
              <Figure value={upstream ?? NaN} format={substituted} />
            </span>
            {close}
          </span>{' '}
          <span className={working.result}>
            = <Figure value={flow} format={format} />
          </span>
        </p>
      )}
    </>
  );
}

function Carried({ value }: { readonly value: number }) {
  const { format } = useInspection();
  return (
    <span className={styles.value}>
      <Figure value={value} format={format} />
    </span>
  );
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return <span className={styles.waiting}>{children}</span>;
}

/** Where the wire of a folded line stands for several edges: the others, and what they carry back together. */
function Bundle({ edge }: { readonly edge: Edge }) {
  const { recording, state, format } = useInspection();
  const expression = useCircuitState((circuit) => circuit.expression);
  const folded = useCircuitState((circuit) => circuit.folded);
  const others = useMemo(() => bundledWith(expression, folded, recording, edge), [expression, folded, recording, edge]);
  if (others.length === 0) return null;
  const flows = [edge, ...others].map(({ id }) => state.edges.get(id)?.flow?.data[0]);
  const sum = flows.reduce<number | undefined>((total, flow) => (total === undefined || flow === undefined ? undefined : total + flow), 0);
  return (
    <section className={shared.block}>
      <h3 className={shared.heading}>The same wire</h3>
      <p className={shared.quiet}>
        Inside the folded line, {formatName(edge.from)} is read {others.length + 1} times
        {sum === undefined ? (
          '.'
        ) : (
          <>
            : what travels back adds up to <Figure value={sum} format={format} />.
          </>
        )}
      </p>
      <ul className={styles.members}>
        {others.map(({ id, to }) => (
          <li key={id}>
            <SelectButton to={{ kind: 'edge', id }} className={shared.chipButton} title={`into ${formatName(to)}`}>
              into {formatName(to)}
            </SelectButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
