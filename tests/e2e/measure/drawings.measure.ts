// All drawings side by side on one sheet, from the release, for people to look at: one hand, one palette, nothing cut.
// `npx playwright test -c tests/e2e/measure/playwright.config.ts drawings`. Writes tests/e2e/results/drawings-<look>.png; the
// light one, made small, is kept in docs/screens/.
//
// MEASURE_DIST: the folder of the release (dist/); MEASURE_FONTS: wide or wider, for a look at the words in such letters.

import { type Browser, type BrowserContextOptions, type Locator, type Page, chromium, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { SetUp } from '../pages/coach';
import { launch } from '../support/fonts';
import { DIST, FolderServer } from '../support/server';
import { type Kept, answered, asStorageState, easySessions, settings } from '../support/store';

/** Two taps on one thing within 600 ms count once. */
const SETTLE_MS = 700;

const LOOKS: Record<string, BrowserContextOptions> = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active', colorScheme: 'light' },
};
/** The still drawings: the page, and which of its pictures. */
const STILL: [hash: string, pick: string][] = [
  ['#/settings', '.option--drawn svg'],
  ['#/know/symptoms', '.row__icon'],
  ['#/know/symptoms/back-pain', '.drawn'],
  ['#/know/symptoms/stoop', '.drawn'],
  ['#/know/symptoms/squeezed-chest', '.drawn'],
  ['#/know/symptoms/pressed-nerves', '.drawn'],
  ['#/know/symptoms/easy-breaks', '.drawn'],
  ['#/know/note', '.body__map'],
  ['#/know/checks/height', '.drawn'],
  ['#/know/checks/chair-stand', '.poses'],
  ['#/know/checks/balance', '.stance'],
  ['#/know/traditional', '.drawn'],
  ['#/move/knee-bend', '.drawn'],
  ['#/nourish/foods', 'summary .pictured'],
];
/** What the figure shows at a moment, known by the path of its arrow or mark. */
const MOMENTS: [style: string, likeness: string, mark: string][] = [
  ['gentle', 'grey', 'M25.0 97'],
  ['gentle', 'grey', 'M32 102'],
  ['soft_drop', 'curls', 'M31.5 100'],
  ['firm_drop', 'grey', 'M31.5 102'],
];

async function pictures(found: Locator): Promise<string[]> {
  await found.first().waitFor();
  const all: string[] = [];
  for (const one of await found.all()) all.push((await one.screenshot({ animations: 'disabled' })).toString('base64'));
  return all;
}

async function opened<T>(browser: Browser, url: string, look: BrowserContextOptions, kept: Kept, use: (page: Page) => Promise<T>): Promise<T> {
  const storageState = asStorageState(new URL(url).origin, kept);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    storageState,
    ...look,
  });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The figure at a moment of a session. */
async function atMoment(page: Page, url: string, mark: string): Promise<string> {
  await page.goto(url);
  await page.getByRole('button', { name: /^Start heel/ }).click();
  const coach = await new SetUp(page).begin();
  await coach.readyNow.click();
  const figure = page.locator('.coach .figure');
  await page.waitForFunction((mark) => document.querySelector('.coach .figure__arrow')?.getAttribute('d')?.startsWith(mark), mark);
  return (await figure.screenshot()).toString('base64');
}

for (const [name, look] of Object.entries(LOOKS)) {
  test(`drawings, ${name}`, async () => {
    const server = await FolderServer.start(path.resolve(process.env.MEASURE_DIST ?? DIST));
    const fonts = (process.env.MEASURE_FONTS ?? 'phone') as Parameters<typeof launch>[0];
    const browser = await chromium.launch(launch(fonts));
    const shown: [string, string][] = [];
    for (const [style, likeness, mark] of MOMENTS) {
      const heel_drop = { routine: 'heel_drop', style, rounds: 2, reps: 5, tempo: 'normal' };
      const kept = { ...answered(), ...easySessions(), ...settings({ heel_drop, likeness }) };
      shown.push([style, await opened(browser, server.url, look, kept, (page) => atMoment(page, server.url, mark))]);
    }
    await opened(browser, server.url, look, answered(), async (page) => {
      for (const [hash, pick] of STILL) {
        await page.goto(`${server.url}${hash}`);
        await page.locator('#main h1').first().waitFor();
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        if (hash.endsWith('note')) await page.locator('.body__tap').nth(13).dispatchEvent('click');
        for (const picture of await pictures(page.locator('#main').locator(pick))) shown.push([hash.slice(2), picture]);
      }
      await page.goto(`${server.url}#/nourish/cook`);
      for (let step = 1; step <= 7; step++) {
        await page.getByText(`Step ${step} of 7`).waitFor();
        const [picture] = await pictures(page.locator('.pictured'));
        shown.push([`step ${step}`, picture]);
        await page.waitForTimeout(SETTLE_MS);
        if (step < 7) await page.getByRole('button', { name: 'Next' }).click();
      }
      await page.goto('about:blank');
      const figures = shown.map(([words, picture]) => `<figure><img src="data:image/png;base64,${picture}"><figcaption>${words}</figcaption></figure>`);
      await page.setViewportSize({ width: 1100, height: 900 });
      await page.setContent(`<style>
        body { display: flex; flex-wrap: wrap; gap: 10px; margin: 10px; font: 11px sans-serif; align-items: end }
        figure { margin: 0; text-align: center } img { max-width: 240px; max-height: 250px; display: block; border: 1px solid #ccc }
      </style>${figures.join('')}`);
      const folder = path.join(__dirname, '..', 'results');
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `drawings-${name}.png`), fullPage: true });
    });
    await browser.close();
    await server.stop();
  });
}
