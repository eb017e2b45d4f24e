import { useMemo, useState } from 'react';
import type { Recording } from '../../../engine';
import { formatExactly, formatFigure, formatName, formatNumber } from '../../../scene/format';
import { bestPoint, type ErrorCurve } from '../../../study/nudge/errorCurve';
import { journeyFrom } from '../../../study/nudge/journey';
import type { Nudge } from '../../../study/nudge/nudge';
import type { Nudger } from '../../../study/nudge/nudger';
import { spotlightOf } from '../../../study/nudge/spotlight';
import { endWords, findingOf } from '../../../study/nudge/words';
import { usePlayback, useSettings, useWalk } from '../../context';
import { useShine } from '../useShine';
import { Comparison } from './Comparison';
import { EpsilonControl, epsilonOf, type Epsilon } from './EpsilonControl';
import { MovedCell } from './MovedCell';
import styles from './nudge.module.css';
import { NudgeCurvePanel } from './NudgeCurvePanel';
import { useErrorCurve } from './useErrorCurve';
import { useTravel } from './useTravel';
import { Way } from './Way';

interface NudgePanelProps {
  readonly recording: Recording;
  readonly nudger: Nudger;
  readonly node: string;
  readonly cell: number;
  readonly epsilon: Epsilon;
  readonly onEpsilon: (epsilon: Epsilon) => void;
}

/** One cell of one node, moved by ε: what follows, and what the slope is worth. */
export function NudgePanel({ recording, nudger, node, cell, epsilon, onEpsilon }: NudgePanelProps) {
  const { select, choose } = useWalk();
  const proposed = usePlayback(({ selection }) => selection === null);
  const allDigits = useSettings((settings) => settings.allDigits);
  const { magnitude, sign } = epsilon;
  const nudge = useMemo(() => nudger.nudge(node, cell, sign * magnitude), [nudger, node, cell, sign, magnitude]);
  const { graph, order, edges } = recording;
  const stages = useMemo(() => journeyFrom({ graph, order, edges }, node), [graph, order, edges, node]);
  const travel = useTravel(stages.length, `${cell} ${node}`);
  const { reached } = travel;
  useShine(useMemo(() => spotlightOf(nudge, stages, reached), [nudge, stages, reached]));
  const curve = useErrorCurve(nudger, node, cell, sign);
  const shape = nudger.shapeOf(node);

  return (
    <div className={styles.nudge}>
      <div className={styles.numbersSide}>
        <MovedCell
          graph={graph}
          node={node}
          shape={shape}
          cell={cell}
          proposed={proposed}
          onNode={(id) => select({ kind: 'node', id })}
          onCell={(chosen) => choose({ node, cell: chosen })}
        />
        <EpsilonControl epsilon={epsilon} onChange={onEpsilon} />
        <Comparison nudge={nudge} output={graph.output} place={formatName(node)} format={allDigits ? formatExactly : (value) => formatFigure(value, 6)} />
        <p className={styles.finding} role="status">
          {curve === undefined ? '' : findingOf(nudge, graph, curve).text}
        </p>
      </div>
      <div className={styles.picturesSide}>
        <Way nudge={nudge} stages={stages} travel={travel} output={graph.output} />
        <Errors nudge={nudge} curve={curve} name={`∂${formatName(graph.output)}/∂${formatName(node)}`} onChoose={(chosen) => onEpsilon({ magnitude: epsilonOf(Math.log10(chosen)), sign })} />
      </div>
    </div>
  );
}

interface ErrorsProps {
  readonly nudge: Nudge;
  readonly curve: ErrorCurve | undefined;
  readonly name: string;
  readonly onChoose: (epsilon: number) => void;
}

/** The errors over ε, and the best ones. Its room is kept free until they are there. */
function Errors({ nudge: { epsilon, forward, central }, curve, name, onChoose }: ErrorsProps) {
  const [now, setNow] = useState(curve);
  // What has been drawn stays until the next curve is there.
  if (curve !== undefined && curve !== now) setNow(curve);
  const shown = curve ?? now;
  const [atForward, atCentral] = [forward.error, central.error];
  const data = useMemo(
    () =>
      shown && {
        ...shown,
        name,
        at: { epsilon: Math.abs(epsilon), forward: atForward, central: atCentral },
        reasons: endWords(shown),
      },
    [shown, name, epsilon, atForward, atCentral],
  );
  if (data === undefined) return <div className={styles.chart} />;
  const best = (errors: Float64Array): string => formatNumber(data.epsilons[bestPoint(errors)] ?? NaN, 2);
  // Where there is no error at any ε, none is better than another.
  const hasErrors = [...data.forward, ...data.central].some((error) => error > 0);
  const hasBest = hasErrors && bestPoint(data.forward) !== -1 && bestPoint(data.central) !== -1;
  return (
    <>
      <NudgeCurvePanel data={data} onChoose={onChoose} />
      <p className={styles.best}>{hasBest ? `Best ε here: about ${best(data.forward)} forward, ${best(data.central)} central.` : ''}</p>
    </>
  );
}
