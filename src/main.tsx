import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createMiniflow } from './store/miniflow';
import { startTraining } from './training/client';
import { App } from './ui/App';
import './ui/theme.css';
import './ui/base.css';

const miniflow = createMiniflow({
  fetch: (url, init) => fetch(url, init),
  dataUrl: new URL('data/boston-housing.csv', document.baseURI).href,
  storage: () => localStorage,
  startTraining,
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App miniflow={miniflow} />
  </StrictMode>,
);
