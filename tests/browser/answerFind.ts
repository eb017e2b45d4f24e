import type { Locator } from '@playwright/test';
import type { Recording } from '../../src/engine';
import { MISTAKES, type Mistake } from '../../src/lessons/lesson';
import { brokenPass } from '../../src/study/broken/brokenPass';
import { checkBroken, type BrokenCheck } from '../../src/study/broken/checkBroken';
import { judgeGuess } from '../../src/study/broken/judgement';
import { MISTAKE_WORDS } from '../../src/study/broken/mistakeWords';
import { checkables } from '../../src/study/broken/mysteries';
import { expect } from './fixture';
import { pressByKey } from './tabTo';

/** Names every wrong mistake without having looked, then with all the evidence, and then the right one. */
export async function answerFind(frame: Locator, recording: Recording, hidden: Mistake): Promise<void> {
  const pass = brokenPass(recording, hidden);
  const { all } = checkables(recording);
  const name = (mistake: Mistake): Locator => frame.getByRole('group', { name: 'Which mistake is it?' }).getByRole('button', { name: MISTAKE_WORDS[mistake].title, exact: true });
  const wrong = MISTAKES.filter((mistake) => !judgeGuess(pass, mistake, new Map()).right);
  expect(wrong.length, 'mistakes to be mistaken for it').toBeGreaterThan(0);

  const nameWrongly = async (checks: ReadonlyMap<string, BrokenCheck>, evidence: RegExp): Promise<void> => {
    for (const mistake of wrong) {
      const judgement = judgeGuess(pass, mistake, checks);
      await pressByKey(name(mistake));
      const answer = frame.getByRole('status').filter({ hasText: `✗ Not ${MISTAKE_WORDS[mistake].title}.` });
      await expect(answer).toContainText(judgement.right ? 'right' : judgement.why);
      await expect(answer).toContainText(evidence);
      await expect(frame).toHaveAttribute('data-solved', 'false');
    }
  };
  await nameWrongly(new Map(), /check/);

  // One node by itself, and then the rest.
  await pressByKey(frame.getByRole('button', { name: /^Check (?!all)/ }).first());
  await expect(frame.getByRole('status').filter({ hasText: /^1 node checked: / })).toBeVisible();
  await pressByKey(frame.getByRole('button', { name: /^Check all/ }));
  await expect(frame.getByRole('status').filter({ hasText: `${all.length} nodes checked: ` })).toBeVisible();
  await nameWrongly(new Map(all.map((node) => [node, checkBroken(pass, node)])), /; (it|that of .+) is .+\.$/);

  await pressByKey(name(hidden));
  await expect(frame.getByRole('heading', { name: `✓ ${MISTAKE_WORDS[hidden].title}` })).toBeVisible();
  await expect(frame).toContainText(MISTAKE_WORDS[hidden].mends);
}
