import { BATCH_ORDERS, type BatchOrder } from '../../engine';
import { formatNumber } from '../../scene/format';
import { HELD_OUT, LESSON } from '../../store/settings';
import { useMiniflow, useSettings } from '../context';
import { Button } from '../controls/Button';
import { Choice } from '../controls/Choice';
import { Disclosure } from '../controls/Disclosure';
import { ORDER_NAMES } from './orderWords';
import styles from './training.module.css';

const ORDER_HINTS: Readonly<Record<BatchOrder, string>> = {
  resampled: 'Drawn with replacement: in an epoch a home may come twice, or not at all.',
  shuffled: 'Every home once an epoch, in a new order each time; what does not fill a batch is left out.',
  'in order': 'Row by row as in the table; what does not fill a batch is left out.',
};

const HELD_OUT_OPTIONS = HELD_OUT.map((share) => [String(share), share === 0 ? 'none (lesson)' : percent(share)] as const);

/** In which order the homes come, which of them are held out for testing, and how their features are scaled. */
export function DataSettings() {
  const { set } = useMiniflow();
  const order = useSettings((settings) => settings.order);
  const heldOut = useSettings((settings) => settings.heldOut);
  const splitSeed = useSettings((settings) => settings.splitSeed);
  const scaled = useSettings((settings) => settings.scaled);
  return (
    <Disclosure label="Batches & data" digest={digest(order, heldOut, scaled)}>
      <Choice
        label="Data order"
        value={order}
        options={BATCH_ORDERS.map((name) => [name, `${ORDER_NAMES[name]}${name === LESSON.order ? ' (lesson)' : ''}`] as const)}
        onChange={(chosen) => {
          set({ order: chosen });
        }}
      />
      <p className={styles.hint}>{ORDER_HINTS[order]}</p>
      <Choice
        label="Held out"
        value={String(heldOut)}
        options={HELD_OUT_OPTIONS}
        onChange={(chosen) => {
          set({ heldOut: Number(chosen) });
        }}
      />
      {heldOut > 0 && (
        <div className={styles.inline}>
          <span className={styles.hint}>Random split {formatNumber(splitSeed, 10)}</span>
          <Button
            look="quiet"
            onClick={() => {
              set({ splitSeed: (splitSeed + 1) % 2 ** 31 });
            }}
          >
            Another split
          </Button>
        </div>
      )}
      <Choice
        label="Features"
        value={String(scaled)}
        options={[
          ['true', 'standardized'],
          ['false', 'as they are'],
        ]}
        onChange={(chosen) => {
          set({ scaled: chosen === 'true' });
        }}
      />
      {!scaled && <p className={styles.hint}>Taxes of 700 beside shares below 1: expect saturated units, or divergence.</p>}
      <p className={styles.hint}>Other rows or features make a new run; another order holds from the next step.</p>
    </Disclosure>
  );
}

/** What is set here, and nothing of what is set elsewhere: `resampled`, `shuffled · 20% held out`. */
function digest(order: BatchOrder, heldOut: number, scaled: boolean): string {
  return [ORDER_NAMES[order], heldOut === 0 ? [] : `${percent(heldOut)} held out`, scaled ? [] : 'not scaled'].flat().join(' · ');
}

function percent(share: number): string {
  return `${formatNumber(share * 100)}%`;
}
