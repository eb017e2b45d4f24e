import { useMemo, useState } from 'react';
import { drawDistanceCurve, type DistanceData } from '../../../draw/charts/distanceCurve';
import { formatCount, formatName } from '../../../scene/format';
import type { RunRecord } from '../../../store/runs';
import { SCALES } from '../../../store/settings';
import type { Comparison } from '../../../training/samples/samples';
import { Segments } from '../../controls/Segments';
import { Choice } from '../../controls/Choice';
import { Drawing } from '../Drawing';
import section from '../section.module.css';
import styles from './compare.module.css';

interface DistancePanelProps {
  readonly here: RunRecord;
  readonly there: RunRecord;
  readonly comparison: Comparison;
}

const ALL = 'all parameters';

/** How far the parameters of two runs are apart over their steps: all of them, or those of one tensor. */
export function DistancePanel({ here, there, comparison }: DistancePanelProps) {
  const [scale, setScale] = useState<(typeof SCALES)[number]>('linear');
  const [which, setWhich] = useState(ALL);
  const { steps, distances, perParameter } = comparison;
  const one = perParameter.find(({ id }) => id === which);
  const data = useMemo(
    (): DistanceData => ({
      between: one === undefined ? ALL : formatName(one.id),
      steps,
      distances: one?.distances ?? distances,
      scale,
    }),
    [one, steps, distances, scale],
  );
  const known = Array.from(data.distances).some((distance) => !Number.isNaN(distance));
  return (
    <div className={section.panel}>
      <div className={section.panelHead}>
        <h3 className={section.heading}>Distance of the parameters</h3>
        <div className={section.switches}>
          <Segments label="Scale of the distance" value={scale} options={SCALES} onChange={setScale} />
          <Choice
            label="Distance of"
            bare
            value={which}
            options={[[ALL, ALL], ...perParameter.map(({ id }) => [id, formatName(id)] as const)]}
            onChange={setWhich}
          />
        </div>
      </div>
      {distances.every((distance) => distance === 0) ? (
        <p className={section.verdict}>Identical so far: distance 0 at every step, bit for bit.</p>
      ) : null}
      {known ? <Drawing draw={drawDistanceCurve} data={data} className={styles.chart} /> : <NoDistance here={here} there={there} which={which} />}
    </div>
  );
}

/** Why there is no number. */
function NoDistance({ here, there, which }: { readonly here: RunRecord; readonly there: RunRecord; readonly which: string }) {
  const [mine, other] = [here.plan.hidden, there.plan.hidden];
  const of = which === ALL ? 'all parameters' : formatName(which);
  return (
    <p className={section.quiet}>
      {mine === other
        ? `There is no distance between ${of}: in one of the runs they are not finite numbers.`
        : `${here.name} has ${formatCount(mine)} hidden units and ${there.name} ${formatCount(other)}: there is no distance between ${of}, which differ in size.`}
    </p>
  );
}
