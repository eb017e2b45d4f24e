import { useMemo, useState } from 'react';
import { drawHistogramMap, type HistogramMapData } from '../../../draw/charts/histogramMap';
import { notesOf } from '../../../draw/charts/histogramView';
import { formatCount, formatName } from '../../../scene/format';
import { stepsOf, type RunRecord } from '../../../store/runs';
import type { Histograms } from '../../../training/samples/samples';
import { Segments } from '../../controls/Segments';
import { useMiniflow, useRuns } from '../../context';
import { Button } from '../../controls/Button';
import { Choice } from '../../controls/Choice';
import { contentOf } from '../answers';
import { Drawing } from '../Drawing';
import { Progress } from '../Progress';
import { RunChoice } from '../RunChoice';
import section from '../section.module.css';
import styles from './histograms.module.css';
import { Section } from '../Section';
import { useAsker } from '../useAsker';
import { useSeriesVersion } from '../useSeriesVersion';

/** At so many steps a run is looked at, and so fine. */
const COLUMNS = 64;
const BINS = 40;

const PARTS = ['value', 'gradient'] as const;

/** How the numbers of a parameter were distributed over a run. */
export function HistogramsSection() {
  const runs = useRuns((state) => state.runs);
  const current = useRuns((state) => state.current);
  const [chosen, setChosen] = useState<number>();
  const run = runs.find(({ id }) => id === chosen) ?? runs.find(({ id }) => id === current) ?? runs[0];
  return (
    <Section
      title="Distributions over the steps"
      intro="Where the numbers of a parameter, or of its gradient, lay before each of up to 64 steps of a run. The run is gone through once more for it."
      aside={run === undefined ? null : <RunChoice label="Run to look into" runs={runs} chosen={run} onChoose={setChosen} />}
    >
      {run === undefined ? <p className={section.quiet}>There is no run yet.</p> : <RunHistograms key={run.id} run={run} />}
    </Section>
  );
}

function RunHistograms({ run }: { readonly run: RunRecord }) {
  const { histograms } = useMiniflow();
  useSeriesVersion();
  const [asker, answer] = useAsker<Histograms>();
  const [node, setNode] = useState('W1');
  const [part, setPart] = useState<(typeof PARTS)[number]>('value');
  const found = contentOf(answer);
  const taken = stepsOf(run);
  const upTo = (found?.steps.at(-1) ?? 1) - 1;
  const nodes = [...new Set(found?.tensors.map((tensor) => tensor.node) ?? [])];
  const compute = (): void => {
    asker.ask((signal, onProgress) => histograms(run.id, { columns: COLUMNS, bins: BINS, signal, onProgress }));
  };

  return (
    <>
      <div className={styles.controls}>
        {answer.status === 'asking' ? (
          <Progress
            label="Computing the distributions"
            share={answer.share}
            words={`Going through ${formatCount(taken)} steps again: ${Math.floor(answer.share * 100)}%`}
            onCancel={asker.cancel}
          />
        ) : found === undefined || upTo !== taken ? (
          <Button look={found === undefined ? 'primary' : 'plain'} onClick={compute}>
            {found === undefined ? 'Compute' : 'Bring up to date'}
          </Button>
        ) : null}
        {found === undefined && answer.status === 'none' ? (
          <span className={section.quiet}>
            {taken === 0 ? `${run.name} has not taken a step yet: there is only its beginning to look at.` : `${formatCount(taken)} steps of ${run.name}.`}
          </span>
        ) : null}
        {found !== undefined && answer.status !== 'asking' && upTo !== taken ? (
          <span className={section.quiet}>
            As of step {formatCount(upTo)}; {run.name} has taken {formatCount(taken)} by now.
          </span>
        ) : null}
        {found === undefined ? null : (
          <div className={`${section.switches ?? ''} ${styles.distributed ?? ''}`}>
            <Segments label="What is distributed" value={part} options={PARTS} onChange={setPart} />
            <Choice label="Parameter" bare value={node} options={nodes.map((id) => [id, formatName(id)] as const)} onChange={setNode} />
          </div>
        )}
      </div>
      {answer.status === 'failed' ? (
        <p className={section.problem} role="alert">
          {answer.problem}
        </p>
      ) : null}
      {found === undefined ? null : <HistogramPicture histograms={found} node={node} part={part} />}
    </>
  );
}

interface HistogramPictureProps {
  readonly histograms: Histograms;
  readonly node: string;
  readonly part: (typeof PARTS)[number];
}

function HistogramPicture({ histograms, node, part }: HistogramPictureProps) {
  const data = useMemo(() => dataOf(histograms, node, part), [histograms, node, part]);
  if (data === undefined) return null;
  return (
    <>
      <Drawing draw={drawHistogramMap} data={data} className={styles.map} />
      {notesOf(data).map((note) => (
        <p key={note} className={section.quiet}>
          {note}
        </p>
      ))}
    </>
  );
}

function dataOf({ tensors, steps, bins }: Histograms, node: string, part: (typeof PARTS)[number]): HistogramMapData | undefined {
  const histogram = tensors.find((tensor) => tensor.node === node && tensor.part === part);
  if (histogram === undefined) return undefined;
  const label = part === 'value' ? `value of ${formatName(node)}` : `gradient ∂C/∂${formatName(node)}`;
  return { histogram, steps, bins, label };
}
