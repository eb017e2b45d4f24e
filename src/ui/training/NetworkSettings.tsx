import { ACTIVATIONS, INITIAL_WEIGHTS, type Activation, type InitialWeights } from '../../lessons/network';
import { formatCount } from '../../scene/format';
import { useMiniflow, useSettings } from '../context';
import { Choice } from '../controls/Choice';
import { Disclosure } from '../controls/Disclosure';
import { NumberSetting } from '../controls/NumberSetting';
import { RULES } from './rules';
import styles from './training.module.css';

const ACTIVATION_NAMES: Readonly<Record<Activation, string>> = { sigmoid: 'sigmoid (lesson)', tanh: 'tanh', relu: 'ReLU' };

const WEIGHTS_NAMES: Readonly<Record<InitialWeights, string>> = { lesson: 'N(0, 1) (lesson)', scaled: 'N(0, 1 / inputs)' };

/** How the network is built. */
export function NetworkSettings() {
  const { set } = useMiniflow();
  const hidden = useSettings((settings) => settings.hidden);
  const activation = useSettings((settings) => settings.activation);
  const weights = useSettings((settings) => settings.weights);
  return (
    <Disclosure label="Network" digest={`${formatCount(hidden)} × ${activation}`}>
      <NumberSetting
        label="Hidden units"
        value={hidden}
        rule={RULES.hidden}
        onChange={(value) => {
          set({ hidden: value });
        }}
      />
      <Choice
        label="Activation"
        value={activation}
        options={ACTIVATIONS.map((name) => [name, ACTIVATION_NAMES[name]] as const)}
        onChange={(chosen) => {
          set({ activation: chosen });
        }}
      />
      <Choice
        label="Initial weights"
        value={weights}
        options={INITIAL_WEIGHTS.map((name) => [name, WEIGHTS_NAMES[name]] as const)}
        onChange={(chosen) => {
          set({ weights: chosen });
        }}
      />
      <p className={styles.hint}>Another network makes a new run.</p>
    </Disclosure>
  );
}
