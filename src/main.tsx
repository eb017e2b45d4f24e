import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createMiniflow } from './store/miniflow';
import { startTraining } from './training/client';
import { App, type OpenedWay } from './ui/App';
import './ui/theme.css';
import './ui/base.css';

/** Fetched while the data is: what keeps the session is needed as soon as that is there. */
const files = import('./ui/files/bringBack').catch(() => undefined);

const miniflow = createMiniflow({
  fetch: (url, init) => fetch(url, init),
  dataUrl: new URL('data/boston-housing.csv', document.baseURI).href,
  storage: () => localStorage,
  startTraining,
  bringBack: async (opened) => (await files)?.bringBack(opened) ?? false,
});

/** The circuit brings the reader of expressions with it, so that it is fetched when it is first opened. */
const openCircuit = async (): Promise<OpenedWay> => {
  const { openCircuit: open } = await import('./ui/circuit/openCircuit');
  return open(miniflow.settings, () => localStorage);
};

/** The page of the runs, too. */
const openRuns = async (): Promise<OpenedWay> => {
  const { openRuns: open } = await import('./ui/runs/openRuns');
  return open();
};

/** The lessons, each with its own graph. */
const openLessons = async (): Promise<OpenedWay> => {
  const { openLessons: open } = await import('./ui/lessons/openLessons');
  return open(miniflow, () => localStorage);
};

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App miniflow={miniflow} openCircuit={openCircuit} openRuns={openRuns} openLessons={openLessons} />
  </StrictMode>,
);
