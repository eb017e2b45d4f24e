import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Step } from '../../../engine';
import { CODE_STYLES, codeOf, textOf, type Code, type CodeStyle } from '../../../interchange/code/code';
import { formatCount } from '../../../scene/format';
import { strideAt } from '../../../scene/stride';
import type { Timeline } from '../../../scene/timeline';
import { usePlayback, useSettings, useWalk } from '../../context';
import { Button } from '../../controls/Button';
import { copyText } from '../../controls/copyText';
import { Segments } from '../../controls/Segments';
import { download } from '../../files/download';
import { frameOf, useTimeline } from '../../frame';
import styles from './code.module.css';
import { CodeListing } from './CodeListing';
import { aboutCode, codeFileName } from './codeWords';
import { linesAt, timeOfLine } from './places';

/** How long it is said that something has been copied or saved, in milliseconds. */
const TOLD_MS = 6_000;

/** The graph's iteration as Python, NumPy or PyTorch, with the line of the present step. */
export function CodeTool() {
  const timeline = useTimeline();
  const [style, setStyle] = useState<CodeStyle>('Python');
  const code = useMemo(() => (timeline === undefined ? undefined : codeOf(timeline.recording, style)), [timeline, style]);
  if (timeline === undefined || code === undefined) {
    return <p className={styles.none}>There is code as soon as every node of the graph has a value.</p>;
  }
  return <CodePanel timeline={timeline} code={code} onStyle={setStyle} />;
}

interface CodePanelProps {
  readonly timeline: Timeline;
  readonly code: Code;
  readonly onStyle: (style: CodeStyle) => void;
}

function CodePanel({ timeline, code, onStyle }: CodePanelProps) {
  const { playback, seek } = useWalk();
  const [told, setTold] = useState('');
  const granularity = useSettings((settings) => settings.granularity);
  // While a training sweeps past, lines that light up and go could not be read.
  const sweeping = usePlayback((state) => state.sweeping);
  // Read while rendering, which happens when another step begins: the lines depend on nothing else.
  usePlayback((state) => frameOf(state)?.index);
  const frame = frameOf(playback.getState());
  const step = frame?.step;
  const stride = frame !== undefined && granularity === 'node' ? strideAt(timeline, frame, 'node')?.steps : undefined;
  const steps: readonly Step[] = step === undefined || sweeping ? [] : (stride ?? [step]);
  const present = linesAt(code, steps);

  useEffect(() => {
    const timer = setTimeout(() => setTold(''), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);

  const go = useCallback(
    (line: number) => {
      const time = timeOfLine(code, timeline.steps, line, playback.getState().t);
      if (time !== undefined) seek(time);
    },
    [code, timeline, playback, seek],
  );
  const copy = async (): Promise<void> => {
    const text = textOf(code);
    const isCopied = await copyText(text);
    setTold(isCopied ? `Copied ${formatCount(text.split('\n').length - 1)} lines.` : 'The browser did not allow copying. Download the file instead.');
  };

  return (
    <div className={styles.tool}>
      <div className={styles.bar}>
        <div className={styles.styles}>
          <Segments
            label="Written as"
            value={code.style}
            options={CODE_STYLES}
            onChange={(style) => {
              setTold('');
              onStyle(style);
            }}
          />
        </div>
        <div className={styles.about}>
          <p role="status">{told}</p>
          {told === '' && <p>{aboutCode(code, steps[0], present)}</p>}
        </div>
        <div className={styles.actions}>
          <Button onClick={() => void copy()}>Copy</Button>
          <Button
            onClick={() => {
              const name = codeFileName(code.style);
              download(textOf(code), name, 'text/x-python');
              setTold(`Saved as ${name}.`);
            }}
          >
            Download
          </Button>
        </div>
      </div>
      <CodeListing
        code={code}
        present={present}
        phase={steps[0]?.phase}
        onGo={go}
      />
    </div>
  );
}
