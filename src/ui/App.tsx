import { useSyncExternalStore, type ComponentType, type ReactNode } from 'react';
import type { Miniflow } from '../store/miniflow';
import type { Walk } from '../store/walk';
import { MiniflowContext, WalkContext } from './context';
import { Button } from './controls/Button';
import { always, type Followed } from './followed';
import { Header } from './header/Header';
import { NetworkPage } from './network/NetworkPage';
import { NetworkSubject } from './network/NetworkSubject';
import { useOpening } from './opening';
import styles from './page.module.css';
import { useTheme } from './theme';
import { useWay, type Way } from './ways';

/** A way that is fetched when it is first taken: its graph to walk through (null while it has none), its page, and what the header says of it. */
export interface OpenedWay {
  readonly walk: Followed<Walk | null>;
  readonly Page: ComponentType;
  readonly Subject: ComponentType;
}

interface AppProps {
  readonly miniflow: Miniflow;
  readonly openCircuit: () => Promise<OpenedWay>;
  readonly openRuns: () => Promise<OpenedWay>;
  readonly openLessons: () => Promise<OpenedWay>;
}

const NO_WALK = always<Walk | null>(null);

/** The whole product: one header, and the page of the way that the address names. */
export function App({ miniflow, openCircuit, openRuns, openLessons }: AppProps) {
  const way = useWay();
  const circuit = useOpening(openCircuit, way === 'circuit');
  const runs = useOpening(openRuns, way === 'runs');
  const lessons = useOpening(openLessons, way === 'lessons');
  const [fetched, retry] = way === 'runs' ? runs : way === 'lessons' ? lessons : circuit;
  const opened = typeof fetched === 'object' ? fetched : undefined;
  const { get, follow } = opened?.walk ?? NO_WALK;
  const walk = useSyncExternalStore(follow, get);
  return (
    <MiniflowContext value={miniflow}>
      <WalkContext value={way === 'network' ? miniflow : walk}>
        <Frame way={way} subject={way === 'network' ? <NetworkSubject /> : opened && <opened.Subject />}>
          {way === 'network' ? <NetworkPage /> : opened ? <opened.Page /> : <Opening what={OPENING[way]} failed={fetched === 'failed'} onRetry={retry} />}
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

/** What is being fetched, by its way. */
const OPENING: Readonly<Record<Way, string>> = { circuit: 'the circuit', network: 'the network', runs: 'the runs', lessons: 'the lessons' };

interface OpeningProps {
  readonly what: string;
  readonly failed: boolean;
  readonly onRetry: () => void;
}

/** What stands in for a way that has not been fetched yet, or could not be. */
function Opening({ what, failed, onRetry }: OpeningProps) {
  return (
    <main className={styles.opening}>
      {failed ? (
        <p role="alert">
          This part of the page could not be fetched. The connection may be down; what you have done so far is still here.{' '}
          <Button onClick={onRetry}>Try again</Button>
        </p>
      ) : (
        <p role="status">Fetching {what} …</p>
      )}
    </main>
  );
}
