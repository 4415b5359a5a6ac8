// The second copy: what the browser loses it brings back; where it is missing all goes on, and nothing claims what is not so.

import { Foods } from '../pages/foods';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { YourData } from '../pages/your-data';
import { ofWcag } from '../support/axe';
import { type Away, copied, withCopy } from '../support/copy';
import { answered, entry, everything, journal, noted, seal, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';
import { expectKeptForOffline } from '../support/worker';

const FULL = {
  ...answered({ fall: 'yes' }),
  ...settings({ theme: 'dark' }),
  ...entry('late', '2026-11-20'),
  ...noted('out', '2026-11-21', { daylight: {} }),
};

async function expectSafe(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'yes');
}

const FOOD = 'Low-fat milk';

async function eat(page: Page): Promise<void> {
  const foods = new Foods(page);
  await foods.find(FOOD);
  // Lasting news may lie over what is at the top.
  await page.evaluate(() => scrollTo(0, 0));
  await foods.eat(FOOD);
}

async function expectEaten(page: Page, told: string): Promise<void> {
  const foods = new Foods(page);
  await foods.find(FOOD);
  await expect(foods.food(FOOD)).toContainText(told);
}

test.describe('with something kept', () => {
  test.use({ kept: FULL });

  test('every change is in the second copy at once, and "Your data" says so', async ({ page, address }) => {
    await page.goto(address('#/nourish/foods'));
    await expectSafe(page);
    expect(await copied(page)).toEqual(await everything(page));
    await eat(page);
    await expectSafe(page);
    expect(await copied(page)).toEqual(await everything(page));
    await page.goto(address('#/settings/your-data'));
    const data = new YourData(page);
    await expect(data.part).toContainText('All of it is in this browser’s storage.');
    await expect(data.part).toContainText('All of it is in a second copy too.');
    await expect(data.part).toContainText(/Room used: \d+ MB of \d+ [MG]B\./);
    const findings = ofWcag(page);
    await findings.look('your data');
    findings.expectNone();
  });

  test('a storage that was cleared away is brought back whole, and it is told', async ({ page, address }) => {
    await page.goto(address());
    await expectSafe(page);
    await page.goto('about:blank');
    await page.goto(address('#/know/get-help'));
    // Cleared while nothing of the app runs but this page, which has written nothing.
    const before = await everything(page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    const screen = new Screen(page);
    const told = page.getByRole('status').filter({ hasText: 'It is all back, from a second copy.' });
    await expect(told).toBeVisible();
    expect(Object.keys(await everything(page)).sort()).toEqual(Object.keys(before).sort());
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await told.getByRole('button', { name: 'All right' }).click();
    await expect(told).toBeHidden();
    await screen.tab('Journal').click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toBeVisible();
    await page.reload();
    await screen.expectOpen('Journal');
    await expect(told).toBeHidden();
  });

  test('a second copy that was cleared away is made anew, and "Your data" tells it', async ({ page, address }) => {
    await page.goto(address('#/settings'));
    await page.getByRole('radio', { name: 'Largest' }).check();
    await expectSafe(page);
    await page.goto('about:blank');
    await page.goto(address('manifest.webmanifest'));
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('bonewise').onsuccess = done)));
    await page.goto(address('#/settings/your-data'));
    await expectSafe(page);
    await expect(new YourData(page).part).toContainText('The second copy was gone, and has been made anew.');
    expect(await copied(page)).toEqual(await everything(page));
  });

  test('storage that is cleared while the page is open is noticed, and written again when the person says so', async ({ page, address }) => {
    await page.goto(address('#/nourish/foods'));
    await expectSafe(page);
    const before = await everything(page);
    await page.evaluate(() => localStorage.clear());
    await eat(page);
    const gone = page.getByRole('alert').filter({ hasText: 'was deleted while this page was open' });
    await expect(gone).toBeVisible();
    await gone.getByRole('button', { name: 'Save it again' }).click();
    await expect(gone).toBeHidden();
    const now = await everything(page);
    expect(Object.keys(now)).toEqual(expect.arrayContaining(Object.keys(before)));
    expect(await journal(page)).toHaveLength(3);
    await page.reload();
    await expectEaten(page, 'Today: 1 portion');
  });

  test('"Delete everything" takes the second copy with it', async ({ page, address }) => {
    await page.goto(address('#/settings/your-data'));
    await expectSafe(page);
    const data = new YourData(page);
    await data.delete.click();
    await data.ask.getByRole('button', { name: 'Yes, delete everything' }).click();
    await new Today(page).expectOpen('Welcome to Bonewise');
    expect(await copied(page)).toEqual({});
    expect(await everything(page)).toEqual({});
    await page.reload();
    await new Today(page).expectOpen('Welcome to Bonewise');
    expect(await everything(page)).toEqual({});
  });

  for (const [away, sentence] of [
    ['missing', 'This browser has no place for a second copy.'],
    ['denied', 'This browser has no place for a second copy.'],
    ['failing', 'This browser has no place for a second copy.'],
    ['silent', 'The second copy does not answer.'],
  ] as [Away, string][]) {
    test(`a second copy that is ${away} keeps nobody waiting, and nothing claims that it is there`, async ({ page, address }) => {
      await withCopy(page, away);
      await page.goto(address('#/nourish/foods'));
      await eat(page);
      await expectEaten(page, 'Today: 1 portion');
      await page.goto(address('#/settings/your-data'));
      const data = new YourData(page);
      await expect(data.part).toContainText(sentence);
      await expect(page.locator('html')).not.toHaveAttribute('data-kept');
      await page.reload();
      await page.goto(address('#/nourish/foods'));
      await expectEaten(page, 'Today: 1 portion');
    });
  }

  test('the browser is asked once to keep it, after something was noted', async ({ page, address }) => {
    await page.addInitScript(() => {
      StorageManager.prototype.persist = async function () {
        const asked = Number(sessionStorage.getItem('asked') ?? 0);
        sessionStorage.setItem('asked', String(asked + 1));
        return true;
      };
      StorageManager.prototype.persisted = async () => true;
    });
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    await expectSafe(page);
    await eat(page);
    await expectSafe(page);
    expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBe('1');
    await page.goto(address('#/settings/your-data'));
    await expect(new YourData(page).part).toContainText('The browser has promised not to clear it away.');
  });

  test('an iPhone that deletes after a week is told of in time', async ({ browser, server }) => {
    const context = await browser.newContext({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(`${server.url}#/nourish/foods`);
    await eat(page);
    await page.goto(`${server.url}#/settings/your-data`);
    await expect(new YourData(page).part).toContainText('when you do not open it for seven days');
    await context.close();
  });
});

test.describe('a storage that is full', () => {
  test('what it refuses is in the second copy, outlives a reload, and says so', async ({ page, address }) => {
    await page.addInitScript(() => {
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, value: string) {
        if (this === window.localStorage && sessionStorage.getItem('room') === null) {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        }
        setItem.call(this, key, value);
      };
    });
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    const screen = new Screen(page);
    await expect(screen.notSaved).toContainText('A second copy has everything.');
    expect(await everything(page)).toEqual({});
    await page.reload();
    await expectEaten(page, 'Today: 1 portion');
    await page.evaluate(() => sessionStorage.setItem('room', 'yes'));
    await screen.notSaved.getByRole('button', { name: 'Try saving again' }).click();
    await expect(screen.notSaved).toBeHidden();
    expect(await journal(page)).toHaveLength(1);
  });
});

test.describe('settings of a newer version', () => {
  const newer = { 'bonewise:settings': seal({ text: 'enormous' }, 9) };
  test.use({ kept: { ...answered(), ...newer } });

  test('keep nothing else from being saved', async ({ page, address }) => {
    await page.goto(address('#/settings'));
    await expectSafe(page);
    await page.getByRole('radio', { name: 'Largest' }).check();
    const screen = new Screen(page);
    await expect(screen.notSaved).toContainText('Not saved yet: 1.');
    // Nor would the page of a crash say that all is safe.
    await expect(page.locator('html')).not.toHaveAttribute('data-kept');
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    await eat(page);
    await expectEaten(page, 'Today: 2 portions');
    expect(await journal(page)).toHaveLength(2);
    await expect(screen.notSaved).toContainText('Not saved yet: 1.');
    await screen.notSaved.getByRole('button', { name: 'Reload' }).click();
    await screen.notSaved.getByRole('button', { name: 'Reload now' }).click();
    await expectEaten(page, 'Today: 2 portions');
    expect(await everything(page)).toMatchObject(newer);
  });
});

test.describe('both cleared away', () => {
  test.use({ serviceWorkers: 'allow', kept: FULL });

  test('somebody who was here before is told, and shown the way to a backup', async ({ page, address }) => {
    await page.goto(address());
    await expectSafe(page);
    await expectKeptForOffline(page);
    await page.goto(address('manifest.webmanifest'));
    await page.evaluate(() => {
      localStorage.clear();
      return new Promise((done) => (indexedDB.deleteDatabase('bonewise').onsuccess = done));
    });
    await page.goto(address());
    const today = new Today(page);
    await today.expectOpen('Welcome to Bonewise');
    await expect(today.main).toContainText('If you noted something here before, this browser has cleared it away.');
    await today.link('I have a backup').click();
    await expect(new YourData(page).title).toBeFocused();
  });
});
