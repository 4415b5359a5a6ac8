// When nothing works: the page that stands without the app, the overlay after a crash, and what is never asked of the network.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { startHeelDrops } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { Screen, expectArrived } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { SCREENS } from '../support/screens';
import { DIST } from '../support/server';
import { answered, everything, seal, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

import type { Route } from '@playwright/test';

async function expectStaticPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Bonewise could not start' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Call your emergency number now if' })).toBeVisible();
  for (const number of ['911', '999', '112', '119', '120', '000', '111']) {
    await expect(page.getByRole('link', { name: number, exact: true })).toHaveAttribute('href', `tel:${number}`);
  }
  await expect(page.getByRole('heading', { name: 'Before you exercise' })).toBeVisible();
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

/** What the static page may give as the reason; one of them at a time. */
const REASONS = {
  scripts: 'It needs a current browser with JavaScript turned on.',
  missing: 'This browser cannot run WebAssembly',
  old: 'This browser is too old for Bonewise.',
  arrived: 'A part of Bonewise did not arrive whole.',
  page: 'Another page came in place of a part of Bonewise.',
  file: 'It was opened as a file.',
  other: 'Something went wrong while it was starting.',
};
type Reason = keyof typeof REASONS;

async function expectReason(page: Page, reason: Reason): Promise<void> {
  await expectStaticPage(page);
  for (const [name, text] of Object.entries(REASONS)) {
    await expect(page.getByText(text), name).toBeVisible({ visible: name === reason });
  }
  await expect(page.getByText('Starting…')).toBeHidden();
  await expect(page.getByText('Still loading.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Welcome to Bonewise' })).toHaveCount(0);
}

/** The app runs, and nothing beside it says anything else. */
async function expectStarted(page: Page): Promise<void> {
  await new Today(page).expectOpen('Welcome to Bonewise');
  await expect(page.getByText('Starting…')).toBeHidden();
  await expect(page.getByText('Still loading.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Bonewise could not start' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Call your emergency number now if' })).toBeHidden();
}

/** What a bad network, a host or a hotel does to a file. */
const FAULTS: Record<string, (route: Route) => Promise<void>> = {
  'is not there': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'comes as another page': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title><p>Please sign in.' }),
  'comes half': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  },
  'is cut off': (route) => route.abort('connectionreset'),
  hangs: () => new Promise(() => {}),
};

/** The files of a release, and what the start does without each. */
const FILES: Record<string, { name: RegExp; start: 'fails' | 'looks plain' | 'is as ever'; faults: string[] }> = {
  'boot.js': { name: /\/boot\.js$/, start: 'fails', faults: ['is not there', 'comes as another page', 'comes half', 'hangs'] },
  'the script': { name: /\/bonewise-[0-9a-f]+\.js$/, start: 'fails', faults: ['comes as another page', 'comes half', 'hangs'] },
  'the first wasm': { name: /_bg\.wasm$/, start: 'fails', faults: ['is not there', 'comes as another page', 'comes half', 'is cut off', 'hangs'] },
  'the style': { name: /\/style-[0-9a-f]+\.css$/, start: 'looks plain', faults: ['is not there', 'comes half', 'hangs'] },
  'the later wasm': { name: /-later\.wasm$/, start: 'is as ever', faults: ['is not there', 'hangs'] },
  'the manifest': { name: /\.webmanifest$/, start: 'is as ever', faults: ['is not there'] },
  'the icon': { name: /\/icons\//, start: 'is as ever', faults: ['comes as another page'] },
};

test.describe('the first start with a bad file', () => {
  test.use({ provoked: /./ });

  for (const [file, { name, start, faults }] of Object.entries(FILES)) {
    for (const [fault, happens] of Object.entries(FAULTS).filter(([fault]) => faults.includes(fault))) {
      test(`${file} ${fault}: ${start === 'fails' ? 'the right reason and a way to try again' : `the start ${start}`}`, async ({ page, address }) => {
        const hangs = fault === 'hangs';
        const clock = hangs ? await Clock.take(page) : null;
        await page.route(name, happens);
        await page.goto(address(), { waitUntil: 'commit' });
        const again = page.getByRole('link', { name: 'Try again' });
        if (start === 'fails') {
          if (hangs) {
            await expect(page.getByText('Starting…')).toBeVisible();
            await clock!.pass(11);
            await expect(page.getByText('Still loading.')).toBeVisible();
            await expect(page.getByRole('heading', { name: 'Call your emergency number now if' })).toBeVisible();
            await expect(page.getByRole('heading', { name: 'Bonewise could not start' })).toBeHidden();
          } else {
            await expectReason(page, fault === 'comes as another page' ? 'page' : 'arrived');
          }
          // What hangs is left hanging: taken off its route it would arrive, and there would be nothing to try again.
          if (hangs) await page.route(name, (route) => route.continue());
          else await page.unrouteAll({ behavior: 'ignoreErrors' });
          await again.filter({ visible: true }).click();
          await expectStarted(page);
          return;
        }
        await clock?.pass(6);
        await expectStarted(page);
        if (start === 'looks plain') {
          await expect(page.getByText('Bonewise works, but its look did not arrive.')).toBeVisible();
          await expect(again.filter({ visible: true })).toHaveCount(1);
          // The page itself asks for its look once more: that trial has to fail too, or it mends itself, as it should.
          if (!hangs) await page.waitForLoadState('networkidle');
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          // What hung comes now, and nobody has to do anything.
          if (!hangs) await again.filter({ visible: true }).click();
          await expectStarted(page);
        }
        await expect(page.getByText('its look did not arrive')).toBeHidden();
        await page.getByRole('link', { name: 'Get help' }).first().click();
        await new GetHelp(page).expectOpen('Get help');
      });
    }
  }

  // What browsers say that cannot run it. The files are whole.
  for (const [error, reason] of Object.entries({ EvalError: 'old', CompileError: 'old', RangeError: 'other' } as const)) {
    test(`a browser whose WebAssembly ends with a ${error}: ${REASONS[reason]}`, async ({ page, address }) => {
      await page.addInitScript((name) => {
        const Kind = name === 'CompileError' ? WebAssembly.CompileError : name === 'EvalError' ? EvalError : RangeError;
        WebAssembly.instantiate = () => Promise.reject(new Kind('not here'));
        WebAssembly.instantiateStreaming = () => Promise.reject(new Kind('not here'));
      }, error);
      await page.goto(address());
      await expectReason(page, reason);
    });
  }

  test('a browser that knows no modules is too old', async ({ page, address }) => {
    await page.addInitScript(() => delete (HTMLScriptElement.prototype as { noModule?: boolean }).noModule);
    await page.goto(address());
    await expectReason(page, 'old');
  });

  test('opened as a file: it says that it needs a web address', async ({ page }) => {
    await page.goto(`file://${path.join(DIST, 'index.html')}`);
    await expectReason(page, 'file');
  });

  test('a host that answers every address with the page: the right reason at a wrong address', async ({ page, address }) => {
    const index = await readFile(path.join(DIST, 'index.html'));
    await page.route(/\/foo\//, (route) => route.fulfill({ contentType: 'text/html', body: index }));
    await page.goto(address('foo/bar'));
    await expectReason(page, 'page');
  });
});

test.describe('the look from the first paint', () => {
  test.use({ provoked: /ERR_FAILED|Bonewise could not start/ });
  const COLOURS = { light: ['rgb(250, 246, 238)', '#FAF6EE'], dark: ['rgb(18, 23, 21)', '#121715'] } as const;

  /** The ground behind everything, and the colour of the browser's bar. */
  async function seen(page: Page): Promise<[string, string]> {
    return page.evaluate(() => {
      const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
      const bar = metas.find((meta) => matchMedia(meta.getAttribute('media') ?? 'all').matches)!;
      const root = document.documentElement;
      const paper = document.querySelector('[data-boot=ready]') ? document.body : document.querySelector('header')!;
      const ground = getComputedStyle(paper).backgroundColor;
      return [ground === 'rgba(0, 0, 0, 0)' ? getComputedStyle(root).backgroundColor : ground, bar.content.toUpperCase()];
    });
  }

  for (const system of ['light', 'dark'] as const) {
    for (const theme of ['system', 'light', 'dark'] as const) {
      test.describe(`a ${system} system and the choice "${theme}"`, () => {
        test.use({ colorScheme: system, kept: { ...answered(), ...settings({ theme, text: 'largest' }) } });

        test(`the start is as what comes after it: ${theme} on ${system}`, async ({ page, address }) => {
          const right = COLOURS[theme === 'system' ? system : theme];
          let arrive = () => {};
          const arrived = new Promise<void>((resolve) => (arrive = resolve));
          await page.route(/_bg\.wasm$/, async (route) => {
            await arrived;
            await route.continue();
          });
          await page.goto(address());
          await expect(page.getByText('Starting…')).toBeVisible();
          const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
          const before = { seen: await seen(page), size: await size() };
          expect(before.seen).toEqual(right);
          arrive();
          await expect(new Today(page).startHeelDrops).toBeVisible();
          expect({ seen: await seen(page), size: await size() }).toEqual(before);
        });
      });
    }
  }

  test('the browser’s bar follows the choice when it changes', async ({ page, address }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address('#/settings'));
    for (const [name, theme] of [['Dark', 'dark'], ['Light', 'light'], ['Same as my device', 'light']] as const) {
      const choices = page.getByRole('group', { name: 'Light or dark' });
      await choices.getByRole('radio', { name }).check();
      await expect.poll(() => seen(page)).toEqual(COLOURS[theme]);
    }
  });

  for (const [what, text] of Object.entries({
    'no value of ours': 'dark',
    'words that nobody knows': seal({ theme: '"><script>', text: ['largest'], contrast: { more: 1 } }),
    'a prototype': 'bonewise 1 00000000 {"__proto__":{"theme":"dark"},"constructor":"dark"}',
    'no object': seal(null),
    'a megabyte': seal({ theme: 'dark', more: 'x'.repeat(1_000_000) }),
  })) {
    test.describe(`settings that are ${what}`, () => {
      test.use({ kept: { 'bonewise:settings': text } });

      test(`start as if there were none: ${what}`, async ({ page, address }) => {
        await page.route(/_bg\.wasm$/, (route) => route.abort());
        await page.goto(address(), { waitUntil: 'commit' });
        await expect(page.getByRole('heading', { name: 'Bonewise' }).first()).toBeVisible();
        const set = await page.evaluate(() => ['theme', 'text', 'contrast'].map((name) => document.documentElement.dataset[name] ?? ''));
        expect(set).toEqual(['', '', '']);
      });
    });
  }
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
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
  });

  test('hang: after ten seconds the page says so, and Try again asks anew', async ({ page, address }) => {
    const clock = await Clock.take(page);
    let [asked, hangs] = [0, true];
    await page.route(LATER, async (route) => {
      asked += 1;
      if (!hangs) await route.continue();
    });
    await page.goto(address('#/journal'));
    await expect(page.getByText('One moment. This page is on its way.')).toBeVisible();
    await expect.poll(() => asked).toBe(1);
    await clock.pass(11);
    await expect(page.getByRole('alert')).toContainText('This page is slow to arrive.');
    const screen = new Screen(page);
    await screen.button('Try again').click();
    await expect(page.getByText('One moment. This page is on its way.')).toBeVisible();
    await expect(screen.button('Try again')).toBeFocused();
    await expect.poll(() => asked).toBe(2);
    await clock.pass(11);
    await expect(page.getByRole('alert')).toContainText('This page is slow to arrive.');
    hangs = false;
    await screen.button('Try again').click();
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  for (const [fault, happens] of Object.entries(FAULTS).filter(([fault]) => ['is not there', 'comes half'].includes(fault))) {
    test.describe(`with a file that ${fault}`, () => {
      test.use({ provoked: /./ });

      test(`${fault}: not here yet, and Try again brings it`, async ({ page, address }) => {
        await page.route(LATER, happens);
        await page.goto(address('#/journal'));
        await expect(page.getByRole('alert')).toContainText('This page did not arrive.');
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await new Screen(page).button('Try again').click();
        await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
      });

      test(`${fault}, because the host has a newer version: Reload, and that helps`, async ({ page, address }) => {
        const newer = (await readFile(path.join(DIST, 'index.html'), 'utf8')).replace(/bonewise-[0-9a-f]+/g, 'bonewise-0123456789abcdef');
        await page.route(LATER, happens);
        // This page stands open since before the upload; who asks for it now gets the newer one.
        await page.route(address(), async (route) => {
          if (route.request().resourceType() === 'document') await route.continue();
          else await route.fulfill({ contentType: 'text/html', body: newer });
        });
        await page.goto(address('#/journal'));
        await expect(page.getByRole('alert')).toContainText('There is a newer Bonewise now');
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await new Screen(page).button('Reload').click();
        await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
      });
    });
  }

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
    await expect(page.getByRole('link', { name: /Symptom guide/ })).toBeVisible();
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
      await expect(page.getByText(/Heel raises: [1-9] of 10 done/)).toBeVisible();
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

  test('the policy is strict, and the page itself has no style and one script, known by its hash', async ({ page, address }) => {
    const html = await (await page.request.get(address())).text();
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"|content="([^"]*)" http-equiv="?Content-Security-Policy/i.exec(html);
    const text = policy?.[1] ?? policy?.[2] ?? '';
    expect(text).toContain("default-src 'none'");
    // One script stands in the page itself, allowed by its hash and by nothing else; data is no script.
    const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((found) => found[1]);
    expect(inline).toHaveLength(1);
    const hash = createHash('sha256').update(inline[0]).digest('base64');
    expect(text).toContain(`script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`);
    expect(text).not.toContain('unsafe-inline');
    expect(text).not.toContain("'unsafe-eval'");
    expect(text).not.toMatch(/https?:/);
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toEqual(['<script>', expect.stringMatching(/application\/ld\+json/)]);
    expect(html).not.toMatch(/<style[\s>]|\sstyle=|\son[a-z]+=/);
    const headers = (await page.request.get(address())).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`);
    for (const file of await readdir(DIST)) {
      if (file.endsWith('.css')) expect(await readFile(path.join(DIST, file), 'utf8')).not.toMatch(/url\(\s*["']?https?:/);
    }
  });
});
