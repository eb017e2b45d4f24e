import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, GraphError } from '../../src/engine';
import type { Ask } from '../../src/lessons/ask';
import { wordOf } from '../../src/lessons/glossary';
import type { Lesson, LessonStep, Stage } from '../../src/lessons/lesson';
import { LESSONS } from '../../src/lessons/lessons';
import { timeOf } from '../../src/scene/moments';
import { quoteOf } from '../../src/scene/reading';
import { withQuotes } from '../../src/scene/texQuotes';
import type { Timeline } from '../../src/scene/timeline';
import { questionOf } from '../../src/study/questions/questionOf';
import { timelineOfStage } from './lessonTimeline';
import { isExercise, readProse, typedNumbers, typedNumbersInTex, type Use } from './readProse';

const PLACE = /^[a-z]+(?:-[a-z\d]+)*$/;

/** The lesson's folder: its address as one word. */
function folderOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What each step stands on: its own stage, or that of the step before. */
function stagesOf({ stages, steps }: Lesson): { readonly step: LessonStep; readonly name: string; readonly stage: Stage }[] {
  let name = Object.keys(stages)[0] ?? '';
  return steps.map((step) => {
    name = step.stage ?? name;
    const stage = stages[name];
    if (stage === undefined) throw new Error(`step ${step.id} names the stage ${name}, which there is not`);
    return { step, name, stage };
  });
}

/** Stages that must fail, and are never opened. */
function refusedIn(uses: readonly Use[]): Set<unknown> {
  return new Set(uses.filter(({ tag }) => tag === 'Refused').map(({ props }) => props.stage));
}

/** The time at which an answer is on the screen: of a sum of shares, once the last of them is there. */
function answeredAt(timeline: Timeline, ask: Ask): number {
  switch (ask.what) {
    case 'gradient':
      return timeOf(timeline, { gradientOf: ask.node }) ?? NaN;
    case 'flow':
      return timeOf(timeline, { edge: ask.edge, has: 'flow' }) ?? NaN;
    default:
      return questionOf(timeline, ask)?.reveal ?? NaN;
  }
}

describe('LESSONS', () => {
  test('have an address each, a title, an aim in a sentence, and are done in two hours', () => {
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
    for (const { id, title, aim } of LESSONS) {
      expect(id).toMatch(PLACE);
      expect(title).not.toBe('');
      expect(aim).toMatch(/^[A-Z].*\.$/);
    }
    expect(LESSONS.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(120);
  });

  test('stand each in a folder of its own, named after its address', () => {
    for (const { id } of LESSONS) expect(existsSync(`src/lessons/${folderOf(id)}/lesson.ts`), id).toBe(true);
  });
});

describe.each(LESSONS.map((entry) => [entry.id, entry] as const))('lesson %s', async (_id, entry) => {
  const { lesson } = await entry.load();
  const prose = readProse(lesson);
  const staged = stagesOf(lesson);
  const timelines = new Map(staged.map(({ name, stage }) => [name, timelineOfStage(stage)]));
  const at = (id: string) => {
    const found = staged.find(({ step }) => step.id === id);
    const timeline = timelines.get(found?.name ?? '');
    if (found === undefined || timeline === undefined) throw new Error(`there is no step ${id}`);
    return { ...found, timeline };
  };
  /** What the reader's own network shows is not known here, only which nodes it has. */
  const isKnown = ({ step }: Use): boolean => at(step).stage.kind !== 'network';

  test('has steps with an address and a title each, and prose for every one, in the same order', () => {
    const ids = lesson.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title } of lesson.steps) {
      expect(id).toMatch(PLACE);
      expect(title, id).not.toBe('');
      expect((prose.words.get(id) ?? '').length, `words of ${id}`).toBeGreaterThan(40);
    }
    expect(prose.steps).toEqual(ids);
    expect(prose.uses.filter(({ step }) => step === '')).toEqual([]);
  });

  test('opens every stage but those that the engine is to refuse', () => {
    const opened = new Set<unknown>(staged.map(({ name }) => name));
    const refused = refusedIn(prose.uses);
    expect(new Set([...opened, ...refused])).toEqual(new Set(Object.keys(lesson.stages)));
    for (const name of refused) {
      const stage = lesson.stages[String(name)];
      expect(opened.has(name), `${String(name)} is opened`).toBe(false);
      expect(() => stage?.kind === 'graph' && compile(stage.graph)).toThrow(GraphError);
    }
  });

  test('has moments that come in its iterations, and time that plays forward', () => {
    for (const { step, timeline } of lesson.steps.map(({ id }) => at(id))) {
      const from = step.from === undefined ? 0 : timeOf(timeline, step.from);
      const to = step.to === undefined ? from : timeOf(timeline, step.to);
      expect(from, `${step.id}: from`).toBeDefined();
      expect(to, `${step.id}: to`).toBeDefined();
      if (step.to !== undefined) expect(to ?? 0, `${step.id} plays`).toBeGreaterThan(from ?? 0);
    }
  });

  test('selects and lights what is on its graph', () => {
    for (const { step, timeline } of lesson.steps.map(({ id }) => at(id))) {
      const { nodes = [], edges = [] } = step.spotlight ?? {};
      const chosen = step.select;
      for (const id of [...nodes, ...(chosen?.kind === 'node' ? [chosen.id] : [])]) expect(timeline.nodes.has(id), `${step.id}: ${id}`).toBe(true);
      for (const id of [...edges, ...(chosen?.kind === 'edge' ? [chosen.id] : [])]) expect(timeline.edges.has(id), `${step.id}: ${id}`).toBe(true);
      if (step.cell !== undefined) expect(timeline.shapes.get(chosen?.id ?? '')?.reduce((cells, length) => cells * length, 1)).toBeGreaterThan(step.cell);
    }
  });

  test('names nodes and edges in its prose that are on the step’s graph', () => {
    for (const use of prose.uses) {
      const { timeline } = at(use.step);
      if (use.tag === 'Node') expect(timeline.nodes.has(String(use.props.id)), `${use.step}: ${String(use.props.id)}`).toBe(true);
      if (use.tag === 'Edge') expect(timeline.edges.has(String(use.props.id)), `${use.step}: ${String(use.props.id)}`).toBe(true);
    }
  });

  test('looks up words that are in the glossary', () => {
    for (const { step, tag, props } of prose.uses) if (tag === 'Word') expect(wordOf(String(props.is)), `${step}: ${String(props.is)}`).toBeDefined();
  });

  test('quotes numbers that there are', () => {
    const parts = { Value: 'value', Shape: 'value', Gradient: 'gradient', After: 'after' } as const;
    for (const use of prose.uses) {
      const part = parts[use.tag as keyof typeof parts] as (typeof parts)[keyof typeof parts] | undefined;
      if (part === undefined) continue;
      const { data } = quoteOf(at(use.step).timeline.recording, part, String(use.props.of));
      if (isKnown(use)) expect(data.every(Number.isFinite), `${use.step}: ${String(use.props.of)}`).toBe(true);
    }
    for (const { step, tex } of prose.formulas) {
      const filled = withQuotes(tex, at(step).timeline.recording);
      expect(filled, `${step}: ${tex}`).not.toMatch(/\\(?:val|grad|tr|after|shape|lr)(?![A-Za-z])|NaN|undefined/);
    }
  });

  test('types no number that the graph could compute', () => {
    for (const [step, words] of prose.words) expect(typedNumbers(words), `${step}: ${words}`).toEqual([]);
    for (const { step, tex } of prose.formulas) expect(typedNumbersInTex(tex), `${step}: ${tex}`).toEqual([]);
    for (const { title } of lesson.steps) expect(typedNumbers(title)).toEqual([]);
    expect([...typedNumbers(entry.title), ...typedNumbers(entry.aim)]).toEqual([]);
  });

  test('has its exercises in the prose of their step, by the tag of their kind', () => {
    const tags = { question: 'Question', choice: 'Choice', order: 'Order', find: 'FindMistake', goal: 'Goal' } as const;
    const declared = lesson.steps.flatMap(({ id, exercises = {} }) => Object.entries(exercises).map(([key, { kind }]) => `${id}: ${tags[kind]} ${key}`));
    const used = prose.uses.filter(isExercise).map(({ step, tag, props }) => `${step}: ${tag} ${String(props.id)}`);
    expect(used.toSorted()).toEqual(declared.toSorted());
    expect(declared.length).toBeGreaterThanOrEqual(2);
  });

  test('offers with every choice one right answer, and gives a reason for each', () => {
    const choices = prose.uses.filter(({ tag }) => tag === 'Choice');
    const options = prose.uses.filter(({ tag }) => tag === 'Option');
    expect(options.filter(({ props }) => props.right === true).length).toBe(choices.length);
    expect(prose.uses.filter(({ tag }) => tag === 'Why').length).toBe(options.length);
    expect(options.length).toBeGreaterThanOrEqual(2 * choices.length);
  });

  test('asks questions that have an answer, before it is shown', () => {
    for (const { step, timeline, stage } of lesson.steps.map(({ id }) => at(id))) {
      const shown = timeOf(timeline, step.to ?? step.from ?? 'start') ?? Infinity;
      for (const [key, exercise] of Object.entries(step.exercises ?? {})) {
        if (exercise.kind !== 'question' || stage.kind === 'network') continue;
        const { ask } = exercise;
        expect(questionOf(timeline, ask), `${step.id}: ${key}`).toBeDefined();
        // The shape of a node can be read off it at any time; where it comes from is the question.
        if (ask.what !== 'shape') expect(answeredAt(timeline, ask), `${step.id}: ${key}`).toBeGreaterThan(shown);
      }
    }
  });
});

describe('typedNumbers', () => {
  test('finds numbers, and lets 0, 1, 2 and those in names pass', () => {
    expect(typedNumbers('W1 and l₂ hold 200 of 3.5, not 1 or 2')).toEqual(['200', '3.5']);
  });
});

describe('typedNumbersInTex', () => {
  test('finds numbers, and lets quotations, indices and exponents pass', () => {
    expect(typedNumbersInTex(String.raw`\frac{2}{m} x_3^4 \cdot \val{X[7,8]} + 0.5 w_{13} - 19`)).toEqual(['0.5', '19']);
  });
});
