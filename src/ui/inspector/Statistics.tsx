import type { JSX } from 'react';
import type { Summary } from '../../scene/summary';
import { useInspection } from './inspection';
import styles from './tensor.module.css';

interface StatisticsProps {
  readonly summary: Summary;
  /** What is already said elsewhere; with all digits on, everything is said here. */
  readonly without: readonly string[];
}

/** A tensor in a few numbers, taken over its finite cells. */
export function Statistics({ summary, without }: StatisticsProps): JSX.Element {
  const { exact, format } = useInspection();
  const all: readonly (readonly [name: string, value: number])[] = [
    ['min', summary.min],
    ['max', summary.max],
    ['mean', summary.mean],
    ['std dev', summary.deviation],
    ['norm', summary.norm],
  ];
  return (
    <dl className={styles.statistics} data-exact={exact}>
      {all
        .filter(([name]) => exact || !without.includes(name))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format(value)}</dd>
          </div>
        ))}
    </dl>
  );
}
