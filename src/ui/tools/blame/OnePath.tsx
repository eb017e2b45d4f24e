import { useMemo } from 'react';
import type { Recording } from '../../../engine';
import { isCircuitGraph } from '../../../scene/figure';
import { texGradient } from '../../../scene/recording/texFormulas';
import { replay } from '../../../scene/recording/replay';
import type { Share } from '../../../study/blame/blame';
import { cellPathsOf } from '../../../study/blame/cellPaths';
import { repeatsInside, texComposed, texProduct } from '../../../study/blame/symbols';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { Tex } from '../../tex/Tex';
import styles from './blame.module.css';
import { CellTable } from './CellTable';
import { ScalarLine } from './ScalarLine';
import { pathName } from './words';

interface OnePathProps {
  readonly recording: Recording;
  readonly node: string;
  /** The cell's offset. */
  readonly cell: number;
  readonly share: Share;
  /** Whether this path alone makes the gradient. */
  readonly only: boolean;
  /** The cell's name. */
  readonly place: string;
  readonly format: (value: number) => string;
  readonly isUnknown: boolean;
}

/** One path: its product in symbols, and then in numbers. */
export function OnePath({ recording, node, cell, share, only, place, format, isUnknown }: OnePathProps) {
  const { path, contribution } = share;
  const scalar = isCircuitGraph(recording.graph);
  const left = only ? `\\displaystyle ${texGradient(recording.graph.output, node)} = ` : '';
  const composed = scalar ? undefined : texComposed(recording, path);
  const ways = useMemo(() => cellPathsOf(replay(recording), path, cell), [recording, path, cell]);
  return (
    <section className={styles.path} aria-label="The path in symbols and in numbers">
      <div className={styles.formulas}>
        <div className={styles.formula}>
          <p className={styles.caption}>{pathName(recording, path)}</p>
          <ScrollRegion label="The product">
            <div className={styles.symbols}>
              <Tex tex={left + texProduct(recording, path)} />
            </div>
          </ScrollRegion>
        </div>
        {composed !== undefined && (
          <div className={styles.formula}>
            <p className={styles.caption}>with every factor where the shapes need it{repeatsInside(recording, path) && '; what is smaller is repeated to fit'}</p>
            <ScrollRegion label="The product with every factor in its place">
              <div className={styles.symbols}>
                <Tex tex={left + composed} />
              </div>
            </ScrollRegion>
          </div>
        )}
      </div>
      {isUnknown ? null : scalar ? (
        <ScalarLine locals={ways?.listed[0]?.locals ?? []} product={contribution} format={format} />
      ) : (
        <CellTable recording={recording} path={path} ways={ways} place={place} contribution={contribution} format={format} />
      )}
    </section>
  );
}
