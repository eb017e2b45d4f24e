import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compile, sgdUpdate, type Program, type Recording } from '../../../src/engine';
import { LESSONS } from '../../../src/lessons/lessons';
import { formatNumber, texNumber } from '../../../src/scene/format';
import { withQuotes } from '../../../src/scene/texQuotes';
import { createLessonDesk, type OpenLesson } from '../../../src/store/lesson/lessonDesk';
import { createProgress } from '../../../src/store/lesson/progress';
import { shownIteration } from '../../../src/store/playback';
import { CircuitContext } from '../../../src/ui/circuit/circuitContext';
import { MiniflowContext, WalkContext } from '../../../src/ui/context';
import { LessonsContext, OpenLessonContext } from '../../../src/ui/lessons/lessonsContext';
import { Prose } from '../../../src/ui/lessons/prose/Prose';
import { readProse } from '../../lessons/readProse';
import { openDesk, type Desk } from '../../store/desk';
import { MemoryStorage } from '../../store/memoryStorage';

// KaTeX needs a page; here the formula itself is looked at.
vi.mock('../../../src/ui/tex/Tex', () => ({ Tex: ({ tex }: { readonly tex: string }) => <code>{tex}</code> }));

let desk: Desk;
let quotes = 0;
beforeAll(async () => {
  desk = await openDesk();
});

/** The words of a step as they are rendered, and the iteration that they quote. */
function rendered(open: OpenLesson, lessons: ReturnType<typeof createLessonDesk>): { readonly html: string; readonly recording: Recording } {
  const { stage } = open;
  const recording = shownIteration(stage.walk.playback.getState())?.timeline.recording;
  if (recording === undefined) throw new Error('nothing is shown');
  const words = (
    <MiniflowContext value={desk.miniflow}>
      <LessonsContext value={lessons}>
        <WalkContext value={stage.walk}>
          <OpenLessonContext value={open}>
            {stage.kind === 'circuit' ? (
              <CircuitContext value={stage.circuit}>
                <Prose />
              </CircuitContext>
            ) : (
              <Prose />
            )}
          </OpenLessonContext>
        </WalkContext>
      </LessonsContext>
    </MiniflowContext>
  );
  return { html: renderToStaticMarkup(words), recording };
}

/** A second computation of the same iteration: values, gradients, and what the parameters are after the update. */
function computedAgain({ graph, steps }: Recording): { readonly program: Program; readonly after: Program } {
  const run = (): Program => {
    const program = compile(graph);
    for (const step of steps) if (step.kind === 'feed') program.feed(step.node, step.value);
    program.forward();
    program.backward();
    return program;
  };
  const after = run();
  const update = steps.find(({ kind }) => kind === 'update');
  if (update?.kind === 'update') sgdUpdate(after, update.learningRate);
  return { program: run(), after };
}

/** `W[0,1]` of a matrix, by hand. */
function cellsOf(program: Program, part: string, of: string): number[] {
  const [, id = '', index] = /^([^[]+)(?:\[(.+)\])?$/.exec(of) ?? [];
  const { shape, data } = part === 'gradient' ? program.gradientView(id) : program.view(id);
  if (index === undefined) return [...data];
  const [row = 0, column] = index.split(',').map(Number);
  return [data[column === undefined ? row : row * (shape[1] ?? 1) + column] ?? NaN];
}

afterAll(() => {
  // Otherwise nothing was looked at.
  expect(quotes).toBeGreaterThan(50);
});

/** A tensor's cells as they stand in a formula, without what holds them together. */
function numbersIn(tex: string): string[] {
  return tex.replace(/\\(?:begin|end)\{bmatrix\}/g, '').replace(/^\(|\)$/g, '').split(/ & | \\\\ /).map((part) => part.trim());
}

describe.each(LESSONS)('the prose of $id', (entry) => {
  test('renders every step, and quotes nothing but what the engine computes', async () => {
    const { lesson } = await entry.load();
    const { formulas } = readProse(lesson);
    const lessons = createLessonDesk({ miniflow: desk.miniflow, progress: createProgress(() => new MemoryStorage()), turnPage: () => undefined, timeBefore: () => undefined, now: () => 0 });
    for (const step of lesson.steps) {
      lessons.openStep(entry, lesson, step.id);
      const open = lessons.state.getState().open;
      if (open === null) throw new Error('no step is open');
      const { html, recording } = rendered(open, lessons);
      expect(html, step.id).toMatch(/<p>|<div/);
      const { program, after } = computedAgain(recording);
      for (const [, attributes = '', text] of html.matchAll(/<data ([^>]*)>([^<]*)<\/data>/g)) {
        const told = (name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
        const [part, of] = [told('data-part'), told('value') ?? ''];
        // The others tell of the training, not of the graph.
        if (part === undefined) continue;
        const numbers = cellsOf(part === 'after' ? after : program, part, of).map((x) => x * Number(told('data-times') ?? 1));
        const written = numbers.map((x) => formatNumber(x, Number(told('data-digits') ?? 4)));
        expect(text?.replaceAll(/[[\]]/g, ''), `${step.id}: ${part} of ${of}`).toBe(written.join(', '));
        quotes++;
      }
      const words = formulas.flatMap((formula) => (formula.step === step.id ? [formula.tex] : [])).join('\n');
      for (const [quote, macro = '', of = ''] of words.matchAll(/\\(val|grad|after)\{([^}]*)\}/g)) {
        const numbers = cellsOf(macro === 'after' ? after : program, macro === 'grad' ? 'gradient' : 'value', of);
        expect(numbersIn(withQuotes(quote, recording)), `${step.id}: ${quote}`).toEqual(numbers.map((x) => texNumber(x)));
        quotes++;
      }
      expect(html, step.id).not.toContain('data-missing');
      // What is left of a placeholder would be a formula that KaTeX does not know.
      expect(html, step.id).not.toMatch(/\\(?:val|grad|tr|after|shape|lr)(?![A-Za-z])/);
    }
  });
});
