import { useState } from 'react';
import type { Expression } from '../../../expression/expression';
import { gradientWaysOf } from '../../../scene/circuit/gradients';
import { formatName } from '../../../scene/format';
import { Segments } from '../../controls/Segments';
import { Choice } from '../../controls/Choice';
import shared from '../../inspector/inspector.module.css';
import { Partial } from '../../inspector/Partial';
import { Tex } from '../../tex/Tex';
import { useCircuit, useCircuitState } from '../circuitContext';
import styles from './circuitInspector.module.css';
import { ScrollRegion } from '../../controls/ScrollRegion';
import { useSimplified } from './useSimplified';

/** Smaller than this share of its size, a formula could not be read any more. */
const LEAST = 0.78;

const FORMS = ['chain rule', 'simplified'] as const;

/** The derivative by the chosen input as a formula: as the rules give it, or simplified. */
export function DerivativePanel() {
  const { choose } = useCircuit();
  const [form, setForm] = useState<(typeof FORMS)[number]>('chain rule');
  const expression = useCircuitState((circuit) => circuit.expression);
  const chosen = useCircuitState((circuit) => circuit.chosen);
  const { inputs, graph } = expression;
  if (chosen === undefined || !inputs.includes(chosen)) return null;
  const { derivative, reason } = gradientWaysOf(expression).symbolic(chosen);
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
        {derivative === undefined ? (
          <p className={shared.quiet}>{reason}</p>
        ) : form === 'simplified' ? (
          <Simplified expression={expression} input={chosen} />
        ) : (
          <Formula tex={derivative.tex} />
        )}
      </div>
    </section>
  );
}

function Simplified({ expression, input }: { readonly expression: Expression; readonly input: string }) {
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
    <div className={styles.scaled}>
      {/* Another formula is measured anew. */}
      <ScrollRegion key={tex} label="Formula of the derivative" least={LEAST}>
        <div className={styles.formula}>
          <Tex tex={`\\displaystyle ${tex}`} />
        </div>
      </ScrollRegion>
    </div>
  );
}
