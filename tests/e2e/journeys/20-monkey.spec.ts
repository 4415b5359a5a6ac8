// Somebody who taps, types, goes back and forth, reloads and turns the phone without any plan, on every screen: the app stays up,
// says nothing to the console and asks nobody for anything. `BONEWISE_MONKEY="steps seed seed …"` runs more of it.

import { SCREENS } from '../support/screens';
import { answered, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const [steps, ...seeds] = (process.env.BONEWISE_MONKEY ?? '500 20261127').split(' ').map(Number);

const HASHES = [...SCREENS.map((screen) => screen.hash), '#/coach'];
const TYPED = ['19', '1951', '5.11', '70 kg', '-3', 'milk', '٥', '99999', '2026-02-30', '<b>'];
const SIZES = [
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 320, height: 256 },
  { width: 820, height: 1180 },
];

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Monkey {
  readonly done: string[] = [];
  private readonly next: () => number;

  constructor(
    private readonly page: Page,
    private readonly home: string,
    seed: number,
  ) {
    this.next = chance(seed);
  }

  private below(most: number): number {
    return Math.floor(this.next() * most);
  }

  private pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)];
  }

  async step(): Promise<void> {
    const what = this.next();
    if (what < 0.55) await this.tap();
    else if (what < 0.72) await this.type();
    else if (what < 0.8) await this.goTo(this.pick(HASHES));
    else if (what < 0.87) await this.history(-1);
    else if (what < 0.91) await this.history(1);
    else if (what < 0.95) await this.key(this.pick(['Tab', 'Enter', 'Space', 'Escape', 'ArrowDown']));
    else if (what < 0.98) await this.resize(this.pick(SIZES));
    else await this.reload();
  }

  /** A tap on something in the page, or beside it. Links that lead out of the app are left alone. */
  private async tap(): Promise<void> {
    const share = this.next();
    const place = await this.page.evaluate((share) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, a[href^="#"], summary, label, select')];
      const open = all.filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().width > 1);
      const one = open[Math.floor(share * open.length)];
      if (!one) return null;
      one.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = one.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2, name: (one.innerText || one.ariaLabel || one.tagName).slice(0, 40) };
      const hit = document.elementFromPoint(at.x, at.y);
      // What covers it may lead elsewhere.
      return hit?.closest('a[href]:not([href^="#"])') ? null : at;
    }, share);
    if (!place) return;
    this.done.push(`tap ${place.name}`);
    await this.page.mouse.click(place.x, place.y);
  }

  /** Writes into a field, and does not leave it. */
  private async type(): Promise<void> {
    const share = this.next();
    const text = this.pick(TYPED);
    const id = await this.page.evaluate((share) => {
      const all = [...document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox]):not([type=radio])')];
      const open = all.filter((one) => one.getClientRects().length > 0);
      const one = open[Math.floor(share * open.length)];
      one?.focus();
      one?.select();
      return one?.id ?? null;
    }, share);
    if (id === null) return;
    this.done.push(`type ${text} into ${id}`);
    await this.page.keyboard.type(text);
  }

  private async goTo(hash: string): Promise<void> {
    this.done.push(`go to ${hash}`);
    await this.page.evaluate((hash) => (location.hash = hash), hash);
  }

  /** Back or Forward, as far as there is a screen of the app. */
  private async history(by: number): Promise<void> {
    this.done.push(by < 0 ? 'Back' : 'Forward');
    await this.page.evaluate((by) => history.go(by), by);
    // The history may lead out of the app: that is the journey's edge and not what is tried.
    await this.page.waitForLoadState().catch(() => undefined);
    if (!this.page.url().startsWith(this.home)) await this.page.goto(this.home);
  }

  private async key(key: string): Promise<void> {
    this.done.push(`press ${key}`);
    const leads = await this.page.evaluate(() => document.activeElement?.closest('a[href]:not([href^="#"])') !== null);
    if (!leads) await this.page.keyboard.press(key);
  }

  private async resize(size: { width: number; height: number }): Promise<void> {
    this.done.push(`turn to ${size.width}×${size.height}`);
    await this.page.setViewportSize(size);
  }

  private async reload(): Promise<void> {
    this.done.push('reload');
    await this.page.reload();
    await expect(this.page.locator('html')).toHaveAttribute('data-boot', /ready|crashed/);
  }

  async expectWell(trouble: string[]): Promise<void> {
    const boot = await this.page.evaluate(() => document.documentElement.dataset.boot).catch(() => 'on its way');
    const last = this.done.slice(-12).join('\n');
    expect(boot, `after ${this.done.length} steps:\n${last}`).not.toBe('crashed');
    expect(trouble, `after ${this.done.length} steps:\n${last}`).toEqual([]);
  }
}

for (const [place, seed] of seeds.entries()) {
  test.describe(`seed ${seed}`, () => {
    const feet = { checks: { unit: 'feet' } };
    test.use({ kept: place % 2 === 0 ? answered() : { ...answered({ fall: 'yes' }), ...settings(feet) } });

    test(`${steps} steps of somebody without a plan, seed ${seed}`, async ({ page, address, trouble }) => {
      test.setTimeout(60_000 + steps * 400);
      // A dialogue of the browser would wait for somebody to answer.
      await page.addInitScript(() => (window.print = () => undefined));
      await page.goto(address());
      const monkey = new Monkey(page, address(), seed);
      await expect(page.locator('html')).toHaveAttribute('data-boot', 'ready');
      for (let step = 0; step < steps; step++) {
        // A page on its way to another document answers nothing: the next step finds the new one.
        await monkey.step().catch((error: Error) => {
          if (!/navigat|context was destroyed|Timeout/i.test(error.message)) throw error;
        });
        await monkey.expectWell(trouble.seen);
      }
      console.log(`seed ${seed}: ${monkey.done.length} steps`);
    });
  });
}
