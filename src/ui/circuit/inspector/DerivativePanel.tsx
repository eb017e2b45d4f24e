import { useState } from 'react';
import type { Expression } from '../../../expression/expression';
import { gradientWaysOf } from '../../../scene/circuit/gradients';
import { formatName } from '../../../scene/format';
import { Segments } from '../../charts/Segments';
import { Choice } from '../../controls/Choice';
import shared from '../../inspector/inspector.module.css';
import { Partial } from '../../inspector/Partial';
import { Tex } from '../../tex/Tex';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { ScrollRegion } from './ScrollRegion';
import { useSimplified } from './useSimplified';

const FORMS = ['chain rule', 'simplified'] as const;

/** The derivative by the chosen input as a formula: as the rules give it, or simplified. */
export function DerivativePanel() {
  const { choose } = useCircuit();
  const [form, setForm] = useState<(typeof FORMS)[number]>('chain rule');
  const expression = useCircuitState((circuit) => circuit.expression);
  const chosen = useCircuitState((circuit) => circuit.chosen);
  const { inputs, graph } = expression;
  if (chosen === undefined || !inputs.includes(chosen)) return null;
  return (
    <section className={shared.block} aria-labelledby="derivative-heading">
      <h2 id="derivative-heading" className={shared.heading}>
        Symbolic derivative <Partial of={graph.output} by={chosen} />
      </h2>
      <div className={styles.controls}>
        <Choice
          label="by"
          value={chosen}
          options={inputs.map((name) => [name, formatName(name)])}
          onChange={choose}
        />
        <Segments label="Form of the derivative" value={form} options={FORMS} onChange={setForm} />
      </div>
      <div className={shared.card}>
        {form === 'simplified' ? <Simplified expression={expression} input={chosen} /> : <Raw expression={expression} input={chosen} />}
      </div>
    </section>
  );
}

interface FormulaProps {
  readonly expression: Expression;
  readonly input: string;
}

function Raw({ expression, input }: FormulaProps) {
  const { derivative, reason } = gradientWaysOf(expression).symbolic(input);
  return derivative === undefined ? <p className={shared.quiet}>{reason}</p> : <Formula tex={derivative.tex} />;
}

function Simplified({ expression, input }: FormulaProps) {
  const simplified = useSimplified(expression, input);
  return (
    <div role="status" className={styles.simplified}>
      {simplified === undefined ? (
        <p className={shared.quiet}>simplifying …</p>
      ) : simplified.tex === undefined ? (
        <p className={shared.quiet}>{simplified.reason}</p>
      ) : (
        <Formula tex={simplified.tex} />
      )}
    </div>
  );
}

function Formula({ tex }: { readonly tex: string }) {
  return (
    <ScrollRegion label="Formula of the derivative">
      <div className={styles.formula}>
        <Tex tex={`\\displaystyle ${tex}`} />
      </div>
    </ScrollRegion>
  );
}
