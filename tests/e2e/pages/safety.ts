import { type Locator, type Page, expect } from '@playwright/test';

import { Screen } from './screen';

/** The screens of questions, in the order they are asked, by their headings. */
export const GROUPS = [
  'Broken bones',
  'Trouble with your heart or breathing, or ill now?',
  'Pain and balance',
  'Bones and joints',
  'Do you have a sturdy chair or counter to hold?',
] as const;

/** The ten questions as they are asked one by one, by a few of their words. */
export const QUESTIONS = {
  recentBreak: 'operation in the last 3 months?',
  spineBreak: 'Has a bone in your spine ever broken',
  breakAfter50: 'since you turned 50?',
  heartOrBreath: 'Trouble with your heart or breathing',
  newPain: 'new pain that no one has explained?',
  fall: 'Have you fallen in the last year',
  dizzy: 'Do you feel dizzy at times?',
  osteoporosis: 'told that you have osteoporosis?',
  joints: 'trouble with a knee, hip, calf, heel or foot',
  noSupport: 'Do you have a sturdy chair or counter',
} as const;

export type Question = keyof typeof QUESTIONS;
export type Given = 'yes' | 'no' | 'not sure';
export type Answers = 'all no' | Partial<Record<Question, Given>>;

/** The lines to tick on the screens that are lists. */
export const LINES: Partial<Record<Question, string>> = {
  recentBreak: 'Broken bone or operation',
  spineBreak: 'A broken spine bone',
  breakAfter50: 'Any bone broken after 50',
  newPain: 'New pain that no one has explained',
  fall: 'A fall in the last year',
  dizzy: 'Dizzy at times',
  osteoporosis: 'Osteoporosis (weak bones)',
  joints: 'Bad back, new joint',
};

/** Which questions each screen asks. */
const ASKED: Question[][] = [
  ['recentBreak', 'spineBreak', 'breakAfter50'],
  ['heartOrBreath'],
  ['newPain', 'fall', 'dizzy'],
  ['osteoporosis', 'joints'],
  ['noSupport'],
];

/** What leads on from a screen of questions where nothing is the matter, by its place. */
export const NOTHING = ['None of these', 'No', 'None of these', 'None of these', 'Yes'] as const;

export class Safety extends Screen {
  get reasons(): Locator {
    return this.page.getByRole('heading', { name: 'Because you said or noted:' }).locator('..').getByRole('listitem');
  }

  get startHeelDrops(): Locator {
    return this.button(/^Start heel (drops|raises)/);
  }

  get notSure(): Locator {
    return this.button('Not sure');
  }

  get right(): Locator {
    return this.button('All of this is right');
  }

  line(question: Question): Locator {
    return this.page.getByRole('checkbox', { name: LINES[question]! });
  }

  /** How far one has come: the screen by its place, from 1. */
  async expectScreen(number: number): Promise<void> {
    await expect(this.heading).toHaveText(GROUPS[number - 1]);
    await expect(this.page.getByText(`${number} of ${GROUPS.length}`, { exact: true })).toBeVisible();
  }

  /** Leads on from a list, which may have to be seen to its end first. */
  async goOn(name: string): Promise<void> {
    const rest = this.button('See the rest');
    const wanted = this.button(name);
    await expect(rest.or(wanted)).toBeVisible();
    // What the button leads to is known a frame after the list stands there.
    await this.frames();
    if (await rest.isVisible()) await this.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(wanted).toBeVisible();
    await wanted.click();
  }

  private async frames(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  }

  /** Answers the question that is asked by itself. */
  async answer(question: Question, given: Given): Promise<void> {
    await expect(this.heading).toContainText(QUESTIONS[question]);
    // Asked the other way round: who has a chair says yes, and does not lack one.
    const turned = { yes: 'No', no: 'Yes', 'not sure': 'Not sure' } as const;
    const straight = { yes: 'Yes', no: 'No', 'not sure': 'Not sure' } as const;
    await this.button((question === 'noSupport' ? turned : straight)[given]).click();
  }

  /** Answers a screen of questions, by its place from 1. */
  async answerScreen(number: number, of: (question: Question) => Given): Promise<void> {
    await this.expectScreen(number);
    const questions = ASKED[number - 1];
    if (questions.length === 1) return this.answer(questions[0], of(questions[0]));
    const ticked = questions.filter((question) => of(question) === 'yes');
    for (const question of ticked) await this.line(question).check();
    if (questions.some((question) => of(question) === 'not sure')) {
      await this.notSure.click();
      for (const question of questions) {
        if (!ticked.includes(question)) await this.answer(question, of(question));
      }
    } else {
      await this.goOn(ticked.length > 0 ? 'Next' : 'None of these');
    }
  }

  /** Answers a question anew, from the list of answers. */
  async change(question: Question, given: Given): Promise<void> {
    const words = QUESTIONS[question].replace('?', '\\?');
    await this.page.getByRole('button', { name: new RegExp(`^Change: .*${words}`) }).click();
    await this.answer(question, given);
  }
}

/** Answers all the questions, those not named with no, up to the list of answers. */
export async function answerQuestions(page: Page, answers: Answers): Promise<Safety> {
  const safety = new Safety(page);
  const of = (question: Question) => (answers === 'all no' ? 'no' : (answers[question] ?? 'no'));
  for (let number = 1; number <= GROUPS.length; number++) await safety.answerScreen(number, of);
  await expect(safety.heading).toHaveText('Check your answers');
  return safety;
}

/** The same, and says that all of them are right. */
export async function answerSafety(page: Page, answers: Answers): Promise<Safety> {
  const safety = await answerQuestions(page, answers);
  await safety.right.click();
  return safety;
}
