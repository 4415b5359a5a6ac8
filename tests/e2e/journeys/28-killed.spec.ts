// The plug is pulled: the whole browser is killed, again and again, and what a person saw as kept is there at the next start.
// BONEWISE_KILLS=30 pulls it that often, at moments from a quarter of a second to a minute after a tap.

import { After, Coach, SetUp } from '../pages/coach';
import { Foods } from '../pages/foods';
import { answerSafety } from '../pages/safety';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Killable } from '../support/killable';
import { Server } from '../support/server';
import { journal, sessions } from '../support/store';
import { type Page, expect, test } from '../support/test';

/** What was acknowledged longer ago than this is kept. */
const ACKNOWLEDGED_MS = 250;
const FOOD = 'Low-fat milk';

async function foodsNoted(page: Page): Promise<number> {
  return (await journal(page)).filter((entry) => entry.kind.kind === 'food').length;
}

async function eat(page: Page, portions: number): Promise<void> {
  const foods = new Foods(page);
  await foods.find(FOOD);
  await foods.eat(FOOD);
  await expect(foods.food(FOOD)).toContainText(`Today: ${portions} portion`);
}

/** The second copy is joined soon after the start: what was lost is back. */
async function expectFoods(page: Page, portions: number): Promise<void> {
  await expect(new Foods(page).food(FOOD)).toContainText(`Today: ${portions} portion`);
  await expect.poll(() => foodsNoted(page)).toBe(portions);
}

async function openFoods(browser: Killable, server: Server): Promise<Page> {
  const page = await browser.open(`${server.url}#/nourish/foods`);
  await new Foods(page).expectOpen('Foods and calcium');
  await new Foods(page).find(FOOD);
  return page;
}

test('killed five times, nothing that was shown as kept is lost', async ({ server }) => {
  const browser = await Killable.make();
  try {
    // Answers, all ten of them, and a food.
    let page = await browser.open(server.url);
    await new Today(page).startHeelDrops.click();
    await answerSafety(page, 'all no');
    await new SetUp(page).expectOpen('Set up');
    await page.goto(`${server.url}#/nourish/foods`);
    await eat(page, 1);
    await page.waitForTimeout(ACKNOWLEDGED_MS);
    await browser.kill();

    // In the middle of a session.
    page = await openFoods(browser, server);
    await expectFoods(page, 1);
    await page.goto(`${server.url}#/today`);
    await new Today(page).startHeelDrops.click();
    let coach = await new SetUp(page).begin();
    await coach.readyNow.click();
    await coach.expectCount(2, 5);
    await page.waitForTimeout(ACKNOWLEDGED_MS);
    await browser.kill();

    // Right after its end.
    page = await browser.open(server.url);
    const today = new Today(page);
    await expect(today.unfinished).toBeVisible();
    await expect(today.main).toContainText(/[2-4] of 10 done/);
    await today.goOn.click();
    coach = new Coach(page);
    await coach.stop.click();
    await coach.button('Yes, stop').click();
    await new After(page).effort('Right').click();
    await new After(page).done.click();
    await new Today(page).expectOpen(/./);
    await page.waitForTimeout(ACKNOWLEDGED_MS);
    await browser.kill();

    // It is over, and stays so; then a few seconds after a note.
    page = await browser.open(server.url);
    await expect(new Today(page).list).toBeVisible();
    await expect.poll(() => sessions(page)).toEqual([expect.objectContaining({ ending: 'stopped' })]);
    await expect(new Today(page).unfinished).toBeHidden();
    expect((await journal(page)).some((entry) => entry.kind.kind === 'felt')).toBe(true);
    await page.goto(`${server.url}#/nourish/foods`);
    await eat(page, 2);
    await page.waitForTimeout(4_000);
    await browser.kill();

    // What was taken back stays taken back.
    page = await openFoods(browser, server);
    await expectFoods(page, 2);
    await new Foods(page).food(FOOD).getByRole('button', { name: 'Take back' }).click();
    await expect(new Foods(page).food(FOOD)).toContainText('Today: 1 portion');
    await page.waitForTimeout(ACKNOWLEDGED_MS);
    await browser.kill();

    page = await openFoods(browser, server);
    await expect(new Foods(page).food(FOOD)).toContainText('Today: 1 portion');
    await new Screen(page).tab('Journal').click();
    await new Screen(page).expectOpen('Journal');
    await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toHaveCount(1);
  } finally {
    await browser.remove();
  }
});

const KILLS = Number(process.env.BONEWISE_KILLS ?? 0);

test.describe('many times', () => {
  test.skip(KILLS === 0, 'only where it is asked for');

  test(`killed ${KILLS} times, at any moment`, async ({ server }) => {
    test.setTimeout(KILLS * 90_000);
    const browser = await Killable.make();
    const lost: string[] = [];
    try {
      for (let kill = 0, portions = 0; kill < KILLS; kill++) {
        const page = await openFoods(browser, server);
        await page.waitForTimeout(1_000);
        const found = await foodsNoted(page);
        if (found !== portions) lost.push(`kill ${kill}: ${found} of ${portions} there`);
        portions = found + 1;
        await new Foods(page).eat(FOOD);
        await expect.poll(() => foodsNoted(page)).toBe(portions);
        // The ages are spread, most of them short: 0.25 s to 60 s.
        const age = ACKNOWLEDGED_MS + Math.round(60_000 * ((kill % 10) / 10) ** 3);
        await page.waitForTimeout(age);
        await browser.kill();
      }
      console.log(`${KILLS} kills: ${lost.length} with a loss`);
      expect(lost).toEqual([]);
    } finally {
      await browser.remove();
    }
  });
});
