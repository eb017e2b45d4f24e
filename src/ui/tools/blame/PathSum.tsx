import { useState } from 'react';
import type { Recording } from '../../../engine';
import { isCircuitGraph } from '../../../scene/figure';
import { formatName } from '../../../scene/format';
import { replay } from '../../../scene/recording/replay';
import type { Blame, Share } from '../../../study/blame/blame';
import { cellPathsOf } from '../../../study/blame/cellPaths';
import { formatPathCount } from '../../../study/blame/counted';
import { texChain } from '../../../study/blame/symbols';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { Tex } from '../../tex/Tex';
import styles from './blame.module.css';
import { factorText } from './figures';
import { pathName } from './words';

interface PathSumProps {
  readonly recording: Recording;
  readonly blame: Blame;
  /** The name of the cell whose gradient this is. */
  readonly place: string;
  readonly at: number | 'all';
  readonly format: (value: number) => string;
  readonly isUnknown: boolean;
  readonly onPick: (at: number | 'all') => void;
}

/** So many paths stand there at first, and so many more appear at a time. */
const HEAD = 6;
const MORE = 20;
/** A product with more factors shows its result alone. */
const MOST_NUMBERS = 6;

/** All paths under one another, each with what it brings, and their sum: the gradient. */
export function PathSum({ recording, blame, place, at, format, isUnknown, onPick }: PathSumProps) {
  const [head, setHead] = useState(HEAD);
  const { shares, count, gradient } = blame;
  // One more line is no longer than the words that it would be folded behind.
  const least = count <= BigInt(head + 1) ? head + 1 : head;
  const shown = shares.slice(0, Math.max(least, at === 'all' ? 0 : at + 1));
  const more = count - BigInt(shown.length);
  const rest = shares.slice(shown.length).reduce((sum, { contribution }) => sum + contribution, blame.rest);
  const number = (value: number): string => (isUnknown ? '?' : format(value));
  return (
    <ScrollRegion label="The sum over all paths">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">path</th>
            <th scope="col" className={styles.product}>
              product
            </th>
            <th scope="col">brings</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((share, index) => (
            <tr key={index} data-current={index === at}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.number}
                  aria-pressed={index === at}
                  aria-label={`Path ${index + 1}: ${pathName(recording, share.path)}`}
                  title={pathName(recording, share.path)}
                  onClick={() => onPick(index)}
                >
                  {index + 1}
                </button>
              </th>
              <td className={styles.product}>
                <Tex tex={texChain(recording, share.path)} />
              </td>
              <td>
                {isUnknown ? null : <Numbers recording={recording} share={share} format={format} />}
                <strong>{number(share.contribution)}</strong>
              </td>
            </tr>
          ))}
          {more > 0n && (
            <tr>
              <th scope="row" colSpan={2}>
                and {formatPathCount(more)} more, together
                {shown.length < shares.length && (
                  <button type="button" className={styles.more} onClick={() => setHead(head + MORE)}>
                    {more <= MORE ? 'show them' : `show ${Math.min(MORE, shares.length - shown.length)} of them`}
                  </button>
                )}
              </th>
              <td>{number(rest)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              sum over {formatPathCount(count)} paths: ∂{formatName(recording.graph.output)}/∂{place}
            </th>
            <td className={styles.result}>{number(gradient)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

/** The numbers of a short product of single numbers, up to its equals sign. */
function Numbers({ recording, share, format }: { readonly recording: Recording; readonly share: Share; readonly format: (value: number) => string }) {
  const { path } = share;
  if (!isCircuitGraph(recording.graph) || path.length > MOST_NUMBERS || path.length < 2) return null;
  const [way] = cellPathsOf(replay(recording), path, 0)?.listed ?? [];
  return <span className={styles.working}>{way?.locals.map((local, index) => factorText(local, index === 0, format)).join(' × ')} = </span>;
}
