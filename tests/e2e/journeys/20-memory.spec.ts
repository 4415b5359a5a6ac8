// What was entered stays, and a page that slept does not believe its memory.

import { After, startHeelDrops } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { Screen } from '../pages/screen';
import { Clock } from '../support/clock';
import { answered, everything, journal, open, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

/** The page is told nothing of what others write, as a page in the browser's history or a frozen tab is. */
async function deaf(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  });
}

async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
}

async function allergies(page: Page): Promise<Record<string, boolean>> {
  const text = (await everything(page))['bonewise:settings'];
  return text ? open<{ person: { allergies: Record<string, boolean> } }>(text).person.allergies : {};
}

/** Chromium keeps a copy of the storage for each of its processes: waits until this page's has it. */
async function handedOver(page: Page, allergy: string): Promise<void> {
  await expect.poll(async () => (await allergies(page))[allergy]).toBe(true);
}

test.describe('two tabs, one of which slept', () => {
  test('an allergy ticked in the other is neither lost nor unseen', async ({ page, context, address }) => {
    await deaf(page);
    await page.goto(address('#/settings'));
    await new Screen(page).expectOpen('Settings');
    const other = await context.newPage();
    await other.goto(address('#/settings'));
    await other.getByRole('checkbox', { name: 'Sesame' }).check();
    await handedOver(page, 'sesame');
    await page.getByRole('radio', { name: 'Large', exact: true }).check();
    expect(await allergies(page)).toMatchObject({ sesame: true });
    await expect(page.getByRole('checkbox', { name: 'Sesame' })).toBeChecked();

    await other.getByRole('checkbox', { name: 'Milk' }).check();
    await handedOver(page, 'milk');
    await expect(page.getByRole('checkbox', { name: 'Milk' })).not.toBeChecked();
    await comeBack(page);
    await expect(page.getByRole('checkbox', { name: 'Milk' })).toBeChecked();
  });

  test('what was noted and answered in the other is there on return', async ({ page, context, address }) => {
    await deaf(page);
    await page.goto(address('#/today'));
    await expect(page.getByRole('button', { name: 'I was outside' })).toBeVisible();
    const other = await context.newPage();
    await other.goto(address('#/today'));
    await other.getByRole('button', { name: 'I was outside' }).click();
    await expect.poll(async () => (await journal(page)).length).toBe(1);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
    await comeBack(page);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(await journal(page)).toHaveLength(1);
  });
});

test.describe('what is half entered', () => {
  test('a note survives a reload and a look at Get help, and is gone once it is saved', async ({ page, address }) => {
    await page.goto(address('#/know/note'));
    const screen = new Screen(page);
    const pain = screen.button('Pain 6 of 10');
    const lowerBack = page.getByRole('checkbox', { name: 'Lower back' });
    await page.getByText('Choose from a list').click();
    await lowerBack.check();
    await pain.click();
    await page.reload();
    await expect(pain).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Marked: Lower back', { exact: true })).toBeVisible();
    await screen.help.click();
    await new GetHelp(page).expectOpen('Get help');
    await page.goBack();
    await expect(pain).toHaveAttribute('aria-pressed', 'true');
    await screen.button('Save this note').click();
    await expect(pain).toHaveAttribute('aria-pressed', 'false');
    await page.reload();
    await expect(pain).toHaveAttribute('aria-pressed', 'false');
    expect((await journal(page)).map((one) => one.kind)).toEqual([expect.objectContaining({ kind: 'note', pain: 6 })]);
  });

  test('the first height survives both too', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    const first = page.getByLabel('Height this morning (cm)');
    await first.fill('170.5');
    await first.press('Enter');
    await page.reload();
    await expect(first).toHaveValue('170.5');
    await new Screen(page).help.click();
    await new GetHelp(page).expectOpen('Get help');
    await page.goBack();
    await expect(first).toHaveValue('170.5');
    await new Screen(page).button('Note this height').click();
    await page.reload();
    await expect(first).toHaveValue('');
  });

  test('a draft of another day is not taken up', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/know/checks/height'));
    const first = page.getByLabel('Height this morning (cm)');
    await first.fill('170.5');
    await first.press('Enter');
    await clock.jump(24 * 60 * 60);
    await page.reload();
    await expect(page.getByLabel('Measured a second time (cm)')).toBeVisible();
    await expect(first).toHaveValue('');
  });

  test('a swipe down does not load the page anew', async ({ page, address }) => {
    await page.goto(address());
    const behaviour = await page.evaluate(() =>
      [document.documentElement, document.body].map((one) => getComputedStyle(one).overscrollBehaviorY),
    );
    expect(behaviour).toEqual(['none', 'none']);
  });
});

test.describe('after a session', () => {
  test.use({ kept: answered() });

  test('where it hurts is asked after a reload and after Get help, with the advice', async ({ page, address }) => {
    await page.goto(address());
    await (await startHeelDrops(page)).pain.click();
    const after = new After(page);
    await after.expectOpen('You stopped. That was right.');
    await page.reload();
    await after.expectOpen('You stopped. That was right.');
    await after.button('Knee').click();
    await page.getByRole('main').getByRole('link', { name: 'Get help' }).first().click();
    await new GetHelp(page).expectOpen('Get help');
    await page.goBack();
    await after.expectOpen('You stopped. That was right.');
    await expect(after.button('Knee')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Mild pain should settle by tomorrow.')).toBeVisible();
    await after.done.click();
    await page.goto(address('#/coach'));
    await new Screen(page).expectOpen(/Move|Rest|Good/);
  });

  test('how it felt is asked after a reload', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await clock.stand();
    await coach.readyNow.click();
    await clock.pass(140);
    const after = new After(page);
    await after.effort('Right').click();
    await page.reload();
    await clock.pass(2);
    await expect(after.effort('Right')).toHaveAttribute('aria-pressed', 'true');
    await after.painLevel(2).click();
    const felt = (await journal(page)).map((one) => one.kind).filter((kind) => kind.kind === 'felt');
    expect(felt.at(-1)).toMatchObject({ effort: 'right', pain: 2 });
  });
});

test.describe('a height that can be read in two ways', () => {
  test.use({ kept: settings({ checks: { unit: 'feet' } }) });

  test('is asked about, and Yes takes it', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    const feet = page.getByLabel('Your tallest, as a young adult: feet');
    await expect(feet).toHaveAttribute('inputmode', 'text');
    for (const text of ['5.11', '5,11', '5-11', '511']) {
      await feet.fill(text);
      await feet.press('Enter');
      await expect(page.getByText('Do you mean 5 ft 11 in?')).toBeVisible();
      await expect(feet).toHaveValue(text);
    }
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(feet).toHaveValue('5');
    await expect(page.getByLabel('Your tallest, as a young adult: inches')).toHaveValue('11');
    await expect(page.getByText('Do you mean')).toBeHidden();
    await page.reload();
    await expect(page.getByLabel('Your tallest, as a young adult: inches')).toHaveValue('11');
  });
});

test('keypads fit what may be typed', async ({ page, address }) => {
  await page.goto(address('#/settings'));
  const year = page.getByLabel('Year of birth');
  await expect(year).toHaveAttribute('inputmode', 'numeric');
  await year.fill('1.954');
  await year.press('Enter');
  await expect(page.getByText(/^Please write a number from 1906/)).toBeVisible();
});

test.describe('where language and clock disagree', () => {
  test.use({ locale: 'en-US', timezoneId: 'Asia/Tokyo' });

  test('both numbers can be called, and the person is asked once', async ({ page, address }) => {
    await page.goto(address('#/know/get-help'));
    const help = new GetHelp(page);
    await expect(help.link('Call 119 (Japan)')).toHaveAttribute('href', 'tel:119');
    await expect(help.link('Call 911 (United States)')).toHaveAttribute('href', 'tel:911');
    await expect(page.getByText('This device’s language says United States: 911. Its clock says Japan: 119.')).toBeVisible();
    await help.button('United States').click();
    await expect(help.link('Call 911')).toBeFocused();
    await expect(help.link(/^Call 119/)).toBeHidden();
    await page.reload();
    await expect(help.link('Call 911')).toBeVisible();
    await expect(help.button('United States')).toBeHidden();
  });

  test('height begins in centimetres', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    await expect(page.getByRole('radio', { name: 'Centimetres' })).toBeChecked();
  });
});
