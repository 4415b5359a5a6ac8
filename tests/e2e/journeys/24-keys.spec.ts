// Hands on a keyboard: the focus is never lost, keys act on what has it, Escape closes, and Back finds its place.

import { Clock } from '../support/clock';
import { SCREENS } from '../support/screens';
import { type Kept, answered, journal, noted, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';
import { Coach, startHeelDrops } from '../pages/coach';
import { expectArrived } from '../pages/screen';

/** The day on which every journey begins. */
const DAY = '2026-11-22';

/** A journal in which everything that can be taken back is there to be taken back. */
function rich(): Kept {
  const day = DAY;
  const kept: Kept = {};
  const kinds: Record<string, object>[] = [
    { jar: { grams: 500, made: day } },
    { jar: { grams: 250, made: day } },
    { dose: { grams: 25, jar: 'k0' } },
    { height: { mm: 1702 } },
    { height: { mm: 1699 } },
    { chair_stand: { stands: 9, used_arms: false } },
    { balance: { held: 3 } },
    { note: { places: ['lower_back'], pain: 3, trigger: null, lasting: null, posture: null, lying: null, signs: [] } },
    { habit: { habit: 'cola' } },
    { daylight: {} },
    { food: { food: 'milk', halves: 2 } },
  ];
  kinds.forEach((kind, place) => {
    Object.assign(kept, noted(`k${place}`, day, kind, Date.parse(`${day}T06:00:00Z`) + place * 1000));
  });
  return { ...kept, ...answered(), ...settings({ person: { birth_year: 1950, sex: 'woman' } }) };
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active === document.documentElement) return '';
    return `${active.tagName.toLowerCase()} ${(active.textContent || active.getAttribute('aria-label') || active.id).trim().slice(0, 60)}`;
  });
}

/** The screens with controls that go, change or come to a limit. The rest have links and folds only. */
const PRESSED = ['#/today', '#/move/heel-drop', '#/move/heel-drop/plan', '#/move/safety', '#/nourish/jar', '#/nourish/recipe', '#/nourish/good-to-know', '#/nourish/foods', '#/nourish/habits', '#/know/note', '#/know/checks/balance', '#/know/checks/chair-stand', '#/settings'];

test.describe('the focus is never lost', () => {
  test.use({ kept: rich() });

  for (const screen of SCREENS.filter(({ hash }) => PRESSED.includes(hash))) {
    test(`whatever is pressed on ${screen.hash}`, async ({ page, address }) => {
      test.setTimeout(120_000);
      const clock = await Clock.take(page);
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      await page.goto(address(screen.hash));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await clock.pass(2);
      await expectArrived(page);
      // Links lead elsewhere, which is tried with the first few of each page; everything else is pressed.
      const controls = 'main button, main summary, main input[type=checkbox], main input[type=radio], main a[href^="#"]';
      const names = await page.evaluate(
        (controls) => [...document.querySelectorAll(controls)].map((one) => one.tagName),
        controls,
      );
      let [links, folds] = [0, 0];
      for (const [place, tag] of names.entries()) {
        if (tag === 'A' && ++links > 2) continue;
        if (tag === 'SUMMARY' && ++folds > 3) continue;
        const name = await page.evaluate(
          ([controls, place]) => {
            const control = document.querySelectorAll<HTMLElement>(controls as string)[place as number];
            control?.focus();
            return control === document.activeElement ? control.outerHTML.slice(0, 160) : '';
          },
          [controls, place] as const,
        );
        // It has gone with what was pressed before, or is folded away.
        if (!name) continue;
        await page.keyboard.press(tag === 'A' ? 'Enter' : 'Space');
        await clock.pass(1);
        expect(await focused(page), `after ${name} on ${screen.hash}`).not.toBe('');
        const here = new URL(page.url()).hash;
        if (here !== screen.hash) {
          await page.goto(address(screen.hash));
          await clock.pass(1);
        }
      }
    });
  }

  test('a jar put away, a dose taken back and what was noted: the focus stays near', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/nourish/jar'));
    await clock.pass(2);
    const away = page.getByRole('button', { name: /^Jar made/ }).first();
    await away.focus();
    const before = await page.locator('main').getByRole('button', { name: /^Jar made/ }).count();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await expect(page.locator('main').getByRole('button', { name: /^Jar made/ })).toHaveCount(before - 1);
    expect(await focused(page)).toMatch(/^(button|summary)/);
    await page.goto(address('#/know/checks/balance'));
    await clock.pass(1);
    await page.getByRole('button', { name: /^Take back/ }).focus();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    expect(await focused(page)).toBe('button Put it back');
  });

  test('a stepper at its limit keeps the focus and says that it is there', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/move/heel-drop/plan'));
    await clock.pass(2);
    const more = page.getByRole('button', { name: 'One round more' });
    await more.focus();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Enter');
      await clock.pass(1);
    }
    await expect(more).toBeFocused();
    await expect(more).toBeDisabled();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await expect(more).toBeEnabled();
  });

  test('a focus that a person takes away stays away', async ({ page, address }) => {
    await page.goto(address('#/nourish/jar'));
    await expectArrived(page);
    const away = page.getByRole('button', { name: /away/ }).first();
    await away.focus();
    await page.getByRole('heading', { level: 1 }).click();
    await page.evaluate(() => (document.activeElement as HTMLElement)?.blur());
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 0)));
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('main button')].find((one) => /away/.test(one.getAttribute('aria-label') ?? ''));
      button!.remove();
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    expect(await focused(page)).toBe('');
  });
});

test.describe('in the coach', () => {
  test.use({ kept: answered() });

  async function paused(page: Page, clock: Clock): Promise<Coach> {
    const coach = await startHeelDrops(page);
    await clock.stand();
    await clock.pass(1);
    await coach.readyNow.focus();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    // Its button has gone: Pause takes the focus, so that Space pauses.
    await expect(coach.pause).toBeFocused();
    await page.keyboard.press('Space');
    await clock.pass(1);
    await coach.expectPaused();
    return coach;
  }

  test('Space never acts behind the question, Escape answers no, and the focus goes back', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await paused(page, clock);
    await coach.stop.focus();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await expect(coach.stopQuestion).toBeVisible();
    await expect(page.getByRole('button', { name: 'No, go back' })).toBeFocused();

    // Beside every control, as after a tap on the picture.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const left = () => page.locator('main').getByText(/ left$/).textContent();
    const before = await left();
    await page.keyboard.press('Space');
    await clock.pass(5);
    await expect(coach.stopQuestion).toBeVisible();
    expect(await left()).toBe(before);

    await page.keyboard.press('Escape');
    await clock.pass(1);
    await expect(coach.stopQuestion).toHaveCount(0);
    await expect(coach.stop).toBeFocused();
    await coach.expectPaused();

    // The answer no does the same, and yes ends it with the focus on the heading.
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await expect(coach.stop).toBeFocused();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    await page.getByRole('button', { name: 'Yes, stop' }).focus();
    await page.keyboard.press('Enter');
    await clock.pass(1);
    expect(await focused(page)).toBe('h1 Stopped');
  });

  test('Slower at its limit keeps the focus', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await clock.stand();
    await clock.pass(1);
    await coach.readyNow.click();
    await clock.pass(1);
    await coach.slower.focus();
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('Enter');
      await clock.pass(1);
    }
    await expect(coach.slower).toBeFocused();
    await expect(coach.slower).toBeDisabled();
  });
});

test.describe('Back finds the place', () => {
  test.use({ kept: rich() });

  for (const hash of [
    '#/know/sources',
    '#/know/get-help',
    '#/nourish/foods',
    '#/know/facts',
    '#/know/symptoms/back-pain',
    '#/settings',
    '#/nourish/recipe',
  ]) {
    test(`on ${hash}, with what was folded open; a fresh visit begins at the top`, async ({ page, address }) => {
      await page.goto(address());
      await expect(page.getByRole('button', { name: 'Start heel raises', exact: true })).toBeVisible();
      const go = (hash: string) =>
        page.evaluate((hash) => {
          const link = document.createElement('a');
          link.href = hash;
          document.body.append(link);
          link.click();
          link.remove();
        }, hash);
      const top = () => page.evaluate(() => Math.round(scrollY));
      const open = () => page.evaluate(() => [...document.querySelectorAll('main details')].map((fold) => (fold as HTMLDetailsElement).open));
      const heading = page.getByRole('heading', { level: 1 });
      const title = SCREENS.find((screen) => screen.hash === hash)!.heading;

      await go(hash);
      await expect(heading).toHaveText(title);
      await expectArrived(page);
      // What the second file adds to Get help has folds too.
      if (hash === '#/know/get-help') await expect(page.getByRole('main').getByText(/^How sure\?/).first()).toBeAttached();
      await expect.poll(top).toBe(0);
      // Folds below the place that is looked at, so that it does not move.
      await page.evaluate(() => {
        for (const fold of [...document.querySelectorAll('main details')].slice(0, 3)) (fold as HTMLDetailsElement).open = true;
      });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.evaluate(() => scrollTo(0, Math.min(1200, document.documentElement.scrollHeight - innerHeight)));
      const place = await top();
      expect(place).toBeGreaterThan(200);
      const folds = await open();

      await go('#/journal');
      await expect(heading).toHaveText('Journal');
      await expect.poll(top).toBe(0);
      await page.goBack();
      await expect(heading).toHaveText(title);
      await expect.poll(top).toBe(place);
      expect(await open()).toEqual(folds);
      await expect(heading).toBeFocused();

      // Forward and back once more, over a reload.
      await page.goForward();
      await expect(heading).toHaveText('Journal');
      await page.reload();
      await expect(heading).toHaveText('Journal');
      await page.goBack();
      await expect(heading).toHaveText(title);
      await expect.poll(top).toBe(place);
      expect(await open()).toEqual(folds);

      // And where it was reloaded itself.
      await page.reload();
      await expect(heading).toHaveText(title);
      await expect.poll(top).toBe(place);

      await go('#/journal');
      await expect(heading).toHaveText('Journal');
      await go(hash);
      await expect(heading).toHaveText(title);
      await expect.poll(top).toBe(0);
      expect((await open()).filter(Boolean).length).toBeLessThanOrEqual(folds.filter(Boolean).length - Math.min(1, folds.length));
    });
  }
});

test.describe('the small ones', () => {
  test.use({ kept: rich() });

  test('a field that is being filled in stays above the bar when the window shrinks', async ({ page, address }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address('#/settings'));
    await expectArrived(page);
    const field = page.getByLabel(/year/i).first();
    await field.evaluate((input) => scrollTo(0, input.getBoundingClientRect().top + scrollY - 560));
    await field.focus();
    await page.setViewportSize({ width: 360, height: 400 });
    await expect
      .poll(async () => {
        const box = (await field.boundingBox())!;
        const bar = (await page.getByRole('navigation', { name: 'Main parts' }).boundingBox())!;
        return box.y >= 0 && box.y + box.height <= bar.y;
      })
      .toBe(true);
  });

  test('an untouched chair stand is not noted', async ({ page, address }) => {
    await page.goto(address('#/know/checks/chair-stand'));
    await expectArrived(page);
    const before = await journal(page);
    await page.getByRole('button', { name: 'Note this result' }).click();
    await expect(page.getByText('Nothing is counted yet.')).toBeVisible();
    expect(await journal(page)).toEqual(before);
  });

  test('a ticked sign is answered at once, under its line, saved or not', async ({ page, address }) => {
    await page.goto(address('#/know/note'));
    await expectArrived(page);
    const line = page.getByRole('checkbox', { name: 'Numb or tingling between the legs' });
    await line.check();
    const answer = page.getByRole('alert').filter({ hasText: 'Call now if' });
    await expect(answer).toBeVisible();
    await expect(answer.getByRole('link', { name: /^Call \d+/ }).first()).toBeVisible();
    const [ticked, told] = [(await line.boundingBox())!, (await answer.boundingBox())!];
    expect(told.y - (ticked.y + ticked.height)).toBeLessThan(60);
    await line.uncheck();
    await expect(answer).toHaveCount(0);
  });

  test('the journal shows every day, and promises nothing', async ({ page, address }) => {
    await page.goto(address('#/journal'));
    await expectArrived(page);
    await expect(page.getByText(/backup|calendar|report/)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Show older' })).toHaveCount(0);
  });
});

test.describe('older days of the journal', () => {
  const kept: Kept = {};
  for (let place = 0; place < 90; place++) {
    const day = new Date(Date.parse('2026-02-01T08:00:00Z') + Math.floor(place / 3) * 86_400_000).toISOString().slice(0, 10);
    Object.assign(kept, noted(`j${place}`, day, { height: { mm: 1600 + place } }, Date.parse(`${day}T08:00:00Z`) + place));
  }
  test.use({ kept: { ...kept, ...answered() } });

  test('"Show older" reaches everything, and the reading goes on where the older ones begin', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/journal'));
    await clock.pass(2);
    const days = page.getByRole('heading', { level: 3 });
    const older = page.getByRole('button', { name: 'Show older' });
    await expect(days).toHaveCount(7);
    for (const count of [14, 21, 28, 30]) {
      await older.focus();
      const next = await days.count();
      await page.keyboard.press('Enter');
      await clock.pass(1);
      await expect(days).toHaveCount(count);
      await expect(days.nth(next)).toBeFocused();
    }
    await expect(older).toHaveCount(0);
    await expect(page.getByText('Height: 160 cm', { exact: false })).toBeVisible();
  });
});

test.describe('after pain', () => {
  const day = DAY;
  const at = Date.parse(`${day}T05:00:00Z`);
  const record = {
    routine: 'heel_drop',
    style: 'gentle',
    rounds: 1,
    planned_rounds: 2,
    reps: 3,
    planned_reps: 10,
    active_ms: 30_000,
    ending: 'pain',
  };
  test.use({
    kept: { ...answered(), ...noted('p0', day, { session: record }, at) },
  });

  test('"Rest for today" leads to Get help, and nothing invites to begin', async ({ page, address }) => {
    await page.goto(address());
    const rest = page.getByRole('heading', { name: 'Rest for today' });
    await expect(rest).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Get help' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Heel raises|Knee bends|Knee lifts): / })).toHaveCount(0);
    await page.goto(address('#/move/heel-drop'));
    await expectArrived(page);
    await expect(page.getByText('Rest for today')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Get help' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Get help' })).toBeVisible();
  });
});
