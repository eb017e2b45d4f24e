import { useEffect, useRef, useState } from 'react';
import type { Graph } from '../../../engine';
import type { Expression } from '../../../expression/expression';
import { createSimplifier, type Simplifier } from '../../../expression/simplifier';
import type { Simplified } from '../../../expression/simplified';

/** Whoever types has to stop for so many milliseconds first. */
const PATIENCE_MS = 300;

interface Answer {
  readonly graph: Graph;
  readonly input: string;
  readonly simplified: Simplified;
}

/** What has been simplified stays known as long as its graph. A failure does not: the next time, it may work out. */
const answered = new WeakMap<Graph, Map<string, Simplified>>();

/** The simplified derivative by an input, as soon as it has arrived. It is asked for while the component is on the page. */
export function useSimplified(expression: Expression, input: string): Simplified | undefined {
  const simplifier = useRef<Simplifier>(undefined);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { graph } = expression;
  useEffect(
    () => () => {
      simplifier.current?.close();
      simplifier.current = undefined;
    },
    [],
  );
  useEffect(() => {
    if (answered.get(graph)?.has(input) === true) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      simplifier.current ??= createSimplifier();
      const simplified = await simplifier.current.simplify(expression.text, input);
      if (!isWanted) return;
      if (simplified.tex !== undefined) {
        const known = answered.get(graph) ?? new Map<string, Simplified>();
        answered.set(graph, known.set(input, simplified));
      }
      setAnswer({ graph, input, simplified });
    };
    const timer = setTimeout(() => void ask(), PATIENCE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [expression.text, graph, input]);
  return answer?.graph === graph && answer.input === input ? answer.simplified : answered.get(graph)?.get(input);
}
