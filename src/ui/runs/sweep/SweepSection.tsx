import { useState } from 'react';
import { LIMITS, planOf } from '../../../store/settings';
import { MOST_CELLS, type Sweep } from '../../../training/sweep/sweep';
import { useMiniflow, useSettings, useTraining } from '../../context';
import { Button } from '../../controls/Button';
import { NumberField } from '../../controls/NumberField';
import { ORDER_WORDS } from '../../training/orderWords';
import { RULES } from '../../training/rules';
import { activationWords, heldOutWords } from '../planWords';
import { Progress } from '../Progress';
import styles from './sweepForm.module.css';
import { useSweep, useSweepDesk } from '../runsContext';
import { Section } from '../Section';
import { NumberListField } from './NumberListField';
import { readNumbers } from './numberList';
import { SweepResults } from './SweepResults';
import { durationWords } from './words';

const RATES = '0.001, 0.003, 0.01, 0.03, 0.1';
const EPOCHS = 30;

/** The same network trained once for every learning rate and every batch size. */
export function SweepSection() {
  const started = useSweep(({ sweep }) => sweep !== undefined);
  return (
    <Section
      title="Sweep: learning rate × batch size"
      intro="Trains the network as it is set now once for every learning rate with every batch size, beside everything else. A cell opens as a run."
    >
      <SweepForm />
      {started ? <SweepResults /> : null}
    </Section>
  );
}

function SweepForm() {
  const { settings } = useMiniflow();
  const desk = useSweepDesk();
  const running = useSweep(({ status }) => status === 'running');
  const data = useTraining((training) => training.dataset);
  const heldOut = useSettings((state) => state.heldOut);
  const [rates, setRates] = useState(RATES);
  const [sizes, setSizes] = useState<string>();
  const [epochs, setEpochs] = useState(EPOCHS);
  const [problems, setProblems] = useState<Problems>({});

  const rows = data === undefined ? LIMITS.batchSize.max : data.rows - Math.round(data.rows * heldOut);
  // Until the reader has typed some, the largest batch is all the rows that are trained on.
  const typedSizes = sizes ?? [...new Set([1, 11, 64, rows])].filter((size) => size <= rows).join(', ');

  const run = (): void => {
    const learningRates = readNumbers(rates, 'A learning rate', RULES.learningRate);
    const batchSizes = readNumbers(typedSizes, 'A batch size', { ...RULES.batchSize, max: rows });
    const found = problemsOf(learningRates, batchSizes);
    setProblems(found);
    if ('problem' in learningRates || 'problem' in batchSizes || Object.keys(found).length > 0 || data === undefined) return;
    const state = settings.getState();
    const sweep: Sweep = { plan: planOf(state), order: state.order, learningRates, batchSizes, epochs };
    desk.run(sweep, { features: data.features, target: data.target, featureCount: data.featureNames.length });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!running) run();
      }}
    >
      <NumberListField label="Learning rates" value={rates} onChange={setRates} problem={problems.rates} />
      <NumberListField label="Batch sizes" value={typedSizes} onChange={setSizes} problem={problems.sizes} />
      <div className={styles.epochs}>
        <span aria-hidden="true">Epochs each</span>
        <NumberField label="Epochs of each run" called="The number of epochs" value={epochs} rule={RULES.epochs} onChange={setEpochs} className={styles.input} />
      </div>
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {running ? <Running /> : (
        <Button look="primary" disabled={data === undefined} onClick={run}>
          Run sweep
        </Button>
      )}
      <Network />
    </form>
  );
}

/** What will be trained: the network page's settings. */
function Network() {
  const hidden = useSettings((state) => state.hidden);
  const activation = useSettings((state) => state.activation);
  const heldOut = useSettings((state) => state.heldOut);
  const seed = useSettings((state) => state.seed);
  const order = useSettings((state) => state.order);
  return (
    <p className={styles.formNote}>
      As set on the <a href="#network">Network page</a>: {hidden} hidden {hidden === 1 ? 'unit' : 'units'}, {activationWords(activation)}, rows held
      out: {heldOutWords(heldOut)}, batches {ORDER_WORDS[order]}, seed {seed}.
    </p>
  );
}

function Running() {
  const { cancel } = useSweepDesk();
  const share = useSweep((state) => state.share);
  const secondsLeft = useSweep((state) => state.secondsLeft);
  const done = useSweep((state) => state.cells.length);
  const all = useSweep(({ sweep }) => (sweep === undefined ? 0 : sweep.learningRates.length * sweep.batchSizes.length));
  const left = Number.isFinite(secondsLeft) ? `, ${durationWords(secondsLeft)} left` : '';
  return <Progress label="Sweep" share={share} words={`run ${Math.min(all, done + 1)} of ${all}${left}`} onCancel={cancel} />;
}

interface Problems {
  readonly rates?: string;
  readonly sizes?: string;
}

type Read = ReturnType<typeof readNumbers>;

function problemsOf(rates: Read, sizes: Read): Problems {
  if ('problem' in rates) return { rates: rates.problem, ...('problem' in sizes ? { sizes: sizes.problem } : {}) };
  if ('problem' in sizes) return { sizes: sizes.problem };
  const count = rates.length * sizes.length;
  if (count <= MOST_CELLS) return {};
  return { sizes: `${rates.length} learning rates × ${sizes.length} batch sizes make ${count} runs; a sweep has at most ${MOST_CELLS}.` };
}
