import { createContext, use, useEffect, type ReactNode } from 'react';
import { finalGradient, finalValue } from '../../../scene/final';
import { formatName } from '../../../scene/format';
import { spotlightOn } from '../../../scene/spotlight';
import { openWord } from '../../../store/glossaryWord';
import { useWalk } from '../../context';
import { useSceneState, useTimeline } from '../../frame';
import { Choice, Option, Why } from '../exercises/Choice';
import { FindMistake } from '../exercises/FindMistake';
import { GoalExercise } from '../exercises/GoalExercise';
import { Order } from '../exercises/Order';
import { Question } from '../exercises/Question';
import { CurveInput } from '../figures/CurveInput';
import { KahnQueue } from '../figures/KahnQueue';
import { Paths } from '../figures/Paths';
import { Pipeline } from '../figures/Pipeline';
import { SigmoidCurve } from '../figures/SigmoidCurve';
import { TrainingCircle } from '../figures/TrainingCircle';
import { Code, Pre } from './formulas';
import styles from './prose.module.css';
import { After, Gradient, Shape, Value } from './quotes';
import { Refused, Ring } from './Refused';
import { TrainingFact } from './TrainingFact';

/** The step whose words are shown; of a lesson's prose, the others are left out. */
export const StepShown = createContext<string>('');

function Step({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return use(StepShown) === id ? children : null;
}

/** A node's name: pointing at it lights it on the graph, pressing selects it. */
function Node({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const { select } = useWalk();
  const point = usePointing(id, 'node');
  return (
    <button type="button" className={styles.name} {...point} onClick={() => select({ kind: 'node', id })}>
      {children ?? formatName(id)}
    </button>
  );
}

/** The same for an edge, by its `to:port`. */
function Edge({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { select } = useWalk();
  const point = usePointing(id, 'edge');
  return (
    <button type="button" className={styles.name} {...point} onClick={() => select({ kind: 'edge', id })}>
      {children}
    </button>
  );
}

/** What lights a part of the graph as long as a reader points at its name. */
function usePointing(id: string, kind: 'node' | 'edge') {
  const { point } = useWalk();
  const on = (): void => {
    point(kind === 'node' ? spotlightOn([id]) : spotlightOn([], [id]));
  };
  const off = (): void => {
    point(null);
  };
  // A name that is gone with its page points at nothing.
  useEffect(() => () => point(null), [point]);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
}

/** A word of the glossary. */
function Word({ is, children }: { readonly is: string; readonly children: ReactNode }) {
  const { openTool } = useWalk();
  return (
    <button
      type="button"
      className={styles.word}
      title="What does this mean?"
      onClick={() => {
        openWord(is);
        openTool('glossary');
      }}
    >
      {children}
    </button>
  );
}

/** Kahn's algorithm at the moment that is shown. */
function Queue() {
  const timeline = useTimeline();
  const state = useSceneState();
  return timeline === undefined || state === undefined ? null : <KahnQueue timeline={timeline} state={state} />;
}

/** The curve of a sigmoid with the point at which a graph of single numbers has it and, if asked for, the slope there. */
function Curve({ x, s, tangent = false }: { readonly x: string; readonly s: string; readonly tangent?: boolean }) {
  const timeline = useTimeline();
  if (timeline === undefined) return null;
  const slope = tangent ? finalGradient(timeline, x) : undefined;
  return (
    <>
      <SigmoidCurve x={finalValue(timeline, x)} s={finalValue(timeline, s)} {...(slope === undefined ? {} : { slope })} />
      <CurveInput name={x} slope={slope} />
    </>
  );
}

/** What the tags of a lesson's prose are. */
export const TAGS: Readonly<Record<string, unknown>> = {
  Step,
  Value,
  Gradient,
  After,
  Shape,
  Node,
  Edge,
  Word,
  Queue,
  Refused,
  Ring,
  Training: TrainingFact,
  Paths,
  Pipeline,
  Curve,
  TrainingCircle,
  Question,
  Choice,
  Option,
  Why,
  Order,
  FindMistake,
  Goal: GoalExercise,
  code: Code,
  pre: Pre,
};
