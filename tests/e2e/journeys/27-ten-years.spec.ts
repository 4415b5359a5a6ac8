// Ten years of dense use: the app opens on them, notes and takes back, shows little of what is long, and still knows the
// broken bone of ten years ago. How fast all this is tells tests/e2e/measure/, not a test.

import { Today } from '../pages/today';
import { Foods } from '../pages/foods';
import { Screen } from '../pages/screen';
import { answered, everything, open } from '../support/store';
import { tenYears } from '../support/ten-years';
import { expect, test } from '../support/test';

const diary = tenYears();

/** What Today says where something noted has closed a part. */
const LESS_IS_OPEN = 'Until you have looked through your safety answers, only slow and seated exercise is open.';

test.describe('ten years', () => {
  test.use({ kept: { ...diary.folded, ...answered() } });

  test('it opens, notes, takes back, and shows little at a time', async ({ page, address }) => {
    await page.goto(address());
    const today = new Today(page);
    await expect(today.startHeelDrops).toBeVisible();
    await expect(page.getByText(LESS_IS_OPEN)).toHaveCount(0);

    await page.goto(address('#/nourish/foods'));
    const foods = new Foods(page);
    await foods.find('milk');
    await foods.eat('Low-fat milk');
    await page.goto(address('#/today'));
    await expect(today.list).toContainText('Low-fat milk');
    await today.undo.click();
    await expect(today.list).toContainText('Nothing noted yet');

    await page.goto(address('#/nourish/jar'));
    const screen = new Screen(page);
    await expect(screen.main.getByRole('heading', { name: 'Your jars' })).toBeVisible();
    const putAway = screen.main.getByRole('button', { name: /^Jar made/ });
    await expect(putAway).toHaveCount(5);
    await screen.main.getByRole('button', { name: /Show older jars/ }).click();
    await expect(putAway).toHaveCount(15);

    await page.goto(address('#/journal'));
    const days = screen.main.getByRole('heading', { level: 3 });
    await expect(days.first()).toBeVisible();
    expect(await days.count()).toBeLessThanOrEqual(20);
    const before = await days.count();
    await screen.main.getByRole('button', { name: /older/i }).click();
    await expect.poll(() => days.count()).toBeGreaterThan(before);

    await page.reload();
    await expect(days.first()).toBeVisible();
  });
});

test.describe('ten years as an older version kept them', () => {
  test.use({ kept: { ...diary.plain, ...answered() } });

  test('months that lie back become dense one after the other, and nothing is lost', async ({ page, address }) => {
    await page.goto(address());
    await expect(new Today(page).startHeelDrops).toBeVisible();
    const plain = async () =>
      Object.entries(await everything(page)).filter(([key, text]) => key.startsWith('bonewise:month:') && text.startsWith('bonewise 1 ')).length;
    // The months just before this one stay as they are.
    await expect.poll(plain, { timeout: 90_000 }).toBeLessThanOrEqual(2);
    const kept = await everything(page);
    for (const [key, text] of Object.entries(diary.folded)) {
      if (key.startsWith('bonewise:month:')) expect(kept[key], key).toBe(text);
    }
    expect(() => Object.values(kept).forEach((text) => open(text))).not.toThrow();
    await page.reload();
    await expect(new Today(page).startHeelDrops).toBeVisible();
    await page.goto(address('#/settings'));
    await expect(page.getByText(/could not be read/)).toHaveCount(0);
  });
});

test.describe('a broken bone that was noticed ten years ago', () => {
  test.use({ kept: { ...diary.broken, ...answered() } });

  test('closes what it closes, from the first screen on', async ({ page, address }) => {
    await page.goto(address());
    const today = new Today(page);
    await expect(today.list).toBeVisible();
    await expect(page.getByText(LESS_IS_OPEN)).toBeVisible();
    await page.reload();
    await expect(page.getByText(LESS_IS_OPEN)).toBeVisible();
  });
});
