import { lazy, Suspense } from 'react';
import { useHealth } from './useFindings';

const HealthPanel = lazy(async () => ({ default: (await import('./HealthPanel')).HealthPanel }));

/** What is wrong with the training, and what to try; nothing as long as all is well. */
export function Health() {
  const { findings, news } = useHealth();
  return (
    <>
      {/* It has to be there before there is anything to say. */}
      <p className="visually-hidden" role="status">
        {news}
      </p>
      <Suspense fallback={null}>{findings.length > 0 && <HealthPanel findings={findings} />}</Suspense>
    </>
  );
}
