import { useEffect, useRef } from 'react';
import type { SceneState } from '../../scene/frame';
import { sentenceOf, sentenceText } from '../../scene/sentence';
import { useWalk, useSettings } from '../context';
import { frameOf, useTimeline } from '../frame';
import { TimelineStrip } from './TimelineStrip';
import styles from './transport.module.css';

/** The iteration as a strip of its steps in the colours of their phases, with a handle to drag. */
export function TimelineBar() {
  const { playback, seek } = useWalk();
  const timeline = useTimeline();
  const granularity = useSettings((settings) => settings.granularity);
  const slider = useRef<HTMLInputElement>(null);
  const veil = useRef<HTMLDivElement>(null);

  // Sixty times a second: past React, straight into the slider.
  useEffect(() => {
    let shownState: SceneState | undefined;
    let shownIndex = NaN;
    const show = (): void => {
      const state = playback.getState();
      const frame = frameOf(state);
      const current = state.iterations[state.shown]?.timeline;
      if (slider.current === null || frame === undefined || current === undefined) return;
      slider.current.max = String(current.steps.length);
      slider.current.value = String(frame.time);
      veil.current?.style.setProperty('--done', `${(100 * frame.time) / Math.max(1, current.steps.length)}%`);
      if (frame.state === shownState && frame.index === shownIndex) return;
      shownState = frame.state;
      shownIndex = frame.index;
      slider.current.setAttribute('aria-valuetext', sentenceText(sentenceOf(current, frame, granularity)));
    };
    show();
    return playback.subscribe(show);
  }, [playback, timeline, granularity]);

  const total = timeline?.steps.length ?? 1;
  return (
    <div className={styles.timeline}>
      <div className={styles.strip} aria-hidden="true">
        {timeline === undefined ? null : <TimelineStrip phases={timeline.phases} />}
        <div ref={veil} className={styles.veil} />
      </div>
      <input
        ref={slider}
        type="range"
        className={styles.timelineSlider}
        aria-label="Timeline"
        data-page-keys=""
        min={0}
        max={total}
        step="any"
        defaultValue={0}
        disabled={timeline === undefined}
        onInput={(event) => {
          // Dragging snaps to whole steps: what is shown has happened.
          seek(Math.round(event.currentTarget.valueAsNumber));
        }}
        onKeyDown={(event) => {
          const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const { t } = playback.getState();
          const from = step > 0 ? Math.floor(t) : Math.ceil(t);
          seek(Math.min(total, Math.max(0, from + step)));
        }}
      />
    </div>
  );
}
