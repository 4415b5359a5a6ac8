// A backup locked with a passphrase: saved, everything deleted, opened again; a wrong passphrase and damage are told apart;
// the lock is not fetched before it is needed, and works without a network.

import { Today } from '../pages/today';
import { type File, YourData } from '../pages/your-data';
import { ofWcag } from '../support/axe';
import { answered, entry, everything, noted, open, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';
import { expectKeptForOffline } from '../support/worker';

const FULL = {
  ...answered({ fall: 'yes' }),
  ...settings({ text: 'large' }),
  ...entry('late', '2026-11-20'),
  ...noted('out', '2026-11-21', { daylight: {} }),
};
const PASSPHRASE = 'Grüne Äpfel im Keller';
/** What the page has asked for of the lock. */
const LOCK = /-lock\.js$|\/lock-[0-9a-f]+\.wasm$/;

function asked(page: Page): string[] {
  const seen: string[] = [];
  page.context().on('request', (request) => {
    if (LOCK.test(request.url())) seen.push(request.url());
  });
  return seen;
}

async function expectNoFindings(page: Page): Promise<void> {
  const findings = ofWcag(page);
  await findings.look('a locked backup');
  findings.expectNone();
}

/** The file with one byte changed. */
function changed(saved: File, at: number): File {
  const buffer = Buffer.from(saved.buffer);
  buffer[buffer.length + at] ^= 1;
  return { ...saved, buffer };
}

/** The file with another line in its head. */
function headed(saved: File, from: RegExp, to: string): File {
  return { ...saved, buffer: Buffer.from(saved.buffer.toString('latin1').replace(from, to), 'latin1') };
}

test.use({ kept: FULL });

test('lock, delete everything, open with the passphrase: all of it is there again', async ({ page, address }) => {
  const requests = asked(page);
  await page.goto(address('#/settings/your-data'));
  const data = new YourData(page);
  await data.lock.check();
  await expect(data.part).toContainText('nobody can open the file, not even we');
  await expect(data.save).toHaveCount(0);
  await expectNoFindings(page);

  // Too short: it says so, and the field is where one goes on.
  await data.passphrase.fill('apples  ');
  await data.saveLocked.click();
  await expect(data.part).toContainText('Please use at least 8 letters or signs.');
  await expect(data.passphrase).toBeFocused();
  await expect(data.passphrase).toHaveAttribute('aria-invalid', 'true');
  expect(requests).toEqual([]);

  // Enter in the field does it.
  await data.passphrase.fill(PASSPHRASE);
  const coming = page.waitForEvent('download');
  await data.passphrase.press('Enter');
  expect((await coming).suggestedFilename()).toBe('bonewise-backup-2026-11-22.json.age');
  await expect(data.part).toContainText('a locked file called bonewise-backup-2026-11-22.json.age');
  await expect(data.part).toContainText(/Newest backup: .*2026/);
  expect(requests).toHaveLength(2);
  const saved = await data.saved(data.saveLocked);
  const text = saved.buffer.toString('latin1');
  expect(text).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 17\n/);
  expect(text).not.toContain('bonewise');

  await data.delete.click();
  await data.ask.getByRole('button', { name: 'Yes, delete everything' }).click();
  const today = new Today(page);
  await today.expectOpen('Welcome to Bonewise');
  expect(await everything(page)).toEqual({});

  await today.link('I have a backup').click();
  await data.choose(saved);
  await expect(data.locked.getByRole('heading')).toBeFocused();
  await expect(data.locked.getByRole('heading')).toBeInViewport();
  await expectNoFindings(page);
  await data.open.click();
  await expect(data.wrong).toHaveText('Please type the passphrase first.');
  await data.passphrase.fill('Grüne Äpfel im Kelle');
  await data.open.click();
  await expect(data.wrong).toContainText('This passphrase does not open the file.');
  await expect(data.passphrase).toBeFocused();
  await expect(data.passphrase).toHaveValue('Grüne Äpfel im Kelle');
  await expect(data.preview).toHaveCount(0);
  await expectNoFindings(page);

  // As a phone's keyboard would have it: accents in two parts, and a space behind.
  await data.passphrase.fill(`${PASSPHRASE.normalize('NFD')} `);
  await data.passphrase.press('Enter');
  await expect(data.preview.getByRole('heading')).toBeFocused();
  await expect(data.locked).toHaveCount(0);
  await data.expectLines([
    '2 entries are new here.',
    'Your settings come from the backup.',
    'Your safety answers come from the backup.',
  ]);
  expect(await everything(page)).toEqual({});
  await data.add.click();
  await expect(data.undo).toBeFocused();
  await expect(data.part).toContainText('2 entries were added.');
  const kept = await everything(page);
  expect(kept).toMatchObject({ ...entry('late', '2026-11-20'), ...noted('out', '2026-11-21', { daylight: {} }) });
  expect(open(kept['bonewise:settings'])).toMatchObject({ text: 'large' });
  expect(JSON.stringify(kept) + JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain('pfel');
  await data.undo.click();
  await expect(data.part).toContainText('Undone.');
});

test('what no passphrase opens says why, and changes nothing', async ({ page, address }) => {
  await page.goto(address('#/settings/your-data'));
  const data = new YourData(page);
  const saved = await data.savedLocked(PASSPHRASE);
  await data.lock.uncheck();
  const before = await everything(page);
  for (const [file, why] of [
    [changed(saved, -1), 'This backup is damaged, or a part of it is missing.'],
    [{ ...saved, buffer: saved.buffer.subarray(0, -20) }, 'This backup is damaged, or a part of it is missing.'],
    [headed(saved, / 17\n/, ' 30\n'), 'opening it is too much work for this page'],
    [headed(saved, /-> scrypt \S+ 17\n/, '-> X25519 abc\n'), 'This file is not a backup of Bonewise.'],
    [headed(saved, /v1\n/, 'v9\n'), 'This file is not a backup of Bonewise.'],
  ] as const) {
    await data.choose(file);
    await data.passphrase.fill(PASSPHRASE);
    await data.passphrase.press('Enter');
    await expect(data.message).toContainText(why);
    await expect(data.message).toContainText(/Nothing was changed here\.$/);
    await expect(data.locked).toHaveCount(0);
    await expect(data.field).toBeFocused();
  }
  // Damage where the key is looks like a wrong passphrase; the words say so.
  await data.choose(headed(saved, /\n[\w+/]{43}\n/, `\n${'A'.repeat(43)}\n`));
  await data.passphrase.fill(PASSPHRASE);
  await data.open.click();
  await expect(data.wrong).toContainText('the file may be damaged: try another copy');
  // Another file takes its place.
  await data.choose(saved);
  await expect(data.passphrase).toHaveValue('');
  await data.locked.getByRole('button', { name: 'Leave it' }).click();
  await expect(data.part).toContainText('Nothing was added.');
  await expect(data.field).toBeFocused();
  // It is known by what is in it, not by its name.
  await data.choose({ ...saved, name: 'photo.jpg' });
  await expect(data.locked).toBeVisible();
  expect(await everything(page)).toEqual(before);
});

test.describe('the lock does not arrive', () => {
  test.use({ provoked: /lock|Failed to load resource/ });

  for (const part of ['**/*-lock.js', '**/lock-*.wasm']) {
    test(`without ${part} it says so, and the button tries again`, async ({ page, address }) => {
      await page.goto(address('#/settings/your-data'));
      const data = new YourData(page);
      await page.context().route(part, (route) => route.abort());
      await data.lock.check();
      await data.passphrase.fill(PASSPHRASE);
      await data.saveLocked.click();
      await expect(data.part).toContainText('The part of Bonewise that locks files did not arrive.');
      await expect(data.part).toContainText('There is no backup of what you noted yet.');
      await expect(data.passphrase).toHaveValue(PASSPHRASE);

      // On a slow line a sentence stands there as long as it takes.
      await page.context().unroute(part);
      let arrives = () => {};
      const waits = new Promise<void>((resolve) => (arrives = resolve));
      await page.context().route(part, async (route) => {
        await waits;
        await route.continue();
      });
      const coming = page.waitForEvent('download');
      await data.saveLocked.click();
      await expect(data.part).toContainText('Locking the file. This can take a little while.');
      arrives();
      const download = await coming;
      await expect(data.part).not.toContainText('Locking the file.');
      await page.context().unroute(part);

      await data.lock.uncheck();
      await data.field.setInputFiles(await download.path());
      await page.context().route(part, (route) => route.abort());
      await data.passphrase.fill(PASSPHRASE);
      await data.open.click();
      await expect(data.wrong).toContainText('The part of Bonewise that opens locked files did not arrive.');
      await page.context().unroute(part);
      await data.open.click();
      await expect(data.preview).toBeVisible();
    });
  }
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a backup is locked and opened', async ({ page, context, address }) => {
    await page.goto(address('#/settings/your-data'));
    await expectKeptForOffline(page);
    await context.setOffline(true);
    const data = new YourData(page);
    const saved = await data.savedLocked(PASSPHRASE);
    await data.lock.uncheck();
    await data.choose(saved);
    await data.passphrase.fill(PASSPHRASE);
    await data.open.click();
    await expect(data.preview).toContainText('All of it is here already.');
  });
});
