import { createContext, use, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lesson } from '../../src/lessons/lesson';
import { TAGS } from '../../src/ui/lessons/prose/tags';

/** A tag in a lesson's prose. */
export interface Use {
  /** The step that it stands in; empty outside of all. */
  readonly step: string;
  readonly tag: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** A lesson's prose, taken apart. */
export interface ReadProse {
  /** The steps, in the order of the prose. */
  readonly steps: readonly string[];
  readonly uses: readonly Use[];
  /** The formulas, with the step that they stand in. */
  readonly formulas: readonly { readonly step: string; readonly tex: string }[];
  /** What is left: the typed words of each step, choices and their reasons included. */
  readonly words: ReadonlyMap<string, string>;
}

const EXERCISES = ['Question', 'Choice', 'Order', 'FindMistake', 'Goal'];

/** Renders a lesson's prose with all the page's tags, which note where they stand instead of showing anything. */
export function readProse({ Prose }: Pick<Lesson, 'Prose'>): ReadProse {
  const steps: string[] = [];
  const uses: Use[] = [];
  const formulas: { readonly step: string; readonly tex: string }[] = [];
  const StepContext = createContext('');
  const noted = (tag: string) =>
    function Noted({ children, ...props }: { readonly children?: ReactNode }) {
      uses.push({ step: use(StepContext), tag, props: { ...props, text: typeof children === 'string' ? children : undefined } });
      return <> {children} </>;
    };
  const components = {
    ...Object.fromEntries(Object.keys(TAGS).filter((tag) => /^[A-Z]/.test(tag)).map((tag) => [tag, noted(tag)])),
    Step: ({ id, children }: { readonly id: string; readonly children?: ReactNode }) => {
      steps.push(id);
      return (
        <StepContext value={id}>
          <article data-step={id}>{children}</article>
        </StepContext>
      );
    },
    code: function Code({ className = '', children }: { readonly className?: string; readonly children: string }) {
      const step = use(StepContext);
      if (!className.includes('language-math')) return <code>{children}</code>;
      formulas.push({ step, tex: children });
      return ' ';
    },
      };
  const markup = renderToStaticMarkup(<Prose components={components} />);
  const parts = markup.split(/<article data-step="([^"]*)">/);
  const words = new Map(steps.map((step, index) => [step, textOf(parts[2 * index + 2] ?? '')]));
  return { steps, uses, formulas, words };
}

/** Whether a use is an exercise. */
export function isExercise({ tag }: Use): boolean {
  return EXERCISES.includes(tag);
}

function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replaceAll('&#x27;', '’').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

/**
 * The numbers in a text that a graph should have computed: all but 0, 1 and 2, and but those in names such as `W1` or `l₂`.
 */
export function typedNumbers(text: string): string[] {
  const numbers = text.match(/(?<![\p{L}_\d.])\d+(?:[.,]\d+)*/gu) ?? [];
  return numbers.filter((number) => !['0', '1', '2'].includes(number));
}

/** The same in TeX, where quotations, indices and exponents do not count. */
export function typedNumbersInTex(tex: string): string[] {
  const bare = tex
    .replace(/\\(?:val|grad|tr|after|shape)\{[^}]*\}/g, ' ')
    .replace(/[_^]\s*\{[^{}]*\}/g, ' ')
    .replace(/[_^]\s*\d/g, ' ')
    .replace(/\\\\\s*\[[^\]]*\]/g, ' ')
    .replace(/\\[A-Za-z]+/g, ' ');
  // In TeX a letter before a digit is a factor, not a part of a name.
  return typedNumbers(bare.replace(/[A-Za-z]/g, ' '));
}
