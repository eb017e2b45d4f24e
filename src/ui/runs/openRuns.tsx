import type { ReactNode } from 'react';
import { createSweepDesk, type SweepDesk } from '../../store/sweep';
import { startSweep } from '../../training/sweep/sweepClient';
import type { OpenedWay } from '../App';
import { always } from '../followed';
import { SweepContext } from './runsContext';
import { RunsPage } from './RunsPage';
import { RunsSubject } from './RunsSubject';

/** The page of the runs. It has no graph to walk through. */
export function openRuns(): OpenedWay {
  const desk = createSweepDesk(startSweep);
  return {
    walk: always(null),
    Page: () => <Within desk={desk}>{<RunsPage />}</Within>,
    Subject: RunsSubject,
  };
}

function Within({ desk, children }: { readonly desk: SweepDesk; readonly children: ReactNode }) {
  return <SweepContext value={desk}>{children}</SweepContext>;
}
