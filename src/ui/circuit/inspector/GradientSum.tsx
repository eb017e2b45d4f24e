import type { Edge } from '../../../engine';
import { numbersOf, slopeOn } from '../../../scene/circuit/gradientNumbers';
import { bracketsBehindOperator, formatName } from '../../../scene/format';
import { formatSubstituted } from '../../../scene/recording/substituted';
import { Figure } from '../../inspector/Figure';
import { Fold, reserved } from '../../inspector/Fold';
import { useInspection } from '../../inspector/inspection';
import shared from '../../inspector/inspector.module.css';
import { SelectButton } from '../../inspector/SelectButton';
import working from '../../inspector/working.module.css';
import { useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { gradientAbsence, looksOf } from './circuitWords';

/** Pixels of a contribution (its caption and its product) and of the sum: the room that they will need. */
const CONTRIBUTION = 40;
const SUM = 27;
/** Of more than so many, `Fold` shows the first few and the last. */
const MOST_UNFOLDED = 5;
const FOLDED = 4;

/** How a gradient comes about: a product for each edge that it arrives over, in the order of arrival, and their sum so far. */
export function GradientSum({ node }: { readonly node: string }) {
  const { recording, state, format } = useInspection();
  const edges = numbersOf(recording).arrivals.get(node) ?? [];
  const arrived = edges.filter(({ id }) => state.edges.get(id)?.flow !== undefined);
  const total = state.nodes.get(node)?.gradient?.data[0];
  const isOutput = node === recording.graph.output;
  const height = (edges.length > MOST_UNFOLDED ? FOLDED : edges.length) * CONTRIBUTION + (edges.length > 1 ? SUM : 0);
  return (
    <div style={{ minHeight: reserved(height) }}>
      {isOutput && total !== undefined && (
        <p className={working.line}>
          <span className={working.result}>
            <Figure value={total} format={format} />
          </span> <span className={working.caption}>the backward pass starts here</span>
        </p>
      )}
      {total === undefined && <p className={shared.quiet}>{gradientAbsence(recording, node)}</p>}
      <Fold count={arrived.length} noun="contributions" render={(index) => <Contribution edge={arrived[index]} />} />
      {edges.length > 1 && total !== undefined && (
        <p className={`${working.line} ${styles.sum}`}>
          {arrived.length === edges.length ? (
            <>sum of {edges.length}: </>
          ) : (
            <>
              {arrived.length} of {edges.length} {arrived.length === 1 ? 'has' : 'have'} arrived:{' '}
            </>
          )}
          <span className={working.result}>
            <Figure value={total} format={format} />
          </span>
        </p>
      )}
    </div>
  );
}

/** `local × upstream = flow` of one edge. */
function Contribution({ edge }: { readonly edge: Edge | undefined }) {
  const { recording, state, format } = useInspection();
  const expression = useCircuitState((circuit) => circuit.expression);
  if (edge === undefined) return <></>;
  const [from, to, top] = [formatName(edge.from), formatName(edge.to), formatName(recording.graph.output)];
  const looks = looksOf(expression, edge.to);
  const { local } = slopeOn(recording, edge);
  const substituted = (value: number): string => formatSubstituted(value, format);
  const upstream = numbersOf(recording).gradients.get(edge.to) ?? NaN;
  const [open, close] = bracketsBehindOperator(substituted(upstream));
  return (
    <>
      <p className={working.caption}>
        from {looks === to ? to : `${looks} ${to}`}: ∂{to}/∂{from} × ∂{top}/∂{to}
      </p>
      <p className={working.line}>
        <SelectButton to={{ kind: 'edge', id: edge.id }} className={working.operand} title={`local derivative ∂${to}/∂${from}`}>
          <Figure value={local} format={substituted} />
        </SelectButton>{' '}
        <span className={working.whole}>
          {`× ${open}`}
          <SelectButton to={{ kind: 'node', id: edge.to }} className={working.upstream} title={`upstream ∂${top}/∂${to}`}>
            <Figure value={upstream} format={substituted} />
          </SelectButton>
          {close}
        </span>{' '}
        <span className={working.result}>
          = <Figure value={state.edges.get(edge.id)?.flow?.data[0] ?? NaN} format={format} />
        </span>
      </p>
    </>
  );
}
