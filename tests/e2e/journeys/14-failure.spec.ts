// When nothing works: the page that stands without the app, the overlay after a crash, and what is never asked of the network.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { startHeelDrops } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { Screen, expectArrived } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { SCREENS } from '../support/screens';
import { DIST } from '../support/server';
import { answered, everything } from '../support/store';
import { type Page, expect, test } from '../support/test';

async function expectStaticPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Bonewise could not start' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Call your emergency number now if' })).toBeVisible();
  for (const number of ['911', '999', '112', '119', '120', '000', '111']) {
    await expect(page.getByRole('link', { name: number, exact: true })).toHaveAttribute('href', `tel:${number}`);
  }
  await expect(page.getByRole('heading', { name: 'Before exercising, ask first if' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Stop at once if' })).toBeVisible();
  expect(await page.evaluate(() => document.scrollingElement!.scrollWidth <= innerWidth)).toBe(true);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the static page says so and gives the safety text and the emergency numbers', async ({ page, address }) => {
    await page.goto(address());
    await expect(page.getByRole('heading', { name: 'Bonewise could not start' })).toBeVisible();
    await expect(page.getByText('It needs a current browser with JavaScript turned on.')).toBeVisible();
    await expect(page.getByRole('link', { name: '911', exact: true })).toHaveAttribute('href', 'tel:911');
    await expect(page.getByRole('heading', { name: 'Stop at once if' })).toBeVisible();
    await expect(page.getByText('Starting…')).toBeHidden();
  });
});

test.describe('without WebAssembly', () => {
  test.use({ provoked: /Bonewise could not start/ });

  test('the static page says so and gives the safety text and the emergency numbers', async ({ page, address }) => {
    await page.addInitScript(() => {
      delete (globalThis as unknown as Record<string, unknown>).WebAssembly;
    });
    await page.goto(address());
    await expectStaticPage(page);
    await expect(page.getByText('This browser cannot run WebAssembly')).toBeVisible();
  });
});

test.describe('a part that does not arrive', () => {
  test.use({ provoked: /Bonewise could not start|ERR_FAILED/ });

  test('the static page says so, and Try again works', async ({ page, address }) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.goto(address());
    await expectStaticPage(page);
    await expect(page.getByText('A part of Bonewise did not arrive.')).toBeVisible();
    await page.unroute(/\.wasm$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await new Today(page).expectOpen('Welcome to Bonewise');
  });
});

test.describe('the later screens, which are a file of their own', () => {
  test.use({ provoked: /ERR_FAILED|Failed to fetch/ });
  const LATER = /-later\.wasm$/;

  test('do not arrive: Today and Get help work, the page says so, and Try again brings it', async ({ page, address }) => {
    await page.route(LATER, (route) => route.abort());
    await page.goto(address());
    await new Today(page).expectOpen('Welcome to Bonewise');
    const screen = new Screen(page);
    await screen.tab('Nourish').click();
    await expect(page.getByRole('alert')).toContainText('This page did not arrive.');
    await expect(screen.heading).toHaveText('Nourish');
    await page.getByRole('main').getByRole('link', { name: 'Get help' }).click();
    const help = new GetHelp(page);
    await help.expectOpen('Get help');
    await expect(help.call).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('alert')).toContainText('This page did not arrive.');
    await page.unroute(LATER);
    await screen.button('Try again').click();
    await expect(page.getByRole('link', { name: /The powder/ })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    // The button that had the focus is gone.
    await expect(screen.heading).toBeFocused();
    // All the others are here now too.
    await screen.tab('Journal').click();
    await expect(page.getByText('What you did lately')).toBeVisible();
  });

  test('“Try again” stays under a finger: neither the start nor the trial itself exchanges it', async ({ page, address }) => {
    let asked = 0;
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(LATER, async (route) => {
      asked++;
      if (asked > 1) await held;
      await route.abort();
    });
    const clock = await Clock.take(page);
    await page.goto(address('#/nourish'));
    const screen = new Screen(page);
    await expect(page.getByRole('alert')).toContainText('This page did not arrive.');
    const again = (await screen.button('Try again').elementHandle())!;
    const stands = () => again.evaluate((button) => button.isConnected);
    // Half a second after the start the later screens are fetched by themselves, where nobody has asked for them.
    await clock.pass(2);
    expect(await stands()).toBe(true);
    expect(asked).toBe(1);

    await again.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('One moment. This page is on its way.')).toBeVisible();
    expect(await stands()).toBe(true);
    await page.keyboard.press('Enter');
    answer();
    await expect(page.getByText('One moment. This page is on its way.')).toHaveCount(0);
    expect(await stands()).toBe(true);
    await expect(screen.button('Try again')).toBeFocused();
    expect(asked).toBe(2);
  });

  test('take their time: the page says so, and its heading has the focus before and after', async ({ page, address }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(LATER, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(address());
    await new Today(page).expectOpen('Welcome to Bonewise');
    const screen = new Screen(page);
    await screen.tab('Know').click();
    await expect(page.getByText('One moment. This page is on its way.')).toBeVisible();
    await expect(screen.heading).toBeFocused();
    arrive();
    await expect(page.getByRole('link', { name: /The symptom guide/ })).toBeVisible();
    await expect(screen.heading).toHaveText('Know');
    await expect(screen.heading).toBeFocused();
  });
});

test.describe('a crash in a session', () => {
  test.use({ kept: answered(), provoked: /Bonewise stopped|unreachable/ });

  const causes = {
    'a panic': () => dispatchEvent(new CustomEvent('bonewise:crash', { detail: { message: 'a panic' } })),
    'a trap of the wasm': () => {
      // A module whose only function is `unreachable`, called where nobody catches it.
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
      setTimeout(exports.f as () => void);
    },
  };

  for (const [name, cause] of Object.entries(causes)) {
    test(`${name}: within half a second a plain word, silence, and one tap to reload`, async ({ page, address }) => {
      await page.goto(address());
      const coach = await startHeelDrops(page);
      await coach.readyNow.click();
      await coach.expectCount(1, 5);

      const overlay = page.getByRole('alertdialog', { name: 'Something went wrong; what you logged is safe.' });
      await page.evaluate(cause);
      await expect(overlay).toBeVisible({ timeout: 500 });
      await expect(page.getByText('If you need help now, call your emergency number.')).toBeVisible();
      const reload = page.getByRole('button', { name: 'Reload' });
      await expect(reload).toBeFocused();
      await expect(coach.pain).toHaveCount(0);

      const before = (await everything(page))['bonewise:session'];
      await page.keyboard.press('Enter');
      await expect(new Today(page).unfinished).toBeVisible();
      await expect(page.getByText(/Heel drops: [1-9] of 10 done/)).toBeVisible();
      expect(before).toContain('"reps":5');
    });
  }

  test('a second crash right after the first shows the advice too', async ({ page, address }) => {
    await page.goto(address());
    await expect(new Today(page).startHeelDrops).toBeVisible();
    await page.evaluate(causes['a panic']);
    await page.getByRole('button', { name: 'Reload' }).press('Enter');
    await expect(new Today(page).startHeelDrops).toBeVisible();
    await page.evaluate(causes['a panic']);
    await expect(page.getByText('It happened again.')).toBeVisible();
    await page.getByRole('link', { name: 'Read the emergency advice' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Call your emergency number now if' })).toBeInViewport();
  });
});

test.describe('what is asked of the network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('at most eight requests to first use, and none to another origin', async ({ page, context, address, server }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address());
    await expect(new Today(page).startHeelDrops).toBeVisible();
    const first = asked.filter((url) => !url.startsWith('data:'));
    expect(first.length, first.join('\n')).toBeLessThanOrEqual(8);
    // The same through the whole app: only sources that a person taps on lead elsewhere.
    const everywhere: string[] = [];
    context.on('request', (request) => everywhere.push(request.url()));
    for (const { hash } of SCREENS) {
      await page.goto(address(hash));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectArrived(page);
    }
    expect(everywhere.filter((url) => !url.startsWith(server.origin) && !url.startsWith('data:'))).toEqual([]);
  });

  test('the policy is strict, and the page itself has no inline script or style', async ({ page, address }) => {
    const html = await (await page.request.get(address())).text();
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"|content="([^"]*)" http-equiv="?Content-Security-Policy/i.exec(html);
    const text = policy?.[1] ?? policy?.[2] ?? '';
    expect(text).toContain("default-src 'none'");
    expect(text).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(text).not.toContain('unsafe-inline');
    expect(text).not.toContain("'unsafe-eval'");
    expect(text).not.toMatch(/https?:/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/);
    expect(html).not.toMatch(/<style[\s>]|\sstyle=|\son[a-z]+=/);
    const headers = (await page.request.get(address())).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    for (const file of await readdir(DIST)) {
      if (file.endsWith('.css')) expect(await readFile(path.join(DIST, file), 'utf8')).not.toMatch(/url\(\s*["']?https?:/);
    }
  });
});
