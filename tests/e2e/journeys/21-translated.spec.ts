// The browser translates the app while it runs. What stands there is what the app means, as without a translator.

import { NOTHING } from '../pages/safety';
import { Clock } from '../support/clock';
import { translate, translated, words } from '../support/translator';
import { type Page, expect, test } from '../support/test';

/** The same walk on two pages: one is translated, one is not. */
class Pair {
  readonly clocks: Clock[] = [];
  /** A session runs on both, and their clocks were not started at the same instant: numbers may differ by one. */
  runs = false;

  constructor(
    readonly plain: Page,
    readonly other: Page,
  ) {}

  async open(address: string): Promise<void> {
    for (const page of [this.plain, this.other]) {
      this.clocks.push(await Clock.take(page));
      await page.goto(address);
    }
    await this.agree();
  }

  /** Both say the same. */
  async agree(): Promise<void> {
    const said = async (page: Page) => (this.runs ? (await words(page)).replace(/\d+/g, '0') : words(page));
    await expect(async () => expect(await said(this.other)).toBe(await said(this.plain))).toPass({ timeout: 10_000 });
  }

  async go(hash: string): Promise<void> {
    for (const page of [this.plain, this.other]) await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(this.plain.getByText('One moment. This page is on its way.')).toHaveCount(0);
    await this.agree();
  }

  async pass(seconds: number): Promise<void> {
    for (const clock of this.clocks) await clock.pass(seconds);
    await this.agree();
  }

  async stand(): Promise<void> {
    for (const clock of this.clocks) await clock.stand();
    this.runs = true;
  }

  /** What the translated page says in so many seconds. */
  async hear(seconds: number): Promise<string> {
    const said: string[] = [];
    for (let second = 0; second < seconds; second++) {
      for (const clock of this.clocks) await clock.pass(1);
      said.push(await words(this.other));
    }
    return said.join('\n');
  }

  /** Presses a control on both pages: found by its name where that is not translated, by its place on the other. */
  async press(role: 'button' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
    const control = this.plain.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await expect(control).toBeVisible();
    const all = 'button,a,input,select,summary';
    const place = await control.evaluate((one, all) => [...document.querySelectorAll(all)].indexOf(one), all);
    for (const page of [this.plain, this.other]) {
      const before = await state(page);
      await expect(async () => {
        await page.locator(all).nth(place).click();
        await expect.poll(() => state(page), { timeout: 1_000 }).not.toBe(before);
      }).toPass();
    }
    await this.agree();
  }
}

/** The words, and what is ticked or pressed. */
async function state(page: Page): Promise<string> {
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll('input,[aria-pressed],[aria-checked]')]
      .map((one) => `${(one as HTMLInputElement).checked} ${one.getAttribute('aria-pressed')} ${one.getAttribute('aria-checked')}`)
      .join(),
  );
  return (await words(page)) + marks;
}

for (const inOneStep of [true, false]) {
  test.describe(inOneStep ? 'texts are replaced' : 'texts are taken out after the new words came', () => {
    const begin = async (page: Page, plain: Page, address: string) => {
      await translate(page, inOneStep);
      const pair = new Pair(plain, page);
      await pair.open(address);
      await expect.poll(() => translated(page)).toBeGreaterThan(10);
      return pair;
    };

    test('the safety questions, a session, pain, and the call', async ({ page, browser, address }) => {
      test.slow();
      const context = await browser.newContext();
      const pair = await begin(page, await context.newPage(), address());
      await pair.press('button', 'Start heel raises');
      for (const [place, name] of NOTHING.entries()) {
        await expect(pair.plain.getByText(`${place + 1} of ${NOTHING.length}`, { exact: true })).toBeVisible();
        await pair.press('button', name);
      }
      await pair.press('button', 'All of this is right');
      // However slow the machine: the countdown does not begin the round before both pages were pressed.
      await pair.stand();
      await pair.press('button', 'I’m ready');
      await pair.press('button', 'Ready now');
      const said = await pair.hear(20);
      for (const words of ['Rise on your toes', 'Hold', 'Lower slowly', 'Heels down', '1 of 5', '2 of 5']) expect(said).toContain(words);
      await pair.press('button', 'Pause');
      await pair.press('button', 'Continue');
      expect(await pair.hear(8)).toContain('Rise on your toes');
      await pair.press('button', 'I feel pain');
      await pair.press('button', 'Chest, or hard to breathe');
      await pair.press('button', 'Germany');
      await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
      await pair.go('#/know/get-help');
      for (const one of [pair.plain, pair.other]) await one.locator('select').selectOption('JP');
      await pair.agree();
      expect(await words(page)).toContain('Call 119');
      await expect(page.locator('a[href="tel:119"]').first()).toBeVisible();
      await context.close();
    });

    test('the powder, cook mode, foods, an allergy, the settings and the checks', async ({ page, browser, address }) => {
      test.slow();
      const context = await browser.newContext();
      const pair = await begin(page, await context.newPage(), address('#/nourish/jar'));
      await pair.press('button', 'I made it today');
      await pair.press('button', /^I took/);
      await pair.go('#/nourish/recipe');
      await pair.press('button', 'A larger batch');
      await pair.go('#/nourish/cook');
      await pair.press('button', 'Next');
      await pair.press('button', 'Next');
      await pair.press('button', /^Start .*minutes/);
      await pair.pass(61);
      await pair.press('button', 'Back');
      await pair.go('#/nourish/foods');
      await pair.go('#/settings');
      await pair.press('checkbox', 'Sesame');
      await pair.press('radio', 'Large');
      await pair.go('#/nourish/recipe');
      expect(await words(page)).toContain('Not for you');
      await pair.go('#/know/checks/home-safety');
      await pair.press('checkbox', /.+/);
      await pair.go('#/know/note');
      await pair.press('button', 'Pain 4 of 10');
      await pair.go('#/move/heel-drop');
      await pair.go('#/move/heel-drop/plan');
      await pair.press('button', 'One round more');
      await pair.go('#/today');
      await context.close();
    });
  });
}

test('what was put in place of a text, and then shown in the original again, is still the app’s', async ({ page, address }) => {
  await page.goto(address('#/settings'));
  const heading = page.getByRole('heading', { level: 1 });
  // Until the page itself stands, its heading is that of the page on its way.
  await expect(page.getByRole('radio', { name: 'Large', exact: true })).toBeVisible();
  await expect(heading).toHaveText('Settings');
  const restored = await page.evaluate(async () => {
    const turn = () => new Promise((done) => setTimeout(done));
    const heading = document.querySelector('#app h1')!;
    const own = [...heading.childNodes].find((node) => node instanceof Text) as Text;
    const font = document.createElement('font');
    font.textContent = 'Einstellungen';
    own.replaceWith(font);
    await turn();
    const translated = heading.textContent;
    font.replaceWith(document.createTextNode('Settings'));
    await turn();
    return [translated, heading.textContent, own.isConnected];
  });
  expect(restored).toEqual(['Einstellungen', 'Settings', true]);
});
