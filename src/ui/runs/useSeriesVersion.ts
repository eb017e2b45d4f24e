import { useEffect, useState } from 'react';
import { leisurely } from '../../draw/parts/leisure';
import { useMiniflow } from '../context';

/** Figures in a table need no more than this, in milliseconds. */
const INTERVAL = 250;

/** The version of the runs' series, at a reader's pace: whoever asks for it is drawn anew a few times a second while they grow. */
export function useSeriesVersion(): number {
  const { runs } = useMiniflow();
  const [version, setVersion] = useState(() => runs.getState().version);
  useEffect(() => {
    const follow = leisurely(INTERVAL, () => {
      setVersion(runs.getState().version);
    });
    follow.request();
    const unsubscribe = runs.subscribe(() => {
      follow.request();
    });
    return () => {
      unsubscribe();
      follow.cancel();
    };
  }, [runs]);
  return version;
}
