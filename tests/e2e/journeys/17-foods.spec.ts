// Nourish without the powder: foods and calcium, daylight, and what to go easy on.

import { Foods } from '../pages/foods';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { type Kept, answered, entry, everything, journal, noted, open, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

/** A food noted on an earlier day. */
function eaten(id: string, day: string, food: string, halves = 2): Kept {
  return noted(id, day, { food: { food, halves } }, Date.parse(`${day}T09:00:00Z`));
}

/** What counts of the journal: kinds that no later entry takes back. */
async function counted(page: Page): Promise<string[]> {
  const entries = await journal(page);
  const gone = entries.flatMap(({ kind }) => (kind.kind === 'retract' ? [kind.entry] : []));
  return entries.filter((one) => one.kind.kind !== 'retract' && !gone.includes(one.id)).map((one) => one.kind.kind);
}

test.use({ kept: { ...answered(), ...entry('earlier', '2026-11-20') } });

test('the ways lead from Nourish to the powder, the foods and what to go easy on', async ({ page, address }) => {
  const screen = new Screen(page);
  for (const [name, heading] of [
    ['The powder', 'My jar'],
    ['Foods and calcium', 'Foods and calcium'],
    ['Go easy on', 'Go easy on'],
  ]) {
    await page.goto(address('#/nourish'));
    await screen.main.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await screen.expectOpen(heading);
  }
});

test('a food is found whatever the case and accents, tapped, halved, and taken back', async ({ page, address }) => {
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await foods.expectOpen('Foods and calcium');
  await foods.expectSum('Nothing noted yet today.');
  await expect(foods.main.getByText('24 foods')).toBeVisible();
  // Groups are folded until one is opened or something is looked for.
  await expect(foods.food('Low-fat milk')).toBeHidden();
  await foods.find('mílk LOW');
  await expect(foods.main.getByText('1 food', { exact: true })).toBeVisible();
  await expect(foods.food('Low-fat milk')).toContainText(/Calcium\s*305 mg/);
  await expect(foods.food('Low-fat milk')).toContainText(/Vitamin D\s*117 IU \(2\.9 µg\)/);
  await foods.eat('Low-fat milk');
  await foods.expectSum('About 305 mg of calcium');
  await foods.eatHalf('Low-fat milk');
  await foods.expectSum('About 458 mg of calcium');
  await expect(foods.food('Low-fat milk')).toContainText('Today: 1½ portions');
  await foods.food('Low-fat milk').getByRole('button', { name: 'Take back' }).click();
  await foods.expectSum('About 305 mg of calcium');
  expect(await counted(page)).toEqual(['session', 'food']);
  await page.reload();
  await foods.expectSum('About 305 mg of calcium');
});

test('what no source tells is not known, and bound calcium counts by half', async ({ page, address }) => {
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await foods.find('dried shrimp');
  const shrimp = foods.food('Small dried shrimp, with the shell');
  await expect(shrimp).toContainText(/710 mg on paper, 355 mg counted/);
  await expect(shrimp).toContainText(/Salt\s*not known/);
  await foods.eat('Small dried shrimp, with the shell');
  await foods.expectSum('About 355 mg of calcium');
});

test('filters leave foods out, stay, and can be cleared when nothing is left', async ({ page, address }) => {
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await foods.fold('Filters');
  await page.getByRole('checkbox', { name: 'Vegetarian' }).check();
  await expect(foods.main.getByText('16 foods')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Low salt' }).check();
  await expect(foods.main.getByText('15 foods')).toBeVisible();
  await page.reload();
  await expect(foods.main.getByText('15 foods')).toBeVisible();
  await expect(foods.main.getByText('Filters (2 on)')).toBeVisible();
  await foods.find('sardines');
  await expect(foods.main.getByText('No food here fits that.')).toBeVisible();
  await foods.button('Clear the filters').click();
  await expect(foods.main.getByText('24 foods')).toBeVisible();
  await expect(foods.search).toHaveValue('');
});

test.describe('with an allergy to fish, and salmon eaten before it was noted', () => {
  test.use({
    kept: {
      ...answered(),
      ...settings({ person: { allergies: { fish: true } } }),
      ...eaten('f1', '2026-11-21', 'kale'),
      ...eaten('f2', '2026-11-22', 'tinned_salmon'),
    },
  });

  test('fish is left out and named, cannot be tapped, and is not offered again', async ({ page, address }) => {
    await Clock.take(page);
    await page.goto(address('#/nourish/foods'));
    const foods = new Foods(page);
    await expect(foods.main.getByText(/^Left out, because you noted.*Tinned sardines, with bones;/)).toBeVisible();
    await foods.find('sardines');
    await expect(foods.main.getByText('No food here fits that.')).toBeVisible();
    await expect(foods.button(/^\+ 1 portion of Tinned sardines/)).toBeHidden();
    await expect(foods.button('+ Kale, cooked')).toBeVisible();
    await expect(foods.button(/^\+ .*salmon/)).toHaveCount(0);
    await page.goto(address('#/today'));
    const today = new Today(page);
    await expect(today.list.getByRole('button', { name: '+ Kale, cooked' })).toBeVisible();
    await expect(today.list.getByRole('button', { name: /salmon/ })).toHaveCount(0);
  });
});

test('a target shows only when age and sex are told, names its source and the upper limit', async ({ page, address }) => {
  await Clock.take(page);
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await expect(foods.main.getByText(/A target for you/)).toHaveCount(0);
  await foods.fold('Show a target for my age');
  await page.getByRole('textbox', { name: 'Year of birth' }).fill('1954');
  await page.getByRole('radio', { name: 'Women' }).check();
  await expect(foods.main.getByText(/A target for you: 1,200 mg a day\..*Institute of Medicine \(IOM\)/)).toBeVisible();
  await expect(foods.main.getByText('Upper limit, food and tablets together: 2,000 mg a day.')).toBeVisible();
  await page.getByRole('radio', { name: 'Men', exact: true }).check();
  await expect(foods.main.getByText(/A target for you: 1,200 mg a day/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Year of birth' }).fill('1956');
  await page.getByRole('textbox', { name: 'Year of birth' }).press('Enter');
  await expect(foods.main.getByText(/A target for you: 1,000 mg a day/)).toBeVisible();
  // The week is read beside the same target.
  await expect(foods.main.getByText('The target for a day is 1,000 mg.')).toBeVisible();
});

test('tablets count beside food, and the upper limit counts both', async ({ page, address }) => {
  await Clock.take(page);
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  const tablets = page.getByRole('textbox', { name: 'Calcium from tablets, mg a day' });
  await tablets.fill('１８００mg');
  await tablets.press('Enter');
  await foods.expectSum('About 1,800 mg of calcium');
  await tablets.fill('lots');
  await tablets.press('Enter');
  await expect(page.getByText('Please write a number from 0 mg to 5,000 mg.')).toBeVisible();
  await foods.expectSum('About 1,800 mg of calcium');
  await foods.find('milk low');
  await foods.eat('Low-fat milk');
  await expect(foods.main.getByText('Food: 305 mg')).toBeVisible();
  await expect(foods.main.getByText('My tablets: 1,800 mg')).toBeVisible();
  await foods.fold('Show a target for my age');
  await page.getByRole('textbox', { name: 'Year of birth' }).fill('1954');
  await page.getByRole('radio', { name: 'Women' }).check();
  await expect(foods.main.getByText(/^This is above the upper limit\./)).toBeVisible();
});

test.describe('a week', () => {
  test.use({
    kept: {
      ...answered(),
      ...eaten('w1', '2026-11-16', 'milk'),
      ...eaten('w2', '2026-11-20', 'milk', 4),
      ...eaten('w3', '2026-11-22', 'of_2031'),
      ...eaten('w4', '2026-11-15', 'dried_shrimp', 200),
    },
  });

  test('is the mean of the days with food noted, and a food of a newer version does no harm', async ({ page, address }) => {
    await Clock.take(page);
    await page.goto(address('#/nourish/foods'));
    const foods = new Foods(page);
    await expect(foods.main.getByText('About 458 mg a day. This is the mean of the 2 days with food noted.')).toBeVisible();
    await expect(foods.main.getByText('Another food', { exact: true }).first()).toBeVisible();
    await expect(foods.main.getByText(/1 portion of a food that this version does not know/)).toBeVisible();
    await foods.fold('Day by day');
    const days = foods.main.getByRole('table', { name: 'Calcium in the last seven days, food and tablets' });
    await expect(days.getByRole('row')).toHaveCount(8);
    await expect(days.getByRole('row', { name: /November 20/ })).toContainText('610 mg');
    await expect(days.getByRole('row', { name: /November 17/ })).toContainText('nothing noted');
    await expect(days.getByRole('row', { name: /November 22/ })).toContainText('not known');
    await expect(foods.notRead).toHaveCount(0);
    const kept = await everything(page);
    expect(open(kept['bonewise:entry:2026-11:w3'])).toMatchObject({ kind: { food: { food: 'of_2031', halves: 2 } } });
  });
});

test('Today notes food again and daylight in one tap each, and takes both back', async ({ page, address }) => {
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await foods.find('kale');
  await foods.eat('Kale, cooked');
  await foods.tab('Today').click();
  const today = new Today(page);
  await expect(today.list).toContainText('Kale, cooked');
  await today.list.getByRole('button', { name: '+ Kale, cooked' }).click();
  await expect(page.getByText(/Last noted: Food: Kale, cooked, 1 portion/)).toBeVisible();
  await today.undo.click();
  expect(await counted(page)).toEqual(['session', 'food']);

  await today.list.getByRole('button', { name: 'I was outside Daylight' }).click();
  await expect(today.list).toContainText('You were outside today');
  expect(await counted(page)).toEqual(['session', 'food', 'daylight']);
  await today.tab('Nourish').click();
  await expect(today.main.getByText(/: outside$/)).toHaveCount(1);
  await today.tab('Today').click();
  await today.list.getByRole('button', { name: 'Take back Daylight' }).click();
  await expect(today.list).toContainText('Not noted today');
  expect(await counted(page)).toEqual(['session', 'food']);
  await today.tab('Journal').click();
  await expect(today.main.getByText(/Food: Kale, cooked, 1 portion/)).toBeVisible();
});

test('tallies are off, count when switched on, take back, and keep what was counted when off', async ({ page, address }) => {
  await page.goto(address('#/nourish/habits'));
  const screen = new Screen(page);
  const habit = (name: string) => screen.main.getByRole('heading', { name, exact: true });
  await expect(page.getByRole('switch')).toHaveCount(0);
  for (const name of ['Smoking', 'Alcohol', 'Coffee, tea and other caffeine', 'Cola and sugary fizz', 'Salt', 'Late nights', 'Stress']) {
    await habit(name).click();
  }
  await expect(page.getByRole('switch')).toHaveCount(7);
  for (const one of await page.getByRole('switch').all()) await expect(one).toHaveAttribute('aria-checked', 'false');
  await expect(screen.button('+ 1 cup')).toHaveCount(0);

  const cups = page.getByRole('switch', { name: 'Count cups' });
  await cups.click();
  await screen.button('+ 1 cup').click();
  await screen.button('+ 1 cup').click();
  await expect(screen.main.getByText('Today: 2. Last seven days: 2.')).toBeVisible();
  await screen.button(/^Take back Coffee/).click();
  await expect(screen.main.getByText('Today: 1. Last seven days: 1.')).toBeVisible();

  await page.getByRole('switch', { name: 'Note calm days' }).click();
  await screen.button('Time to unwind today').click();
  await expect(screen.main.getByText('Last seven days: noted on 1 day.')).toBeVisible();
  await expect(screen.button('Time to unwind today')).toBeDisabled();

  await cups.click();
  await expect(screen.button('+ 1 cup')).toHaveCount(0);
  // What was folded open is so again.
  await page.reload();
  await cups.click();
  await expect(screen.main.getByText('Today: 1. Last seven days: 1.')).toBeVisible();
});

test('foods work by keyboard alone', async ({ page, address }) => {
  await page.goto(address('#/nourish/foods'));
  const foods = new Foods(page);
  await foods.expectOpen('Foods and calcium');
  const tabTo = async (locator: ReturnType<typeof foods.button>) => {
    for (let step = 0; step < 60; step++) {
      if (await locator.evaluate((one) => one === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    await expect(locator).toBeFocused();
  };
  await tabTo(foods.search);
  await page.keyboard.type('collard');
  await tabTo(foods.button('+ 1 portion of Collard greens, cooked'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await foods.expectSum('About 536 mg of calcium');
  await expect(foods.button('+ 1 portion of Collard greens, cooked')).toBeFocused();
  await tabTo(foods.food('Collard greens, cooked').getByRole('button', { name: 'Take back' }));
  await page.keyboard.press('Space');
  await foods.expectSum('About 268 mg of calcium');
});
