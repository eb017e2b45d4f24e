import type { ReactNode } from 'react';
import { GRANULARITIES } from '../../scene/granularity';
import { sentenceOf, spokenSentence } from '../../scene/sentence';
import { shownIteration } from '../../store/playback';
import { LIMITS } from '../../store/settings';
import { useMiniflow, usePlayback, useSettings, useWalk } from '../context';
import { IconButton } from '../controls/Button';
import { Choice } from '../controls/Choice';
import { frameOf } from '../frame';
import { TimelineBar } from './TimelineBar';
import styles from './transport.module.css';

const GRANULARITY_NAMES = { edge: 'edge by edge', node: 'node by node', phase: 'phase by phase' } as const;

interface TransportProps {
  /** Which iteration it is, under what happens in it. */
  readonly iteration: ReactNode;
  /** Whether no iteration can follow the last one. */
  readonly ended: boolean;
  /** Whether steps go by too fast to be told one by one. */
  readonly hurried?: boolean;
}

/** Walking through an iteration: buttons, what happens, how fast, how far each step goes, and the timeline. */
export function Transport({ iteration, ended, hurried = false }: TransportProps) {
  const { set } = useMiniflow();
  const { play, pause, stepForward, stepBack, nextPhase, previousPhase } = useWalk();
  const playing = usePlayback((playback) => playback.playing);
  const ready = usePlayback((playback) => playback.shown >= 0);
  const over = useAtEnd() && ended;
  const granularity = useSettings((settings) => settings.granularity);
  return (
    <div className={styles.transport} role="group" aria-label="Transport">
      <div className={styles.row}>
        {/* A click leaves the focus where it is, so that Space goes on playing instead of pressing the button again. */}
        <div
          className={styles.buttons}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
        >
          <IconButton icon="previousPhase" label="Previous phase" shortcut="Shift ←" disabled={!ready} onClick={previousPhase} />
          <IconButton icon="stepBack" label="Step back" shortcut="←" disabled={!ready} onClick={stepBack} />
          <IconButton
            icon={playing ? 'pause' : 'play'}
            label={playing ? 'Pause' : 'Play'}
            shortcut="Space"
            strong
            disabled={!ready}
            onClick={playing ? pause : play}
          />
          <IconButton icon="stepForward" label="Step forward" shortcut="→" disabled={!ready || over} onClick={stepForward} />
          <IconButton icon="nextPhase" label="Next phase" shortcut="Shift →" disabled={!ready || over} onClick={nextPhase} />
        </div>
        <StepSentence iteration={iteration} hurried={hurried} />
        <div className={styles.pace}>
          <Speed />
          <Choice
            label="Step size"
            bare
            value={granularity}
            options={GRANULARITIES.map((value) => [value, GRANULARITY_NAMES[value]] as const)}
            onChange={(value) => {
              set({ granularity: value });
            }}
          />
        </div>
      </div>
      <TimelineBar />
    </div>
  );
}

/** Whether the last iteration is shown to its end. */
function useAtEnd(): boolean {
  return usePlayback((playback) => {
    const steps = shownIteration(playback)?.timeline.steps.length ?? 0;
    return playback.t >= steps && playback.shown === playback.iterations.length - 1;
  });
}

/** What is happening, in words: `backward · s → l₁ · step 15 of 60`, with the iteration that it belongs to. */
function StepSentence({ iteration, hurried }: Required<Pick<TransportProps, 'iteration' | 'hurried'>>) {
  const timeline = usePlayback((playback) => shownIteration(playback)?.timeline);
  const sweeping = usePlayback((playback) => playback.sweeping);
  const granularity = useSettings((settings) => settings.granularity);
  const { playback } = useWalk();
  // Read while rendering, which happens when a step begins or ends: the words depend on nothing else.
  usePlayback((state) => frameOf(state)?.state);
  usePlayback((state) => frameOf(state)?.index);
  const frame = frameOf(playback.getState());
  if (timeline === undefined || frame === undefined) return <p className={styles.sentence} />;
  const { phase, what, position } = sentenceOf(timeline, frame, granularity);
  return (
    <div className={styles.sentence}>
      <p className={styles.words} data-testid="sentence">
        <span className={styles.phase} data-phase={phase}>
          {phase ?? 'start'}
        </span>
        {' · '}
        <span className={styles.what}>{what}</span>
        {' · '}
        <span className={styles.position}>{position}</span>
      </p>
      <p className={styles.iteration}>{iteration}</p>
      <p className="visually-hidden" role="status">
        {sweeping || hurried ? '' : spokenSentence(timeline, frame, granularity)}
      </p>
    </div>
  );
}

const SPEED_OCTAVES = { from: Math.log2(LIMITS.speed.min), to: Math.log2(LIMITS.speed.max) };

/** How fast playing goes: every notch doubles it. */
function Speed() {
  const { set } = useMiniflow();
  const speed = useSettings((settings) => settings.speed);
  const text = `${speed < 1 ? `1/${1 / speed}` : speed}×`;
  return (
    <label className={styles.speed} title={`Speed: ${text}`}>
      <span className="visually-hidden">Speed</span>
      <input
        type="range"
        className={styles.speedSlider}
        min={SPEED_OCTAVES.from}
        max={SPEED_OCTAVES.to}
        step={1}
        value={Math.round(Math.log2(speed))}
        aria-valuetext={text}
        onChange={(event) => {
          set({ speed: 2 ** Number(event.target.value) });
        }}
      />
      <output className={styles.speedText}>{text}</output>
    </label>
  );
}
