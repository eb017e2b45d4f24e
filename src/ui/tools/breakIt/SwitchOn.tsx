import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Recording } from '../../../engine';
import { MISTAKES, type Mistake } from '../../../lessons/lesson';
import { brokenPass, learningRateOf } from '../../../study/broken/brokenPass';
import { MISTAKE_WORDS } from '../../../study/broken/mistakeWords';
import { checkables } from '../../../study/broken/mysteries';
import { formatNumber } from '../../../scene/format';
import { useTimeline } from '../../frame';
import styles from './breakIt.module.css';
import { Broken } from './Broken';
import { Checks } from './Checks';
import { Explanation } from './Explanation';
import { useChecking } from './useChecking';
import { useSettled } from './useSettled';

/** One of the mistakes, switched on to see what it does. */
export function SwitchOn() {
  const recording = useTimeline()?.recording;
  const settled = useSettled(recording);
  const [mistake, setMistake] = useState<Mistake>();
  return (
    <div className={styles.switchOn}>
      <fieldset className={styles.choices}>
        <legend>Switch on a mistake</legend>
        {MISTAKES.map((one) => (
          <label key={one}>
            <input type="radio" name="mistake" checked={one === mistake} onChange={() => setMistake(one)} />
            {MISTAKE_WORDS[one].title}
          </label>
        ))}
      </fieldset>
      {settled === undefined || mistake === undefined ? (
        <p className={styles.quiet}>
          {settled === undefined
            ? 'There is no graph to break yet.'
            : 'Choose one: a copy of this graph’s backward pass then makes it, and the gradient check says which nodes go wrong.'}
        </p>
      ) : (
        <Broken>
          <Damage key={mistake} recording={settled} mistake={mistake} stale={settled !== recording} />
        </Broken>
      )}
    </div>
  );
}

interface DamageProps {
  readonly recording: Recording;
  readonly mistake: Mistake;
  readonly stale: boolean;
}

/** What a mistake does to the gradients of a graph. */
function Damage({ recording, mistake, stale }: DamageProps) {
  const pass = useMemo(() => brokenPass(recording, mistake), [recording, mistake]);
  const nodes = useMemo(() => checkables(recording), [recording]);
  const checking = useChecking(pass);
  const checkFirst = useEffectEvent(() => {
    if (pass.effect.kind === 'wrong') checking.check(nodes.first);
  });
  useEffect(() => checkFirst(), [pass]);
  if (pass.effect.kind === 'none') {
    return (
      <div className={styles.hunt}>
        <p>
          <strong>No difference here.</strong> {pass.effect.why}
        </p>
        <Explanation mistake={mistake} />
      </div>
    );
  }
  return (
    <div className={styles.hunt}>
      <p>
        {MISTAKE_WORDS[mistake].does}
        {mistake === 'updated too early' && ` The learning rate is ${formatNumber(learningRateOf(recording))}.`}
      </p>
      {stale && <p className={styles.quiet}>The numbers of the graph are changing; what is checked here are those of a moment before.</p>}
      <Checks nodes={nodes} checking={checking} byNode={false} />
      <details className={styles.how}>
        <summary>How it looks in code, and what mends it</summary>
        <Explanation mistake={mistake} />
      </details>
    </div>
  );
}
