import { useMemo } from 'react';
import { drawEdgeNorms } from '../../../draw/charts/edgeNorms';
import { formatCount } from '../../../scene/format';
import type { RunRecord } from '../../../store/runs';
import type { Comparison } from '../../../training/samples/samples';
import { NumberField } from '../../controls/NumberField';
import { Drawing } from '../Drawing';
import section from '../section.module.css';
import styles from './compare.module.css';

interface EdgeNormsPanelProps {
  readonly here: RunRecord;
  readonly there: RunRecord;
  readonly comparison: Comparison;
  /** The last step that both runs can show. */
  readonly common: number;
  readonly onStep: (step: number) => void;
}

/** The gradients of two runs at one step, edge by edge. */
export function EdgeNormsPanel({ here, there, comparison: { step, edges }, common, onStep }: EdgeNormsPanelProps) {
  const data = useMemo(() => {
    const named = ({ name, slot }: RunRecord) => ({ name, slot });
    return { step, edges, runs: [named(here), named(there)] as const };
  }, [step, edges, here, there]);
  return (
    <div className={section.panel}>
      <div className={section.panelHead}>
        <h3 className={section.heading}>Gradients on the edges</h3>
        <div className={styles.stepField}>
          <span>
            at step <span className="visually-hidden">of both runs</span>
          </span>
          <NumberField
            label="Step whose gradients are compared"
            called="The step"
            value={step}
            rule={{ min: 1, max: common, whole: true }}
            onChange={onStep}
            format={formatCount}
          />
        </div>
      </div>
      <p className={styles.key}>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <circle r="4.5" style={{ fill: `var(--run-${here.slot})` }} />
        </svg>
        <Name>{here.name}</Name>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <path d="M-6 0L0 -6L6 0L0 6Z" style={{ fill: 'var(--ground)', stroke: `var(--run-${there.slot})`, strokeWidth: 2 }} />
        </svg>
        <Name>{there.name}</Name>
      </p>
      <Drawing draw={drawEdgeNorms} data={data} />
    </div>
  );
}

function Name({ children }: { readonly children: string }) {
  return (
    <span className={styles.name} title={children}>
      {children}
    </span>
  );
}
