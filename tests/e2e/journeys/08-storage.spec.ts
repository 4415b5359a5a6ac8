// Bad days of the browser's storage: denied, full, throwing, damaged, newer. The app goes on, says so, and loses nothing.

import { After, SetUp, startHeelDrops } from '../pages/coach';
import { Exercise } from '../pages/exercise';
import { answerSafety } from '../pages/safety';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { withCopy } from '../support/copy';
import { answered, entry, everything, fixture, journal, open, seal, sessions, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

type Fault = 'none' | 'denied' | 'full' | 'throwing';

/** The copies of what could not be read; with a key, of that alone. */
function aside(kept: Record<string, string>, key = ''): [string, string][] {
  return Object.entries(kept).filter(([name]) => name.startsWith('bonewise:quarantine:') && name.endsWith(key));
}

/** Puts a fault between the page and its storage; `setFault` changes it while the page is open. */
async function withFaults(page: Page, first: Fault): Promise<void> {
  await page.addInitScript((first) => {
    const scope = window as unknown as { fault: string };
    scope.fault = first;
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        if (scope.fault === 'denied') throw new DOMException('The operation is insecure.', 'SecurityError');
        return own.get!.call(window);
      },
    });
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (scope.fault === 'denied') throw new DOMException('The operation is insecure.', 'SecurityError');
      if (scope.fault === 'full') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      if (scope.fault === 'throwing') throw new Error('the disk is on fire');
      return setItem.call(this, key, value);
    };
    for (const name of ['getItem', 'removeItem', 'key'] as const) {
      const real = Storage.prototype[name] as (...all: unknown[]) => unknown;
      (Storage.prototype as unknown as Record<string, unknown>)[name] = function (...all: unknown[]) {
        if (scope.fault === 'denied') throw new DOMException('The operation is insecure.', 'SecurityError');
        return real.apply(this, all);
      };
    }
  }, first);
}

async function setFault(page: Page, fault: Fault): Promise<void> {
  await page.evaluate((fault) => {
    (window as unknown as { fault: string }).fault = fault;
  }, fault);
}

async function tryAgain(page: Page): Promise<void> {
  const screen = new Screen(page);
  await screen.notSaved.getByRole('button', { name: 'Try saving again' }).click();
}

test.describe('storage denied from the start', () => {
  test('the app works, says so on every screen, and keeps everything once it may', async ({ page, address }) => {
    const clock = await Clock.take(page);
    // A browser that denies the one place mostly denies the other too.
    await withCopy(page, 'denied');
    await withFaults(page, 'denied');
    await page.goto(address());
    const today = new Today(page);
    await expect(today.notSaved).toContainText('this browser does not let Bonewise keep anything');

    await today.startHeelDrops.click();
    await answerSafety(page, 'all no');
    await new SetUp(page).begin();
    await expect(page.getByText('Not being saved')).toBeVisible();
    await clock.pass(135);
    await new After(page).done.click();

    await today.expectHeelDrops('10 done today');
    for (const tab of ['Move', 'Nourish', 'Know', 'Journal']) {
      await today.tab(tab).click();
      await expect(today.notSaved).toBeVisible();
    }
    await tryAgain(page);
    await expect(today.notSaved).toBeVisible();

    await setFault(page, 'none');
    expect(await everything(page)).toEqual({});
    await tryAgain(page);
    await expect(today.notSaved).toBeHidden();
    expect(await sessions(page)).toEqual([expect.objectContaining({ reps: 10, ending: 'completed' })]);
    const kept = await everything(page);
    expect(open<{ answers: object }>(kept['bonewise:safety']).answers).toMatchObject({ recent_break: 'no' });
  });

  test.describe('with something kept from earlier days', () => {
    test.use({
      kept: {
        ...answered({ recent_break: 'yes' }),
        ...settings({ text: 'largest', theme: 'dark' }),
        ...entry('earlier', '2026-11-20'),
      },
    });

    test('trying again brings back what was kept, and writes nothing over it', async ({ page, address }) => {
      await withFaults(page, 'denied');
      await page.goto(address('#/move/heel-drop'));
      const exercise = new Exercise(page);
      await expect(exercise.notSaved).toBeVisible();
      await setFault(page, 'none');
      await tryAgain(page);
      await expect(exercise.notSaved).toBeHidden();

      const kept = await everything(page);
      expect(open(kept['bonewise:settings'])).toMatchObject({ text: 'largest', theme: 'dark' });
      expect(open<{ answers: object }>(kept['bonewise:safety']).answers).toMatchObject({ recent_break: 'yes' });
      expect(await sessions(page)).toHaveLength(1);
      await exercise.tab('Journal').click();
      await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toBeVisible();
    });
  });
});

for (const [fault, sentence] of [
  ['full', 'the browser has no room left'],
  ['throwing', 'The last thing was not saved'],
  ['denied', 'this browser does not let Bonewise keep anything'],
] as const) {
  test.describe('storage that fails in the middle of a session', () => {
    test.use({ kept: answered() });

    test(`${fault}: the count goes on, and is all there once it can be saved`, async ({ page, address }) => {
      const clock = await Clock.take(page);
      // A browser that refuses the one place mostly refuses the other too.
      await withCopy(page, 'missing');
      await withFaults(page, 'none');
      await page.goto(address());
      const coach = await startHeelDrops(page);
      await clock.pass(17);
      await coach.expectCount(1, 5);
      await setFault(page, fault);
      await clock.pass(7);
      await coach.expectCount(2, 5);
      await expect(page.getByText('Not being saved')).toBeVisible();
      await clock.pass(110);
      await new After(page).effort('Right').click();
      await new After(page).done.click();

      const today = new Today(page);
      await today.expectHeelDrops('10 done today');
      await expect(today.notSaved).toContainText(sentence);
      await tryAgain(page);
      await expect(today.notSaved).toContainText(sentence);

      await setFault(page, 'none');
      await tryAgain(page);
      await expect(today.notSaved).toBeHidden();
      const kinds = (await journal(page)).map((entry) => entry.kind);
      expect(kinds).toEqual([
        expect.objectContaining({ kind: 'session', reps: 10, rounds: 2, ending: 'completed' }),
        expect.objectContaining({ kind: 'felt', effort: 'right' }),
      ]);
      expect(Object.keys(await everything(page))).not.toContain('bonewise:session');
      await page.reload();
      await today.expectHeelDrops('10 done today');
      await expect(today.notSaved).toBeHidden();
    });
  });
}

test.describe('values that cannot be read', () => {
  const good = entry('whole', '2026-11-20');
  const [, whole] = Object.entries(entry('damaged', '2026-11-20'))[0];
  const damages = {
    truncated: whole.slice(0, 60),
    'bit-flipped': whole.replace('"reps":10', '"reps":18'),
    'of the wrong type': seal([1, 2, 3]),
    'not a Bonewise value': '{"reps":10}',
  };

  for (const [damage, text] of Object.entries(damages)) {
    test.describe(damage, () => {
      const key = 'bonewise:entry:2026-11:damaged';
      test.use({ kept: { ...good, ...answered(), ...settings({ text: 'large' }), [key]: text } });

      test(`an entry that is ${damage} is put aside and told; the rest loads`, async ({ page, address }) => {
        await page.goto(address('#/journal'));
        const screen = new Screen(page);
        await expect(screen.notRead).toContainText('A saved value could not be read, so it was put aside.');
        await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toHaveCount(1);

        const before = await everything(page);
        expect(before[key]).toBe(text);
        expect(aside(before, key).map(([, copy]) => copy)).toEqual([text]);

        await page.reload();
        await expect(screen.notRead).toBeVisible();
        expect(aside(await everything(page), key)).toHaveLength(1);
        await screen.button('All right').click();
        await expect(screen.notRead).toBeHidden();
        await page.reload();
        await screen.expectOpen('Journal');
        await expect(screen.notRead).toBeHidden();
        const after = await everything(page);
        expect(aside(after, key).map(([, copy]) => copy)).toEqual([text]);
        expect(after).toMatchObject(answered());
      });
    });
  }

  test.describe('settings and safety', () => {
    test.use({ kept: { ...good, 'bonewise:settings': 'bonewise 1 00000000 {}', 'bonewise:safety': 'half a val' } });

    test('damaged settings and safety answers: defaults, and the questions are asked anew', async ({ page, address }) => {
      await page.goto(address());
      const today = new Today(page);
      await expect(today.notRead).toBeVisible();
      await expect(page.getByText('First, some safety questions.')).toBeVisible();
      await page.goto(address('#/settings'));
      await page.getByRole('radio', { name: 'Largest' }).check();
      const kept = await everything(page);
      expect(open(kept['bonewise:settings'])).toMatchObject({ text: 'largest' });
      const copies = Object.keys(kept).filter((name) => name.startsWith('bonewise:quarantine:'));
      expect(copies).toHaveLength(2);
    });
  });

  test.describe('a newer schema', () => {
    const newer = { 'bonewise:settings': seal({ text: 'enormous' }, 9) };
    test.use({ kept: { ...good, ...answered(), ...newer } });

    test('a value of a newer version is left as it is, and saving over it is refused in words', async ({ page, address }) => {
      await page.goto(address('#/settings'));
      const screen = new Screen(page);
      await expect(screen.notRead).toContainText('A newer Bonewise saved something');
      await page.getByRole('radio', { name: 'Largest' }).check();
      await expect(screen.notSaved).toContainText('A newer Bonewise has written here');
      expect(await everything(page)).toMatchObject(newer);
      // It asks first, because something waits; that comes along.
      await screen.notSaved.getByRole('button', { name: 'Reload' }).click();
      await expect(screen.notSaved).toContainText('Not saved yet: 1.');
      await screen.notSaved.getByRole('button', { name: 'Reload now' }).click();
      await expect(page.getByRole('radio', { name: 'Largest' })).toBeChecked();
      await expect(screen.notSaved).toContainText('A newer Bonewise has written here');
      expect(await everything(page)).toMatchObject(newer);
    });
  });

  for (const { name, isDamaged } of [
    { name: 'hostile.txt', isDamaged: true },
    { name: 'save-v1.txt', isDamaged: false },
  ]) {
    test.describe(name, () => {
      const stored = fixture(name);
      test.use({ kept: stored });

      test(`the fixture ${name} opens, and nothing in it is lost`, async ({ page, address }) => {
        await page.goto(address('#/journal'));
        const screen = new Screen(page);
        await screen.expectOpen('Journal');
        await expect(screen.notRead).toBeVisible({ visible: isDamaged });
        await screen.tab('Today').click();
        await expect(new Today(page).list).toBeVisible();
        const kept = await everything(page);
        expect(aside(kept).length > 0).toBe(isDamaged);
        for (const [key, text] of Object.entries(stored)) {
          const copies = Object.entries(kept).filter(([name]) => name.endsWith(`:${key}`));
          const isThere = kept[key] === text || copies.some(([, copy]) => copy === text);
          const isFolded = key.startsWith('bonewise:entry:') || key.startsWith('bonewise:month:');
          expect(isThere || isFolded, key).toBe(true);
        }
      });
    });
  }
});

test.describe('two copies, one person', () => {
  test.use({ kept: answered() });

  test('what one tab notes shows in the other', async ({ page, context, address }) => {
    await page.goto(address());
    const other = await context.newPage();
    await other.goto(address('#/move/heel-drop'));
    await new Exercise(other).didByHand.click();
    await new Today(page).expectHeelDrops('10 done today');
  });
});
