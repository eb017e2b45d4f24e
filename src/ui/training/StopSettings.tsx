import { formatNumber } from '../../scene/format';
import { useMiniflow, useSettings } from '../context';
import { Disclosure } from '../controls/Disclosure';
import { NumberField } from '../controls/NumberField';
import type { NumberRule } from '../controls/numberRule';
import { RULES } from './rules';
import styles from './training.module.css';

/** What ends training before its epochs are over; each of them is off at 0. */
export function StopSettings() {
  const { set } = useMiniflow();
  const targetLoss = useSettings((settings) => settings.targetLoss);
  const patience = useSettings((settings) => settings.patience);
  const accuracyShare = useSettings((settings) => settings.accuracyShare);
  const accuracyWithin = useSettings((settings) => settings.accuracyWithin);
  const isHeldOut = useSettings((settings) => settings.heldOut > 0);
  const [loss, homes] = isHeldOut ? ['test loss', 'test homes'] : ['mean loss', 'homes'];
  const active = [targetLoss > 0 ? 'target' : [], patience > 0 ? 'patience' : [], accuracyShare > 0 ? 'accuracy' : []].flat();
  return (
    <Disclosure label="Stop early" digest={active.length === 0 ? 'off' : active.join(' · ')}>
      <Condition
        label="Target loss"
        value={targetLoss}
        rule={RULES.targetLoss}
        hint={`Stop once the ${loss} of an epoch is at most this.`}
        onChange={(value) => {
          set({ targetLoss: value });
        }}
      />
      <Condition
        label="Patience"
        unit="epochs"
        value={patience}
        rule={RULES.patience}
        hint={`Stop after so many epochs whose ${loss} was no better than the best.`}
        onChange={(value) => {
          set({ patience: value });
        }}
      />
      <Condition
        label="Required accuracy"
        unit="%"
        // 0.07 of the homes is 7%, not 7.000000000000001%.
        value={Number((accuracyShare * 100).toPrecision(12))}
        rule={RULES.accuracyShare}
        hint={`Stop once this share of the ${homes} is predicted off by at most:`}
        onChange={(value) => {
          set({ accuracyShare: value / 100 });
        }}
      />
      <div className={styles.condition}>
        <span>… so much, in $1,000</span>
        <NumberField
          label="Accurate to within"
          value={accuracyWithin}
          rule={RULES.accuracyWithin}
          onChange={(value) => {
            set({ accuracyWithin: value });
          }}
        />
      </div>
      <p className={styles.hint}>0 is off. Conditions are looked at after every epoch.</p>
    </Disclosure>
  );
}

interface ConditionProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly rule: NumberRule;
  readonly hint: string;
  readonly onChange: (value: number) => void;
}

function Condition({ label, unit, value, rule, hint, onChange }: ConditionProps) {
  return (
    <div className={styles.condition}>
      <span>{label}</span>
      <NumberField
        label={label}
        value={value}
        rule={rule}
        onChange={onChange}
        format={(number) => (number === 0 ? 'off' : `${formatNumber(number)}${unit === undefined ? '' : ` ${unit}`}`)}
      />
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
