import type { ComponentType, ReactNode } from 'react';
import { Button } from './controls/Button';
import { useOpening } from './opening';
import styles from './page.module.css';

/**
 * A component that is fetched when it is first shown, because the first picture does not need it. Where it cannot be
 * fetched, its place says so and offers to try again; the rest of the page goes on.
 *
 * @param load fetches it
 * @param waiting what stands in its place meanwhile, of the same size
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode): ComponentType<Props> {
  let fetched: { readonly Part: ComponentType<Props> } | undefined;
  const open = async (): Promise<{ readonly Part: ComponentType<Props> }> => (fetched = { Part: await load() });
  return function Later(props: Props) {
    const [opened, retry] = useOpening(open, fetched === undefined);
    const there = fetched ?? (typeof opened === 'object' ? opened : undefined);
    if (there !== undefined) return <there.Part {...props} />;
    if (opened === 'loading') return waiting;
    return (
      <p className={styles.waiting} role="alert">
        This part of the page could not be fetched; the connection may be down. <Button onClick={retry}>Try again</Button>
      </p>
    );
  };
}
