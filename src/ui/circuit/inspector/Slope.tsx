import { isLeaf, type Edge } from '../../../engine';
import { slopeOn } from '../../../scene/circuit/gradientNumbers';
import { formatName } from '../../../scene/format';
import { indexOf } from '../../../scene/recording/recordingIndex';
import { nodeOfOperand, soleOperand, statesResult } from '../../../scene/recording/working';
import { Figure } from '../../inspector/Figure';
import { useInspection } from '../../inspector/inspection';
import working from '../../inspector/working.module.css';
import { Spelled } from './Spelled';

/** The local derivative on an edge and how it comes about: `e^−1 = 0.3679`, `1 since 3 > 0`, `−4, the value of z`. */
export function Slope({ edge }: { readonly edge: Edge }) {
  const { recording, format } = useInspection();
  const { local, working: work } = slopeOn(recording, edge);
  if (work === undefined) return <span className={working.line}><Figure value={local} format={format} /></span>;
  // One number alone is the result itself: what there is to tell is whose value it is.
  const reader = indexOf(recording).nodes.get(edge.to);
  const alone = soleOperand(work);
  const owner = reader === undefined || isLeaf(reader) ? undefined : alone && nodeOfOperand(reader, alone);
  return (
    <span className={working.line}>
      <Spelled node={edge.to} work={work} />
      {owner !== undefined && `, the value of ${formatName(owner)}`}
      {owner === undefined && !statesResult(work) && (
        <>
          {' '}
          <span className={working.whole}>= {format(local)}</span>
        </>
      )}
    </span>
  );
}
