import styles from './paths.module.css';

/** From one joint of the chain to the next. */
const PITCH = 28;
const HALF_HEIGHT = 13;
const MARGIN = 5;
/** A short chain is not drawn larger than one of so many diamonds. */
const LEAST_ROOM = 10;

/** A chain of diamonds, as small as it takes to stand in a row. */
export function DiamondChain({ depth }: { readonly depth: number }) {
  const width = Math.max(depth, LEAST_ROOM) * PITCH + 2 * MARGIN;
  const diamonds = Array.from({ length: depth }, (_, index) => index * PITCH);
  return (
    <svg className={styles.chain} viewBox={`${-MARGIN} ${-HALF_HEIGHT - MARGIN} ${width} ${2 * (HALF_HEIGHT + MARGIN)}`} aria-hidden="true">
      {diamonds.map((x) => (
        <g key={x}>
          <path d={`M${x},0 l${PITCH / 2},${-HALF_HEIGHT} l${PITCH / 2},${HALF_HEIGHT} l${-PITCH / 2},${HALF_HEIGHT} z`} />
          <circle cx={x + PITCH / 2} cy={-HALF_HEIGHT} r="3.5" />
          <circle cx={x + PITCH / 2} cy={HALF_HEIGHT} r="3.5" />
          <circle cx={x} cy="0" r="3.5" />
        </g>
      ))}
      <circle cx={depth * PITCH} cy="0" r="3.5" />
    </svg>
  );
}
