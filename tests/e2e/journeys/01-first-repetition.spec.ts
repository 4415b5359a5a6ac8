// How far it is from the first open to the first repetition, for somebody with nothing the matter: taps, screens and words on
// a phone, with their limits. The table stands in target/audit/first-visit.json afterwards, for `cargo xtask audit` to print.

import { mkdir, writeFile } from 'node:fs/promises';

import { Coach, SetUp } from '../pages/coach';
import { NOTHING, Safety } from '../pages/safety';
import { Today } from '../pages/today';
import { type Page, expect, test } from '../support/test';
import { type Words, wordsInView } from '../support/words';

const MOST = { taps: 8, screens: 9, words: 300 };
const TABLE = 'target/audit/first-visit.json';

type Step = { screen: string } & Words;

/** A walk with a count: each screen that is looked at, and each tap. */
class Walk {
  readonly steps: Step[] = [];
  taps = 0;

  constructor(private readonly page: Page) {}

  async look(): Promise<void> {
    const screen = await this.page.getByRole('main').getByRole('heading').or(this.page.getByText(/^Get ready/)).first().innerText();
    this.steps.push({ screen, ...(await wordsInView(this.page)) });
  }

  async tap(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    // What has to be looked for further down is another screen.
    await expect(button).toBeInViewport({ ratio: 1 });
    await button.click();
    this.taps++;
  }

  get table() {
    const words = this.steps.reduce((sum, step) => sum + step.read, 0);
    return { taps: this.taps, screens: this.steps.length, words, steps: this.steps };
  }
}

test('from the first open to the first repetition: 8 taps, 9 screens, 300 words at most', async ({ page, address }) => {
  // A phone's browser keeps the screen on; this one cannot, and would say so.
  await page.addInitScript(() => {
    const lock = Object.assign(new EventTarget(), { released: false, release: async () => {} });
    Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request: async () => lock } });
  });
  await page.goto(address());
  const today = new Today(page);
  await today.expectOpen('Welcome to Bonewise');
  // What it is stands above the fold, and so does the way in.
  await expect(page.getByText('Two gentle exercises a day')).toBeInViewport({ ratio: 1 });
  const walk = new Walk(page);
  await walk.look();
  await walk.tap('Start heel raises');
  const safety = new Safety(page);
  for (const [place, name] of NOTHING.entries()) {
    await safety.expectScreen(place + 1);
    await walk.look();
    await walk.tap(name);
  }
  await safety.expectOpen('Check your answers');
  await walk.look();
  await walk.tap('All of this is right');
  await new SetUp(page).expectOpen('Set up');
  await walk.look();
  await walk.tap('I’m ready');
  const coach = new Coach(page);
  await expect(coach.readyNow).toBeVisible();
  await walk.look();
  // The first beat comes by itself.
  await expect(coach.slower).toBeVisible({ timeout: 15_000 });

  const table = walk.table;
  await mkdir('target/audit', { recursive: true });
  await writeFile(TABLE, JSON.stringify({ most: MOST, ...table }, null, 2));
  test.info().annotations.push({ type: 'first visit', description: JSON.stringify(table) });
  for (const step of table.steps) expect.soft(step.read, step.screen).toBeGreaterThan(5);
  expect.soft(table.taps).toBeLessThanOrEqual(MOST.taps);
  expect.soft(table.screens).toBeLessThanOrEqual(MOST.screens);
  expect.soft(table.words, JSON.stringify(table.steps)).toBeLessThanOrEqual(MOST.words);
});

test('the size of the text is offered once, and not again after a choice', async ({ page, address }) => {
  await page.goto(address());
  const sizes = page.getByRole('group', { name: 'Text size' });
  const size = (name: string) => sizes.getByRole('button', { name, exact: true });
  await size('Largest').click();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
  // Too large after all: the choice stays as long as the screen does.
  await size('Normal').click();
  await expect(page.locator('html')).not.toHaveAttribute('data-text');
  await page.reload();
  await new Today(page).expectOpen('Welcome to Bonewise');
  await expect(sizes).toHaveCount(0);
});

test('nor after the first questions are answered', async ({ page, address }) => {
  await page.goto(address());
  const sizes = page.getByRole('group', { name: 'Text size' });
  await expect(sizes).toBeVisible();
  await new Today(page).startHeelDrops.click();
  await new Safety(page).answerScreen(1, () => 'no');
  await new Safety(page).expectScreen(2);
  await page.goto(address('#/today'));
  await new Today(page).expectOpen('Welcome to Bonewise');
  await expect(sizes).toHaveCount(0);
});
