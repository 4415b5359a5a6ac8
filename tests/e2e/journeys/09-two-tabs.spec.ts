// One session at a time: the second tab says so, and can take it over.

import { After, Coach, SetUp, startHeelDrops } from '../pages/coach';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { answered, sessions } from '../support/store';
import { type Page, expect, test } from '../support/test';

test.use({ kept: answered() });

async function takeOver(page: Page): Promise<Coach> {
  const busy = new Screen(page);
  await busy.expectOpen('A session is running in another tab');
  await busy.button('Move it here').click();
  const coach = new Coach(page);
  await coach.expectPaused(/Paused at 0:\d\d\. Continue\?$/);
  return coach;
}

test('the second tab says that a session runs, moves it here, and the first shows that it moved', async ({ page, context, address }) => {
  await page.goto(address());
  const first = await startHeelDrops(page);
  await first.readyNow.click();
  await first.expectCount(1, 5);

  const other = await context.newPage();
  await other.goto(address('#/move/heel-drop'));
  await other.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  await new SetUp(other).ready.click();
  const second = await takeOver(other);
  await second.expectCount(1, 5);
  await expect(page.getByText('This session went on in another tab.')).toBeVisible();
  await expect(first.pain).toBeHidden();

  await second.stop.click();
  await second.button('Yes, stop').click();
  await new After(other).done.click();
  expect(await sessions(other)).toEqual([expect.objectContaining({ reps: 1, ending: 'stopped' })]);
  await page.getByRole('button', { name: 'All right' }).click();
  await new Today(page).expectHeelDrops('1 done today');
});

test('a session that moved can move back', async ({ page, context, address }) => {
  await page.goto(address());
  const first = await startHeelDrops(page);
  await first.readyNow.click();
  await first.expectCount(1, 5);
  const other = await context.newPage();
  await other.goto(address());
  await new Today(other).goOn.click();
  await takeOver(other);

  await expect(page.getByText('This session went on in another tab.')).toBeVisible();
  await page.getByRole('button', { name: 'All right' }).click();
  await new Today(page).startHeelDrops.click();
  await new SetUp(page).ready.click();
  const again = await takeOver(page);
  await again.expectCount(1, 5);
  await expect(other.getByText('This session went on in another tab.')).toBeVisible();
});

test('a tab that is closed sets the session free', async ({ page, context, address }) => {
  const other = await context.newPage();
  await other.goto(address());
  const coach = await startHeelDrops(other);
  await coach.readyNow.click();
  await coach.expectCount(1, 5);
  await other.close();
  await page.goto(address());
  await new Today(page).goOn.click();
  await new Coach(page).expectPaused(/^Here is where you were/);
  await new Coach(page).expectCount(1, 5);
});

test('answers that change in another tab pause a session that is no longer open', async ({ page, context, address }) => {
  await page.goto(address());
  const first = await startHeelDrops(page);
  await first.readyNow.click();
  await first.expectCount(1, 5);

  const other = await context.newPage();
  await other.goto(address('#/move/safety'));
  await other.getByText('Change my answers').click();
  await other.getByRole('button', { name: /^Change: Have you broken a bone/ }).click();
  await other.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Please ask first');

  await first.expectSays('Something has changed, and this is not open now');
  await expect(first.goOn).toBeDisabled();
});
