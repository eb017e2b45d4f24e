import type { Locator } from '@playwright/test';
import { judge } from '../../src/study/questions/judge';
import type { Question } from '../../src/study/questions/question';
import { formatShape } from '../../src/engine';
import { expect } from './fixture';
import { tabTo } from './tabTo';
import { unreadable, wrongWays } from './wrongWays';

/** Answers in every wrong way that tells its mistake, then in none at all, takes the three hints, and answers rightly. */
export async function answerQuestion(frame: Locator, question: Question): Promise<void> {
  const { keyboard } = frame.page();
  const field = frame.getByRole('textbox', { name: question.prompt });
  const status = frame.getByRole('status');
  await field.focus();
  /** What was there is selected after a wrong answer, and so typed over. */
  const answer = async (typed: string): Promise<void> => {
    await keyboard.type(typed);
    await expect(field).toHaveValue(typed);
    await keyboard.press('Enter');
  };

  for (const { typed, says, words, knows } of wrongWays(question)) {
    await answer(typed);
    await expect(status, `${question.prompt} ${typed}`).toHaveText(says);
    await expect(status).toHaveText(words);
    if (!knows) expectSecret(question, (await status.textContent()) ?? '');
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(frame).toHaveAttribute('data-solved', 'false');
  }
  await answer('abc');
  await expect(status).toHaveText(unreadable(question));

  const hints = frame.getByRole('list').getByRole('listitem');
  for (const [index, name] of ['First hint', 'Second hint', 'Third hint'].entries()) {
    const button = frame.getByRole('button', { name, exact: true });
    await button.focus();
    await keyboard.press('Enter');
    await expect(hints).toHaveCount(index + 1);
    await expect(hints.nth(index)).toContainText(question.hints[index]?.text ?? '');
    for (const formula of await hints.nth(index).locator('annotation').allTextContents()) expectSecret(question, formula);
    await expect(button).toHaveCount(0);
  }
  await expect(frame).toHaveAttribute('data-solved', 'false');

  await field.focus();
  await keyboard.press('Control+a');
  await answer(rightAnswer(question));
  await expect(status).toHaveText(/^Right: /);
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await tabTo(frame.getByRole('button', { name: 'Check', exact: true }));
}

/** None of the numbers in what is said may be the one that is asked for. */
function expectSecret({ answer, prompt }: Question, said: string): void {
  if (answer.kind !== 'number') return;
  const numbers = Array.from(said.matchAll(/[-−]?\d[\d,]*(?:\.\d+)?/g), ([text]) => Number(text.replaceAll('−', '-').replaceAll(',', '')));
  const told = numbers.filter((number) => Math.abs(number - answer.value) <= 0.004 * Math.abs(answer.value));
  expect(told, `“${said}” does not answer “${prompt}”`).toEqual([]);
}

function rightAnswer(question: Question): string {
  const { answer } = question;
  const typed = answer.kind === 'number' ? String(answer.value) : answer.kind === 'shape' ? formatShape(answer.shape) : answer.taken;
  expect(judge(question, typed).verdict).toBe('right');
  return typed;
}
