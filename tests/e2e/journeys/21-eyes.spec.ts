// Every mix of what the system asks for and what the person chose: colours, contrast themes, and paper.

import { type Locator, chromium } from '@playwright/test';

import { After, SetUp, startHeelDrops } from '../pages/coach';
import { Screen, expectArrived } from '../pages/screen';
import { Findings } from '../support/axe';
import { Clock } from '../support/clock';
import { launch } from '../support/fonts';
import { contrastWithin, differing, onPaper, picture } from '../support/pixels';
import { SCREENS } from '../support/screens';
import { answered, asStorageState, entry, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

test.use({ secondCopy: false });

type System = { colorScheme: 'light' | 'dark'; contrast: 'no-preference' | 'more' };

const SYSTEMS: System[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['no-preference', 'more'] as const).map((contrast) => ({ colorScheme, contrast })),
);

/** The colours of all roles as they come out, and the scheme that the browser's own controls follow. */
async function roles(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const names = 'paper surface ink ink-soft primary on-primary primary-tint walnut walnut-tint sun sun-tint alert on-alert ' +
      'alert-tint chosen on-chosen mark line edge current-edge';
    const found: Record<string, string> = { scheme: getComputedStyle(document.documentElement).colorScheme };
    for (const name of names.split(' ')) {
      probe.style.color = '';
      probe.style.color = `var(--${name})`;
      found[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    return found;
  });
}

test('all 36 mixes of the system’s wishes and the person’s choices come out as one of four looks', async ({ page, address }) => {
  await page.goto(address('#/settings'));
  const choose = async (group: string, name: string) => {
    const choice = page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });
    await choice.check();
  };
  const looks = new Map<string, Record<string, string>>();
  const mixes: [string, string][] = ['Light', 'Dark', 'Same as my device'].flatMap((theme) =>
    ['Normal', 'More', 'Same as my device'].map((contrast): [string, string] => [theme, contrast]),
  );
  for (const [theme, contrast] of mixes) {
    await choose('Light or dark', theme);
    await choose('Contrast', contrast);
    for (const system of SYSTEMS) {
      await page.emulateMedia(system);
      const isDark = theme === 'Dark' || (theme === 'Same as my device' && system.colorScheme === 'dark');
      const hasMore = contrast === 'More' || (contrast === 'Same as my device' && system.contrast === 'more');
      const look = `${isDark ? 'dark' : 'light'}, ${hasMore ? 'more' : 'plain'}`;
      const found = await roles(page);
      // The first mixes are plain choices; what comes later must look like them in every colour.
      if (!looks.has(look)) looks.set(look, found);
      expect(found, `${theme}, ${contrast}, ${JSON.stringify(system)}`).toEqual(looks.get(look));
    }
  }
  expect(new Set([...looks.values()].map((look) => JSON.stringify(look))).size).toBe(4);
});

test.describe('before the app runs', () => {
  test.use({ provoked: /ERR_FAILED/ });

  test('the system’s wishes come out as they do in the app', async ({ page, address }) => {
    const inApp: Record<string, string>[] = [];
    await page.goto(address('#/settings'));
    await expectArrived(page);
    for (const system of SYSTEMS) {
      await page.emulateMedia(system);
      inApp.push(await roles(page));
    }
    await page.route(/boot.*\.js$/, (route) => route.abort());
    await page.reload();
    for (const [at, system] of SYSTEMS.entries()) {
      await page.emulateMedia(system);
      expect(await roles(page), JSON.stringify(system)).toEqual(inApp[at]);
    }
    expect(new Set(inApp.map((look) => JSON.stringify(look))).size).toBe(4);
  });
});

/** What axe says about contrast, each thing once, with all the screens where it was found. */
class Contrast extends Findings {
  constructor(private readonly on: Page) {
    super(on, (axe) => axe.withRules(['color-contrast', 'color-contrast-enhanced']));
  }

  async walk(address: (hash: string) => string, screens = SCREENS): Promise<void> {
    for (const { hash, heading } of screens) {
      await this.on.goto(address(hash));
      await expect(this.on.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expectArrived(this.on);
      await this.on.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await this.look(hash);
    }
  }
}

// Light and dark with plain contrast are looked at in 12-axe. These two come about without any choice of the person's.
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a ${colorScheme} system that asks for more contrast`, () => {
    test.use({ colorScheme, contrast: 'more', kept: { ...answered(), ...entry('earlier', '2026-11-20') } });

    test(`every text of every screen can be read: ${colorScheme}, more contrast`, async ({ page, address }) => {
      test.setTimeout(240_000);
      const contrast = new Contrast(page);
      // The mix that failed is looked at everywhere, the other on every fourth screen: `tests/colours.rs` has all roles in all looks.
      await contrast.walk(address, colorScheme === 'dark' ? SCREENS : SCREENS.filter((_, place) => place % 4 === 0));
      await page.goto(address());
      await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
      const setUp = new SetUp(page);
      await setUp.expectOpen('Set up');
      await contrast.look('set-up');
      const coach = await setUp.begin();
      await contrast.look('getting ready');
      await coach.pain.click();
      await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible();
      await page.getByRole('button', { name: 'Chest, or hard to breathe' }).click();
      await contrast.look('pain');
      contrast.expectNone();
    });
  });
}

// ---- on or off, chosen or not, ticked or not ---------------------------------------------------------------------

/** A control and how it is found. A tap must change it for the eye, and not in its tint alone. */
type Told = { what: string; hash: string; control: (screen: Screen) => Locator; shown?: (screen: Screen) => Locator; notPrinted?: true; isFolded?: true };

const label = (words: string) => (screen: Screen) => screen.main.locator('label', { hasText: words }).first();
const box = (screen: Screen) => screen.main.locator('label:has([type=checkbox])').first();

const TOLD: Told[] = [
  { what: 'a radio button', hash: '#/settings', control: label('Largest') },
  { what: 'a switch', hash: '#/settings', control: (screen) => screen.main.getByRole('switch', { name: /^Beep/ }) },
  {
    what: 'a switch of the recipe',
    hash: '#/nourish/recipe',
    control: (screen) => screen.main.getByRole('switch', { name: 'With brown sugar' }),
    // The recipe has a sheet of its own, without the choices.
    notPrinted: true,
  },
  { what: 'an allergy', hash: '#/settings', control: label('Sesame') },
  { what: 'a line of a safe home', hash: '#/know/checks/home-safety', control: box },
  { what: 'a reason for a bone test', hash: '#/know/checks/bone-test', control: box },
  {
    what: 'a part of the body',
    hash: '#/know/note',
    // By class: the parts of the picture are no buttons; the list beside it is.
    control: (screen) => screen.main.locator('.body__tap').nth(3),
    shown: (screen) => screen.main.getByRole('img', { name: 'From the front' }),
  },
  { what: 'a pain level', hash: '#/know/note', control: (screen) => screen.button('Pain 4 of 10') },
  { what: 'a part in the list', hash: '#/know/note', control: box },
  // Unfolded the screen is so long that the answer waits until its end was seen.
  { what: 'an answer', hash: '#/move/safety', control: (screen) => screen.button('None of these'), isFolded: true },
  { what: 'a line of the questions', hash: '#/move/safety', control: box },
  {
    what: 'a day outside',
    hash: '#/nourish',
    control: (screen) => screen.button('I was outside today'),
    shown: (screen) => screen.main.getByRole('listitem').filter({ hasText: /: (outside|not noted)$/ }).last(),
  },
];

/** Taps each control and collects those whose look has not changed enough to be seen. */
async function untold(page: Page, address: (hash: string) => string, isPrinted = false): Promise<string[]> {
  const screen = new Screen(page);
  const alike: string[] = [];
  for (const { what, hash, control, shown = control, isFolded } of TOLD.filter((one) => !(isPrinted && one.notPrinted))) {
    await page.goto(address(hash));
    await page.reload();
    await expectArrived(page);
    if (!isFolded) await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    if (isPrinted) await onPaper(page);
    // What is answered with "none" has been seen to its end.
    const toEnd = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    if (isFolded) await toEnd();
    const at = control(screen);
    const seen = shown(screen);
    const before = await picture(seen);
    await at.evaluate((element) => {
      if (element instanceof HTMLElement) element.click();
      else element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    if (what === 'an answer') {
      // The answer leads on to the next question; going back shows which one was given.
      await screen.button('Back').click();
      await expect(screen.heading).toHaveText('Broken bones');
      await toEnd();
      await expect(at).toHaveAttribute('aria-pressed', 'true');
    }
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const count = await differing(page, before, await picture(seen));
    if (count < 150) alike.push(`${what}: ${count} px differ`);
  }
  return alike;
}

/** A box that is not ticked is empty: inside of its edge all is one colour. */
async function expectEmptyBox(page: Page): Promise<void> {
  const inside = await picture(page.getByRole('main').getByRole('checkbox', { checked: false }).first());
  expect(await contrastWithin(page, inside, [0.2, 0.2, 0.8, 0.8])).toBeLessThan(1.1);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`the system’s own few colours, ${colorScheme}`, () => {
    test.use({ colorScheme, forcedColors: 'active', kept: answered({}) });

    test(`what is on, chosen or ticked is told apart with forced colours: ${colorScheme}`, async ({ page, address }) => {
      test.setTimeout(240_000);
      await page.addInitScript(() => location.hash === '#/move/safety' && localStorage.removeItem('bonewise:safety'));
      expect(await untold(page, address)).toEqual([]);
      await page.goto(address('#/know/checks/home-safety'));
      await expectArrived(page);
      await expectEmptyBox(page);
      // The tab of this screen, and the same tab on another one.
      const tab = new Screen(page).tab('Know');
      const here = await picture(tab);
      await page.goto(address('#/today'));
      await new Screen(page).expectOpen(/^(Good|Welcome)/);
      expect(await differing(page, here, await picture(tab))).toBeGreaterThan(500);
    });

    test(`every text can be read and the figure is whole with forced colours: ${colorScheme}`, async ({ page, address }) => {
      test.setTimeout(240_000);
      const contrast = new Contrast(page);
      for (const kept of [{}, { theme: 'light', contrast: 'more' }, { theme: 'dark', contrast: 'normal' }]) {
        await page.goto(address('#/settings'));
        await page.evaluate(([key, text]) => localStorage.setItem(key, text), Object.entries(settings(kept))[0]);
        await page.goto(address('#/move'));
        await page.reload();
        await new Screen(page).expectOpen('Move');
        await expectWholeFigure(page);
        for (const hash of ['#/today', '#/move/heel-drop', '#/move/heel-drop/plan', '#/nourish/jar', '#/nourish/recipe', '#/know/facts', '#/know/note', '#/settings']) {
          await page.goto(address(hash));
          await expectArrived(page);
          await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
          await contrast.look(`${JSON.stringify(kept)}, ${hash}`);
        }
      }
      contrast.expectNone();
    });
  });
}

for (const [name, system] of [
  ['light', { colorScheme: 'light' }],
  ['dark with more contrast', { colorScheme: 'dark', contrast: 'more' }],
] as const) {
  test.describe(`paper from a screen that is ${name}`, () => {
    test.use({ ...system, kept: answered() });

    test(`ticks, choices and marks are printed without grounds: ${name}`, async ({ page, address }) => {
      test.setTimeout(240_000);
      await page.addInitScript(() => location.hash === '#/move/safety' && localStorage.removeItem('bonewise:safety'));
      // A tap on a screen, and what of it stands on the paper.
      expect(await untold(page, address, true)).toEqual([]);
      await page.goto(address('#/know/checks/home-safety'));
      await page.reload();
      await expectArrived(page);
      await onPaper(page);
      await expectEmptyBox(page);
      const contrast = new Contrast(page);
      await contrast.look('a safe home on paper');
      contrast.expectNone();
    });
  });
}

test('what is folded is printed open on every page but the two sheets', async ({ page, address }) => {
  const folded = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('details:not([open]) > :not(summary)')].map((one) => (one as HTMLElement).checkVisibility()),
    );
  for (const hash of ['#/know/symptoms/back-pain', '#/know/facts', '#/move/heel-drop/known', '#/nourish/good-to-know', '#/know/traditional', '#/know/sources']) {
    await page.goto(address(hash));
    await expectArrived(page);
    await expect(page.locator('details').first()).toBeVisible();
    expect((await folded()).filter(Boolean), `${hash} on the screen`).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const printed = await folded();
    expect(printed.length, hash).toBeGreaterThan(0);
    expect(printed.filter((one) => !one), `${hash} on paper`).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
});

// ---- the figure --------------------------------------------------------------------------------------------------

/** The head and the trunk of the first figure stand out from what is behind them. */
async function expectWholeFigure(page: Page): Promise<void> {
  const figure = page.getByRole('main').locator('svg').first();
  const image = await picture(figure);
  const parts = await figure.evaluate((svg) => {
    const whole = svg.getBoundingClientRect();
    // By class: a piece has neither a role nor a name.
    return ['hair.figure__one', 'sleeve', 'trousers'].map((name) => {
      const box = [...svg.querySelectorAll(`.figure__${name}`)].at(-1)!.getBoundingClientRect();
      const across = (x: number) => Math.min(1, Math.max(0, (x - whole.left) / whole.width));
      const down = (y: number) => Math.min(1, Math.max(0, (y - whole.top) / whole.height));
      return [across(box.left - 12), down(box.top + box.height * 0.3), across(box.right + 12), down(box.top + box.height * 0.6)];
    });
  });
  for (const part of parts) {
    const [left, top, right, bottom] = part;
    expect(await contrastWithin(page, image, [left, top, right, bottom])).toBeGreaterThan(3);
  }
}

test('a browser that darkens light pages by itself leaves the figure whole and every choice told', async ({ server, address }) => {
  test.setTimeout(240_000);
  const browser = await chromium.launch(launch('phone', '--enable-features=WebContentsForceDark'));
  try {
    for (const theme of ['system', 'light', 'dark']) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        colorScheme: 'light',
        serviceWorkers: 'block',
        storageState: asStorageState(server.origin, { ...answered(), ...settings({ theme }) }),
      });
      const page = await context.newPage();
      await page.goto(address('#/move'));
      await new Screen(page).expectOpen('Move');
      await expectWholeFigure(page);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

// ---- small words -------------------------------------------------------------------------------------------------

test.describe('the greeting', () => {
  test.use({ kept: { ...answered(), ...entry('earlier', '2026-11-21') } });

  test('follows the hour while the page stays open', async ({ page, address }) => {
    const clock = await Clock.take(page, new Date('2026-11-22T11:58:00+01:00'));
    await page.goto(address());
    const screen = new Screen(page);
    await expect(screen.heading).toHaveText('Good morning');
    await clock.pass(3 * 60);
    await expect(screen.heading).toHaveText('Good afternoon');
    await clock.jump(6 * 3600);
    await clock.pass(60);
    await expect(screen.heading).toHaveText('Good evening');
  });
});

const NO_PRINT = 'This browser did not open its print window.';

for (const hash of ['#/know/get-help', '#/know/checks/home-safety', '#/nourish/recipe']) {
  test(`a browser that cannot print says so beside the button: ${hash}`, async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.addInitScript(() => {
      Object.assign(window, { print: undefined });
    });
    await page.goto(address(hash));
    const screen = new Screen(page);
    await expectArrived(page);
    await screen.button(/^Print (this page|the recipe)$/).click();
    await expect(screen.main.getByText(NO_PRINT)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: NO_PRINT })).toHaveCount(1);

    // One that refuses without a word.
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    await page.reload();
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    await expectArrived(page);
    await screen.button(/^Print (this page|the recipe)$/).click();
    await clock.pass(3);
    await expect(screen.main.getByText(NO_PRINT)).toBeVisible();

    // One that prints: nothing is said, and what was said goes.
    await page.evaluate(() => Object.assign(window, { print: () => dispatchEvent(new Event('beforeprint')) }));
    await screen.button(/^Print (this page|the recipe)$/).click();
    await expect(screen.main.getByText(NO_PRINT)).toHaveCount(0);
    await clock.pass(3);
    await expect(screen.main.getByText(NO_PRINT)).toHaveCount(0);
  });
}

test('what to do after stopping stands apart from the signs to stop for, on every screen', async ({ page, address }) => {
  const expectApart = async () => {
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Stop at once if' }) });
    await expect(card.getByText(/^Sit down\./).filter({ visible: true })).toBeVisible();
    await expect(card.getByRole('listitem').filter({ hasText: 'Sit down.', visible: true })).toHaveCount(0);
    await expect(card.getByRole('listitem').first()).toBeVisible();
  };
  for (const hash of ['#/move/heel-drop', '#/move/knee-bend', '#/move/heel-drop/steps']) {
    await page.goto(address(hash));
    await expectArrived(page);
    await expectApart();
  }
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), Object.entries(answered())[0]);
  await page.goto(address('#/today'));
  await page.reload();
  const coach = await startHeelDrops(page);
  await coach.pain.click();
  await expectApart();
});
