import { useMemo, useState } from 'react';
import type { Recording } from '../../../engine';
import { isCircuitGraph } from '../../../scene/figure';
import { formatName } from '../../../scene/format';
import { replay, strongestCell } from '../../../scene/recording/replay';
import { numbersOf } from '../../../scene/circuit/gradientNumbers';
import { spotlightOn, type Spotlight } from '../../../scene/spotlight';
import { blameOf } from '../../../study/blame/blame';
import type { GradientPath } from '../../../study/blame/paths';
import { usePlayback, useSettings, useWalk } from '../../context';
import { useSceneState } from '../../frame';
import { CellFields } from '../CellFields';
import { proposalOf } from '../proposal';
import { useShine } from '../useShine';
import styles from './blame.module.css';
import { figuresOf } from './figures';
import { OnePath } from './OnePath';
import { PathPicker } from './PathPicker';
import { PathSum } from './PathSum';
import { litDerivatives } from './lit';
import { cellOf, countSentence } from './words';

interface NodeBlameProps {
  readonly recording: Recording;
  /** A node that receives a gradient. */
  readonly node: string;
  /** An edge that leaves it, whose paths come first. */
  readonly edge: string | undefined;
  /** Whether nothing is selected, so that it is a proposal. */
  readonly proposed: boolean;
}

/** So many paths are worked out; further ones are counted, and summed. */
const MOST_LISTED = 24;

/** The paths from the output to one node: which ones there are, and what each brings to the chosen cell. */
export function NodeBlame({ recording, node, edge, proposed }: NodeBlameProps) {
  const program = replay(recording);
  const state = useSceneState();
  const exact = useSettings((settings) => settings.allDigits);
  const { choose } = useWalk();
  const chosen = usePlayback((playback) => playback.chosen);
  const [strongest] = useState(() => strongestCell(program, node));
  const { shape, data } = program.view(node);
  const cell = Math.min(chosen?.node === node ? chosen.cell : strongest, data.length - 1);
  const blame = useMemo(() => blameOf(recording, program, node, cell, MOST_LISTED), [recording, program, node, cell]);
  const { count, shares } = blame;
  const [picked, setPicked] = useState<number | 'all'>(() => {
    const through = shares.findIndex(({ path }) => path.at(-1)?.id === edge);
    return through === -1 ? 'all' : through;
  });
  const at = shares.length === 1 ? 0 : picked === 'all' ? picked : Math.min(picked, shares.length - 1);
  const share = at === 'all' ? undefined : shares[at];

  useShine(useMemo(() => litDerivatives(recording, share === undefined ? blame : alone(node, share.path)), [recording, node, blame, share]));

  const format = figuresOf(recording, exact);
  const scalar = isCircuitGraph(recording.graph);
  const isUnknown = scalar && !Number.isFinite(numbersOf(recording).gradients.get(node));
  const place = cellOf(node, shape, cell);
  const early = state?.nodes.get(node)?.gradient === undefined;
  return (
    <>
      <div className={styles.controls}>
        <CellFields node={node} shape={shape} cell={cell} onCell={(to) => choose({ node, cell: to })} />
        {shares.length > 1 && <PathPicker at={at} listed={shares.length} count={count} onPick={setPicked} />}
      </div>
      <p className={proposed ? styles.proposal : styles.quiet} role="status">
        {proposed && `${proposalOf(node)} `}
        {countSentence(recording, node, count)}
        {early && ` The backward pass has not reached ${formatName(node)} yet; these are the numbers that it will bring.`}
      </p>
      {isUnknown && <p>The gradient of {formatName(node)} is unknown: a number on the way is not finite.</p>}
      {share !== undefined && node !== recording.graph.output && (
        <OnePath
          recording={recording}
          node={node}
          cell={cell}
          share={share}
          only={count === 1n}
          place={place}
          format={format}
          isUnknown={isUnknown}
        />
      )}
      {count > 1n && <PathSum recording={recording} blame={blame} place={place} at={at} format={format} isUnknown={isUnknown} onPick={setPicked} />}
    </>
  );
}

/** One path as nodes and edges. */
function alone(node: string, path: GradientPath): Spotlight {
  return spotlightOn([node, ...path.map(({ to }) => to)], path.map(({ id }) => id));
}
