// A steady hand. A second tap on the same place does nothing until what the first one changed has settled (src/domain/hand.rs),
// so a journey's tap waits for that: `html[data-settling]` says so. (Taps on other places would not have to, but where a
// control stands when the tap lands is not known before.) Journeys about a trembling hand use `page.mouse` and
// `page.touchscreen`, which are as fast as told.

import { type Locator, type Page, expect } from '@playwright/test';

import { Clock } from './clock';

let isSteady = false;

/** Has every tap and every Enter of a journey come from a steady hand. */
export function steady(page: Page): void {
  if (isSteady) return;
  isSteady = true;
  const taps = Object.getPrototypeOf(page.locator('html'));
  for (const name of ['click', 'check', 'uncheck', 'setChecked', 'tap']) {
    const act = taps[name];
    taps[name] = async function (this: Locator, ...options: unknown[]) {
      if (await isSoon(this)) await settled(this.page());
      await within(this.evaluate((control) => void Object.assign(window, { tappedLast: control }), undefined, { timeout: 2_000 }));
      return act.apply(this, options);
    };
  }
  const keys = Object.getPrototypeOf(page.keyboard);
  const press = keys.press;
  keys.press = async function (this: Page['keyboard'], key: string, ...options: unknown[]) {
    const of = pages.get(this);
    if (of && ['Enter', 'Space', ' '].includes(key)) await settled(of);
    return press.call(this, key, ...options);
  };
}

const pages = new WeakMap<Page['keyboard'], Page>();

/** Has the keyboard of this page wait too. */
export function steadyKeys(page: Page): void {
  pages.set(page.keyboard, page);
}

/** Waits until what the last tap changed has settled. */
export async function settled(page: Page): Promise<void> {
  await framesLater(page);
  if ((await settling(page)) === null) return;
  await Clock.of(page)?.settle();
  await expect(page.locator('html[data-settling]')).toHaveCount(0);
}

/** A screen that changes by itself says so with the next frame. */
async function framesLater(page: Page): Promise<void> {
  if (Clock.of(page)) return;
  const frames = page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
        // A page that nobody sees has no frames.
        setTimeout(done, 200);
      }),
  );
  await within(frames);
}

/** A page that is being loaded, or hangs in that, answers late or never: then nothing settles. */
function within<T>(answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer.catch(() => null), new Promise<null>((done) => setTimeout(() => done(null), 5_000))]);
}

async function settling(page: Page): Promise<string | null> {
  // A page that is on its way to another document has nothing that settles.
  return within(page.evaluate(() => document.documentElement.getAttribute('data-settling')));
}

/** Whether a tap on this control now could be taken for a second tap for one. */
async function isSoon(locator: Locator): Promise<boolean> {
  const page = locator.page();
  await framesLater(page);
  if ((await settling(page)) === null) return false;
  // What is meant to be tapped fast does not wait for itself.
  const repeats = locator.evaluate(
    (control) => (window as unknown as { tappedLast?: Element }).tappedLast === control && control.closest('[data-repeat]') !== null,
    undefined,
    { timeout: 2_000 },
  );
  return (await within(repeats)) !== true;
}
