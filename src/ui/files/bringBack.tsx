import { createRoot } from 'react-dom/client';
import type { Miniflow } from '../../store/miniflow';
import { claimSession } from '../../store/session/claim';
import { keepSession } from '../../store/session/keepSession';
import type { Restoring } from '../../store/session/restoring';
import { openShelf } from '../../store/session/shelf';
import { RestoreQuestion } from './RestoreQuestion';

/**
 * Keeps the session from here on, and brings the last one back, asking the reader where that is called for.
 * @returns whether a run is at the front now
 */
export function bringBack(miniflow: Miniflow): Promise<boolean> {
  const restoring = keepSession(miniflow, { openShelf, claim: claimSession, page: { document, window }, storage: () => localStorage });
  restoring.state.subscribe(({ question }, before) => {
    if (question !== undefined && before.question === undefined) ask(restoring);
  });
  return restoring.begin();
}

/** Asks the question in a place of its own on the page: it comes hardly ever. */
function ask({ state, bringBack: back, startAfresh }: Restoring): void {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const answer = (act: () => void) => (): void => {
    act();
    root.unmount();
    place.remove();
  };
  root.render(<RestoreQuestion question={state.getState().question} onBringBack={answer(() => void back())} onStartAfresh={answer(startAfresh)} />);
}
