import { useMiniflow, usePlayback } from './context';
import styles from './page.module.css';
import { useSceneState, useTimeline } from './frame';
import { Inspector } from './inspector/Inspector';

/** The inspector of what is selected, at the moment that is shown. */
export function InspectorPanel() {
  const { select, checkGradient } = useMiniflow();
  const timeline = useTimeline();
  const state = useSceneState();
  const selection = usePlayback((playback) => playback.selection);
  if (timeline === undefined || state === undefined) return <section className={styles.waiting} aria-label="Inspector" />;
  return (
    <Inspector
      recording={timeline.recording}
      state={state}
      selection={selection}
      onSelect={select}
      onCheckGradient={checkGradient}
    />
  );
}
