import { useState } from 'react';
import { Segments } from '../../controls/Segments';
import styles from './breakIt.module.css';
import { FindIt } from './FindIt';
import { SwitchOn } from './SwitchOn';

const MODES = ['Switch on', 'Find it'] as const;

/** The classic mistakes of a backward pass, on a copy of this graph's: to be switched on, or to be found. */
export function BreakItTool() {
  const [mode, setMode] = useState<(typeof MODES)[number]>('Switch on');
  // Another mistake each time that the tool is opened.
  const [seed] = useState(() => Date.now());
  return (
    <div className={styles.tool}>
      <div className={styles.modes}>
        <Segments label="What to do" value={mode} options={MODES} onChange={setMode} />
      </div>
      {mode === 'Switch on' ? <SwitchOn /> : <FindIt seed={seed} />}
    </div>
  );
}
