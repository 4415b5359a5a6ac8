// A folder of the person's own takes backups by itself; two devices that share it end with the same; what fails is told.

import { Foods } from '../pages/foods';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { YourData } from '../pages/your-data';
import { ofWcag } from '../support/axe';
import { Clock, beginInTheMorning } from '../support/clock';
import { type Files, bring, filesIn, offerFolder, turn } from '../support/folder';
import { answered, asStorageState, entry, everything, journal, noted } from '../support/store';
import { type Page, expect, test } from '../support/test';

const FOOD = 'Low-fat milk';
const HERE = { ...answered(), ...entry('mine', '2026-11-20') };
const THERE = { ...answered({ fall: 'yes' }), ...entry('theirs', '2026-11-21'), ...noted('old', '2026-09-03', { daylight: {} }) };

async function eat(page: Page): Promise<void> {
  const foods = new Foods(page);
  await foods.find(FOOD);
  await foods.eat(FOOD);
}

async function choose(page: Page): Promise<YourData> {
  const data = new YourData(page);
  await data.chooseFolder.click();
  await expect(data.part).toContainText('Your folder: Synced.');
  await expect(data.saveInFolder).toBeVisible();
  await expectWritten(page, 0);
  return data;
}

/** The entries in the one file that this device has put there. */
async function expectWritten(page: Page, least: number): Promise<void> {
  const own = async () => {
    const kept = await everything(page);
    const device = /"device":"(\w+)"/.exec(kept['bonewise:folder'] ?? '')?.[1];
    const text = (await filesIn(page))[`bonewise-device-${device}.json`];
    return text ? (JSON.parse(text) as { count: number }).count : -1;
  };
  await expect.poll(own).toBeGreaterThanOrEqual(least);
}

async function expectNoFindings(page: Page): Promise<void> {
  const findings = ofWcag(page);
  await findings.look('the folder');
  findings.expectNone();
}

async function ids(page: Page): Promise<string[]> {
  const kept = await everything(page);
  const written = (text: string) => [...text.matchAll(/"id":"(\w+)"/g)].map((found) => found[1]);
  // A month that lies back is written densely: the id begins each row.
  const dense = (text: string) => /"entries":"([^"]+)"/.exec(text)?.[1].split(';').map((row) => row.split(',')[0]) ?? [];
  return [...new Set(Object.values(kept).flatMap((text) => [...written(text), ...dense(text)]))].sort();
}

test.describe('with something noted', () => {
  test.use({ kept: HERE });

  test('two devices that share a folder end with the same entries', async ({ page, address, browser, server }) => {
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    const data = await choose(page);
    await expectWritten(page, 1);
    await expect(data.part).toContainText(/Last saved there: .*2026, /);
    await expect(data.part).toContainText(/Newest backup: .*2026/);
    await expect(data.part).not.toContainText('There is no backup');
    await expectNoFindings(page);

    const there = await browser.newContext({ storageState: asStorageState(server.origin, THERE), serviceWorkers: 'block' });
    await beginInTheMorning(there);
    const other = await there.newPage();
    await offerFolder(other);
    await other.goto(address('#/settings/your-data'));
    await bring(other, await filesIn(page));
    const others = await choose(other);
    await expect(others.part).toContainText('1 entry came from another device.');
    await expectWritten(other, 3);
    expect(Object.keys(await filesIn(other))).toHaveLength(2);

    await bring(page, await filesIn(other));
    await page.reload();
    await expect(data.part).toContainText('2 entries came from another device.');
    await expectWritten(page, 3);
    expect(await ids(page)).toEqual(await ids(other));
    // The more careful answer counts, and what was noted there stands here.
    expect((await everything(page))['bonewise:safety']).toContain('"fall":"yes"');
    await data.tab('Journal').click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toHaveCount(2);
    await there.close();
  });

  test('what is noted is put there after a little rest, and when the page is hidden', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    await choose(page);
    await expectWritten(page, 1);
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    await clock.pass(31);
    await expectWritten(page, 2);
    await eat(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expectWritten(page, 3);
  });

  test('a backup that failed in silence is told at the next start, and can be put away', async ({ page, address }) => {
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    const data = await choose(page);
    await expectWritten(page, 1);
    const before = await filesIn(page);
    await turn(page, 'fails', 'yes');
    await data.saveInFolder.click();
    await expect(data.part).toContainText('This did not work.');
    await expect(data.part).toContainText('The last backup into your folder did not work.');
    expect(await filesIn(page)).toEqual(before);
    await expect(data.folderNews).toBeHidden();

    await page.goto('about:blank');
    await page.goto(address());
    await expect(data.folderNews).toContainText('The last backup into your folder did not work.');
    await expectNoFindings(page);
    await data.folderNews.getByRole('button', { name: 'All right' }).click();
    await expect(data.folderNews).toBeHidden();
    await page.reload();
    await new Today(page).expectOpen(/./);
    await expect(page.locator('html')).toHaveAttribute('data-kept', 'yes');
    await page.goto(address('#/settings/your-data'));
    await expect(data.part).toContainText('The last backup into your folder did not work.');
    await expect(data.folderNews).toBeHidden();

    await turn(page, 'fails', null);
    await data.saveInFolder.click();
    await expect(data.part).toContainText('Your backup is in the folder.');
    await expect(data.part).not.toContainText('did not work');
  });

  test('a browser that wants to ask anew is allowed again by a tap', async ({ page, address }) => {
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    const data = await choose(page);
    await expectWritten(page, 1);
    await turn(page, 'permission', 'prompt');
    await page.reload();
    await expect(data.part).toContainText('This browser wants to ask you again if Bonewise may use your folder.');
    await expect(data.saveInFolder).toBeHidden();
    await expectNoFindings(page);
    // Written a moment ago, it is not worth a word yet.
    await expect(data.folderNews).toBeHidden();
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    await page.goto(address('#/settings/your-data'));
    await data.part.getByRole('button', { name: 'Allow it again' }).click();
    await expect(data.saveInFolder).toBeVisible();
    await expectWritten(page, 2);
  });

  test('a file that cannot be read is left alone and told', async ({ page, address }) => {
    await offerFolder(page);
    const torn: Files = { 'bonewise-device-torn.json': '{"bonewise":"backup","vers', 'holiday.json': '{}' };
    await page.goto(address('#/settings/your-data'));
    await bring(page, torn);
    const data = await choose(page);
    await expect(data.part).toContainText('1 file in the folder could not be read. It was left as it is.');
    await expectWritten(page, 1);
    expect(await filesIn(page)).toMatchObject(torn);
  });

  test('the folder is left, and its files stay', async ({ page, address }) => {
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    const data = await choose(page);
    await expectWritten(page, 1);
    const files = await filesIn(page);
    await data.part.getByRole('button', { name: 'Stop using this folder' }).click();
    await expect(data.part).toContainText('Bonewise does not use the folder any more. The files in it stay.');
    await expect(data.chooseFolder).toBeVisible();
    await page.goto(address('#/nourish/foods'));
    await eat(page);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-kept', 'yes');
    await page.goto(address('#/settings/your-data'));
    await expect(data.chooseFolder).toBeVisible();
    expect(await filesIn(page)).toEqual(files);
  });

  test('"Delete everything" forgets the folder, and says that its files stay', async ({ page, address }) => {
    await offerFolder(page);
    await page.goto(address('#/settings/your-data'));
    const data = await choose(page);
    await expectWritten(page, 1);
    const files = await filesIn(page);
    await data.delete.click();
    await expect(data.ask).toContainText('The files in your folder stay there.');
    await data.ask.getByRole('button', { name: 'Yes, delete everything' }).click();
    await new Today(page).expectOpen('Welcome to Bonewise');
    expect(await everything(page)).toEqual({});
    const left = await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
    expect(left).not.toContain('bonewise-folder');
    expect(await filesIn(page)).toEqual(files);

    // A new beginning that chooses the same folder gets all of it back.
    await page.goto(address('#/settings/your-data'));
    await choose(page);
    await expect(data.part).toContainText('1 entry came from another device.');
    expect(await journal(page)).toHaveLength(1);
  });
});

test('a browser without folders shows nothing of them', async ({ page, address }) => {
  await page.addInitScript(() => Object.assign(window, { showDirectoryPicker: undefined }));
  await page.goto(address('#/settings/your-data'));
  const data = new YourData(page);
  await expect(data.save).toBeVisible();
  await expect(data.chooseFolder).toHaveCount(0);
  await new Screen(page).expectOpen('Settings');
});
