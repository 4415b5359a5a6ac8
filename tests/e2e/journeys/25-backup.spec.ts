// A backup: saved, everything deleted, restored on an empty device; a broken file changes nothing; undo.

import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { YourData, file } from '../pages/your-data';
import { ofWcag } from '../support/axe';
import { answered, backup, entry, everything, journal, noted, open, seal, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';
import { expectKeptForOffline } from '../support/worker';

const THIS_MONTH = {
  ...answered({ fall: 'yes' }),
  ...settings({ text: 'large', theme: 'dark', person: { allergies: { sesame: true } } }),
  ...entry('late', '2026-11-20'),
  ...noted('out', '2026-11-21', { daylight: {} }),
};
// A past month is gathered soon after the start.
const FULL = { ...THIS_MONTH, ...entry('early', '2026-10-02') };

async function expectNoFindings(page: Page): Promise<void> {
  const findings = ofWcag(page);
  await findings.look('your data');
  findings.expectNone();
}

async function ofTab(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...sessionStorage }));
}

async function daysInJournal(page: Page): Promise<number> {
  await new Screen(page).tab('Journal').click();
  await new Screen(page).expectOpen('Journal');
  return page.getByRole('main').getByRole('listitem').count();
}

test.describe('with something noted', () => {
  test.use({ kept: FULL });

  test('save, delete everything, "I have a backup", restore: all of it is there again', async ({ page, address }) => {
    await page.goto(address('#/settings'));
    const data = new YourData(page);
    await expect(data.part).toContainText('There is no backup of what you noted yet.');
    const saved = await data.saved();
    expect(saved.name).toBe('bonewise-backup-2026-11-22.json');
    await expect(data.part).toContainText('Your browser saves a file called bonewise-backup-2026-11-22.json.');
    await expect(data.part).toContainText(/Newest backup: .*2026/);
    await expect(data.part).not.toContainText('There is no backup');

    await data.delete.click();
    await expect(data.ask.getByRole('heading')).toBeFocused();
    await expectNoFindings(page);
    await data.ask.getByRole('button', { name: 'Keep everything' }).click();
    await expect(data.delete).toBeFocused();
    expect(await everything(page)).toMatchObject(FULL);
    await data.delete.click();
    const again = await data.saved(data.ask.getByRole('button', { name: 'Save a backup' }));
    expect(JSON.parse(again.buffer.toString()).entries).toEqual(JSON.parse(saved.buffer.toString()).entries);
    await data.ask.getByRole('button', { name: 'Yes, delete everything' }).click();

    const today = new Today(page);
    await today.expectOpen('Welcome to Bonewise');
    expect(await everything(page)).toEqual({});
    expect(await ofTab(page)).toEqual({});
    await expect(page.locator('html')).not.toHaveAttribute('data-text', 'large');

    await today.link('I have a backup').click();
    await data.expectOpen('Settings');
    await expect(data.title).toBeFocused();
    await expect(data.title).toBeInViewport();
    await data.choose(saved);
    await expect(data.preview.getByRole('heading')).toBeFocused();
    await data.expectLines([
      '3 entries are new here.',
      'Your settings come from the backup.',
      'Your safety answers come from the backup.',
    ]);
    await expectNoFindings(page);
    expect(await everything(page)).toEqual({});
    await data.add.click();
    await expect(data.undo).toBeFocused();
    await expect(data.part).toContainText('3 entries were added.');
    await expect(page.locator('html')).toHaveAttribute('data-text', 'large');

    await page.reload();
    await data.expectOpen('Settings');
    await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
    const kept = await everything(page);
    expect(open(kept['bonewise:settings'])).toMatchObject({ text: 'large', theme: 'dark' });
    expect(open<{ person: object }>(kept['bonewise:settings']).person).toMatchObject({ allergies: { sesame: true } });
    expect(open<{ answers: object }>(kept['bonewise:safety']).answers).toMatchObject({ fall: 'yes', dizzy: 'no' });
    expect(await daysInJournal(page)).toBe(3);
    await data.tab('Today').click();
    await expect(today.link('I have a backup')).toHaveCount(0);
  });

  test('hostile text in a backup stands there as text', async ({ page, address }) => {
    const habit = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202e__proto__';
    const hostile = { ...noted('h1', '2026-11-21', { habit: { habit } }), ...settings({ voice: 'javascript:alert(1)' }) };
    await page.goto(address('#/settings/your-data'));
    const data = new YourData(page);
    await data.choose(file(backup(hostile)));
    await data.add.click();
    await expect(data.undo).toBeVisible();
    expect(await daysInJournal(page)).toBe(4);
    await expect(page.getByRole('main').locator('img, script')).toHaveCount(0);
    await expect(page).toHaveTitle(/Journal/);
    expect((await journal(page)).find((one) => one.id === 'h1')?.kind).toMatchObject({ habit });
  });
});

test.describe('a file that is no whole backup', () => {
  test.use({ kept: THIS_MONTH });

  for (const [what, text, why] of [
    ['nothing in it', '', 'There is nothing in this file.'],
    ['noise', '\u0000\u0001PNG \ufffd', 'This file is not a backup of Bonewise.'],
    ['another type', '[1, 2, 3]', 'This file is not a backup of Bonewise.'],
    ['half of it', backup(THIS_MONTH).slice(0, 400), 'This backup is damaged, or a part of it is missing.'],
    ['one figure changed', backup(THIS_MONTH).replace('"reps":10', '"reps":18'), 'This backup is damaged'],
    ['a newer version', backup(THIS_MONTH, { version: 2 }), 'A newer Bonewise made this backup.'],
    ['10,000 brackets', '['.repeat(10_000), 'This file is not a backup of Bonewise.'],
  ] as const) {
    test(`a file with ${what} says why and changes nothing`, async ({ page, address }) => {
      await page.goto(address('#/settings/your-data'));
      const data = new YourData(page);
      await expect(data.title).toBeFocused();
      await data.choose(file(text));
      await expect(data.message).toContainText(why);
      await expect(data.message).toContainText(/Nothing was changed here\.$/);
      await expect(data.preview).toHaveCount(0);
      expect(await everything(page)).toEqual(THIS_MONTH);
      // And a good one right after it is read.
      await data.choose(file(backup(THIS_MONTH)));
      await data.expectLines([
        'All of it is here already.',
        '2 entries are here already.',
        'Your settings stay as they are.',
        'Your safety answers stay as they are.',
      ]);
      await expect(data.message).toBeEmpty();
      await expect(data.add).toHaveCount(0);
      await data.leave.click();
      await expect(data.field).toBeFocused();
      expect(await everything(page)).toEqual(THIS_MONTH);
    });
  }
});

test('a file of 100 MB is refused by its size alone', async ({ page, address }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Blob.prototype, 'size', { get: () => 100_000_000 });
    Blob.prototype.text = () => Promise.reject(new Error('it must not be read'));
  });
  await page.goto(address('#/settings/your-data'));
  const data = new YourData(page);
  await data.choose(file(backup(FULL)));
  await expect(data.message).toHaveText('This file is too large to be a backup. Nothing was changed here.');
});

test.describe('a backup of another device', () => {
  const mine = { ...answered({ dizzy: 'yes' }), ...settings({ text: 'largest' }), ...entry('mine', '2026-11-20') };
  test.use({ kept: mine });

  test('what is here stays, the more careful answers count, and undo leads back', async ({ page, address }) => {
    await page.goto(address('#/settings/your-data'));
    const data = new YourData(page);
    await data.choose(file(backup({ ...FULL, ...entry('mine', '2026-11-20') })));
    await data.expectLines([
      '3 entries are new here.',
      '1 entry is here already.',
      'The settings differ. What you chose here stays, and the rest comes from the backup.',
      /^The safety answers differ\. For each question the more careful answer counts\./,
    ]);
    await data.leave.click();
    expect(await everything(page)).toEqual(mine);

    await data.choose(file(backup({ ...FULL, ...entry('mine', '2026-11-20') })));
    await expect(data.preview.getByRole('heading')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(data.add).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(data.undo).toBeFocused();
    const added = await everything(page);
    expect(open(added['bonewise:settings'])).toMatchObject({ text: 'largest', theme: 'dark' });
    expect(open<{ answers: object }>(added['bonewise:safety']).answers).toMatchObject({ dizzy: 'yes', fall: 'yes', joints: 'no' });

    // A look at another screen does not take the way back away.
    expect(await daysInJournal(page)).toBe(4);
    await page.goto(address('#/settings/your-data'));
    await data.undo.click();
    await expect(data.field).toBeFocused();
    await expect(data.undo).toHaveCount(0);
    const after = await everything(page);
    const entries = Object.keys(after).filter((key) => /^bonewise:(entry|month):/.test(key));
    expect(entries).toEqual(['bonewise:entry:2026-11:mine']);
    expect(open(after['bonewise:settings'])).toMatchObject({ text: 'largest', theme: 'system' });
    expect(open(after['bonewise:safety'])).toMatchObject(open<object>(mine['bonewise:safety']));
    await page.reload();
    expect(await daysInJournal(page)).toBe(1);
  });

  test('where the browser has no room, nothing is added and it is said', async ({ page, address }) => {
    await page.addInitScript(() => {
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, value: string) {
        if (key === 'bonewise:safety') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        return setItem.call(this, key, value);
      };
    });
    await page.goto(address('#/settings/your-data'));
    const data = new YourData(page);
    await data.choose(file(backup(FULL)));
    await data.add.click();
    await expect(data.message).toHaveText('There is no room left in this browser. Nothing was added.');
    expect(await everything(page)).toEqual(mine);
    await expect(data.undo).toHaveCount(0);
  });
});

test.describe('the newest backup is old', () => {
  const made = { at: Date.parse('2026-10-20T09:00:00Z'), day: '2026-10-20' };
  test.use({ kept: { ...FULL, 'bonewise:backup': seal(made) } });

  test('the settings say so in one sentence', async ({ page, address }) => {
    await page.goto(address('#/settings'));
    const data = new YourData(page);
    await expect(data.part).toContainText('Your newest backup is more than a month old.');
    await data.saved();
    await expect(data.part).not.toContainText('more than a month old');
  });
});

test.describe('where the browser shares files', () => {
  test.use({ kept: FULL });

  test('a backup is shared as a file, and a person may think better of it', async ({ page, address }) => {
    await page.addInitScript(() => {
      const scope = window as unknown as { shared: string[]; refuses: boolean };
      scope.shared = [];
      Object.assign(navigator, {
        canShare: (data: { files: File[] }) => data.files.every((one) => one.type === 'application/json'),
        share: async (data: { files: File[] }) => {
          if (scope.refuses) throw new DOMException('', 'AbortError');
          scope.shared.push(data.files[0].name, await data.files[0].text());
        },
      });
    });
    await page.goto(address('#/settings'));
    const data = new YourData(page);
    await page.evaluate(() => Object.assign(window, { refuses: true }));
    await data.button('Share a backup').click();
    await expect(data.part).toContainText('The backup was not passed on.');
    await expect(data.part).toContainText('There is no backup');
    await page.evaluate(() => Object.assign(window, { refuses: false }));
    await data.button('Share a backup').click();
    await expect(data.part).toContainText('The backup was passed on.');
    await expect(data.part).not.toContainText('There is no backup');
    const [name, text] = await page.evaluate(() => (window as unknown as { shared: string[] }).shared);
    expect(name).toBe('bonewise-backup-2026-11-22.json');
    expect(JSON.parse(text).count).toBe(3);
  });
});

test.describe('everything is deleted', () => {
  test.use({ kept: FULL, serviceWorkers: 'allow' });

  test('the worker’s caches go too, and another open page begins anew', async ({ page, context, address }) => {
    await page.goto(address('#/settings'));
    await expectKeptForOffline(page);
    await page.evaluate(async () => {
      await caches.open('bonewise-older /');
      await caches.open('bonewise-next /next/door/');
    });
    const other = await context.newPage();
    await other.goto(address('#/journal'));
    await new Screen(other).expectOpen('Journal');
    await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(3);

    const data = new YourData(page);
    await data.delete.click();
    await data.ask.getByRole('button', { name: 'Yes, delete everything' }).click();
    await new Today(page).expectOpen('Welcome to Bonewise');
    expect(await everything(page)).toEqual({});
    const names = await page.evaluate(() => caches.keys());
    expect(names).not.toContain('bonewise-older /');
    expect(names).toContain('bonewise-next /next/door/');
    await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(0);
    await new Screen(other).tab('Move').click();
    expect(await everything(page)).toEqual({});
  });
});
