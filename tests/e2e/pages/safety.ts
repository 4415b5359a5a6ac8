import { type Locator, type Page, expect } from '@playwright/test';

import { Screen } from './screen';

/** The ten questions, in the order they are asked, by a few of their words. */
export const QUESTIONS = {
  recentBreak: 'operation in the last 3 months?',
  spineBreak: 'Has a bone in your spine ever broken',
  newPain: 'new pain that no one has explained?',
  heartOrBreath: 'trouble with your heart or your breathing?',
  breakAfter50: 'since you turned 50?',
  osteoporosis: 'told that you have osteoporosis?',
  fall: 'Have you fallen in the last year',
  dizzy: 'Do you feel dizzy at times?',
  joints: 'trouble with a knee, hip, calf, heel or foot',
  noSupport: 'What can you hold on to?',
} as const;

export type Question = keyof typeof QUESTIONS;
export type Given = 'yes' | 'no' | 'not sure';
export type Answers = 'all no' | Partial<Record<Question, Given>>;

/** The "no" to the last question. */
export const STURDY = 'A sturdy chair or counter';
/** The "no" to any. */
export const NO = new RegExp(`^(No\\b|${STURDY})`);

const ORDER = Object.keys(QUESTIONS) as Question[];

export class Safety extends Screen {
  get reasons(): Locator {
    return this.page.getByRole('heading', { name: 'Because you said or noted:' }).locator('..').getByRole('listitem');
  }

  get startHeelDrops(): Locator {
    return this.button(/^Start heel (drops|raises)/);
  }

  /** Answers the question that is open. */
  async answer(question: Question, given: Given): Promise<void> {
    await expect(this.heading).toContainText(QUESTIONS[question]);
    if (question === 'noSupport' && given !== 'not sure') {
      await this.button(given === 'yes' ? 'Nothing sturdy' : STURDY).click();
    } else {
      await this.button({ yes: 'Yes', no: 'No', 'not sure': 'Not sure' }[given]).click();
    }
  }

  /** Answers a question anew, from the list of answers. */
  async change(question: Question, given: Given): Promise<void> {
    const words = QUESTIONS[question].replace('?', '\\?');
    await this.page.getByRole('button', { name: new RegExp(`^Change: .*${words}`) }).click();
    await this.answer(question, given);
  }
}

/** Answers all ten questions; those not named with no. */
export async function answerSafety(page: Page, answers: Answers): Promise<Safety> {
  const safety = new Safety(page);
  for (const [place, question] of ORDER.entries()) {
    await expect(page.getByText(`Question ${place + 1} of 10`)).toBeVisible();
    await safety.answer(question, answers === 'all no' ? 'no' : (answers[question] ?? 'no'));
  }
  return safety;
}
