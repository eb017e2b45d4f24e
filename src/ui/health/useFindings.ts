import { useMemo } from 'react';
import type { LossMark } from '../../draw/charts/lossData';
import type { HealthMarks } from '../../draw/graph/drawGraph';
import type { Dataset } from '../../datasets/dataset';
import { formatCount } from '../../scene/format';
import type { Miniflow } from '../../store/miniflow';
import type { Finding, HealthInput } from '../../training/health/finding';
import { useMiniflow, usePart } from '../context';
import { createWatch, type Health, type Look } from './watch';

/** One watch for everything on the page that shows findings. */
const watches = new WeakMap<Miniflow, ReturnType<typeof createWatch>>();

/** What is wrong with the run at the front, and what of it is new; the same object until that changes. */
export function useHealth(): Health {
  const miniflow = useMiniflow();
  const known = watches.get(miniflow) ?? createWatch(miniflow.runs, () => fetchLook(miniflow));
  watches.set(miniflow, known);
  return usePart(known, (health) => health);
}

/** What is wrong with the run at the front, causes first; empty as long as all is well. The same array until it changes. */
export function useFindings(): readonly Finding[] {
  return useHealth().findings;
}

/** The findings as marks on the loss curve, which has a mark of its own for what is not finite. */
export function healthMarks(findings: readonly Finding[]): readonly LossMark[] {
  return findings.filter(isUnmarked).map(({ step, title }) => ({ step, kind: 'health', words: title }));
}

/** The findings as marks on the nodes of the graph: a sentence for each node that something is wrong with. */
export function useHealthMarks(): HealthMarks {
  const findings = useFindings();
  return useMemo(() => nodeMarks(findings), [findings]);
}

/** All that is wrong at each node, by its id. A card marks by itself what is not finite in it. */
export function nodeMarks(findings: readonly Finding[]): HealthMarks {
  const marks = new Map<string, string>();
  for (const { node, title, step } of findings.filter(isUnmarked)) {
    if (node === undefined) continue;
    const sentence = `${title}, since SGD step ${formatCount(step)}.`;
    const before = marks.get(node);
    marks.set(node, before === undefined ? sentence : `${before} ${sentence}`);
  }
  return marks;
}

function isUnmarked({ kind }: Finding): boolean {
  return kind !== 'non-finite';
}

/** What makes the findings is not needed for the first picture. */
async function fetchLook({ training }: Miniflow): Promise<Look> {
  const [{ findingsOf }, { tableVitalsOf }] = await Promise.all([import('../../training/health/findings'), import('../../training/health/tableVitals')]);
  let known: { readonly dataset: Dataset; readonly table: HealthInput['table'] } | undefined;
  return ({ plan, changes, vitals, divergence, series }) => {
    const { dataset } = training.getState();
    if (dataset !== undefined && known?.dataset !== dataset) {
      known = { dataset, table: tableVitalsOf(dataset.features, dataset.featureNames, dataset.target) };
    }
    const table = known?.table;
    return findingsOf({ plan, changes, vitals, divergence, ...series, ...(table === undefined ? {} : { table }) });
  };
}
