import type { ComponentType, ReactNode } from 'react';
import type { Miniflow } from '../store/miniflow';
import type { Walk } from '../store/walk';
import { MiniflowContext, WalkContext } from './context';
import { Button } from './controls/Button';
import { Header } from './header/Header';
import { NetworkPage } from './network/NetworkPage';
import { NetworkSubject } from './network/NetworkSubject';
import { useOpening } from './opening';
import styles from './page.module.css';
import { useTheme } from './theme';
import { useWay, type Way } from './ways';

/** A way that is fetched when it is first taken: its graph to walk through, its page, and what the header says of it. */
export interface OpenedWay {
  readonly walk: Walk;
  readonly Page: ComponentType;
  readonly Subject: ComponentType;
}

interface AppProps {
  readonly miniflow: Miniflow;
  readonly openCircuit: () => Promise<OpenedWay>;
}

/** The whole product: one header, and the page of the way that the address names. */
export function App({ miniflow, openCircuit }: AppProps) {
  const way = useWay();
  const [circuit, retry] = useOpening(openCircuit, way === 'circuit');
  const opened = typeof circuit === 'object' ? circuit : undefined;
  return (
    <MiniflowContext value={miniflow}>
      <WalkContext value={way === 'network' ? miniflow : (opened?.walk ?? null)}>
        <Frame way={way} subject={way === 'network' ? <NetworkSubject /> : opened && <opened.Subject />}>
          {way === 'network' ? <NetworkPage /> : opened ? <opened.Page /> : <Opening failed={circuit === 'failed'} onRetry={retry} />}
        </Frame>
      </WalkContext>
    </MiniflowContext>
  );
}

interface FrameProps {
  readonly way: Way;
  readonly subject: ReactNode;
  readonly children: ReactNode;
}

function Frame({ way, subject, children }: FrameProps) {
  useTheme();
  return (
    <div className={styles.page}>
      <Header way={way} subject={subject} />
      {children}
    </div>
  );
}

/** What stands in for a way that has not been fetched yet, or could not be. */
function Opening({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  return (
    <main className={styles.opening}>
      {failed ? (
        <p role="alert">
          This part of the page could not be fetched. The connection may be down; what you have done so far is still here.{' '}
          <Button onClick={onRetry}>Try again</Button>
        </p>
      ) : (
        <p role="status">Fetching the circuit …</p>
      )}
    </main>
  );
}
