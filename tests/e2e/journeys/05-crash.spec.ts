// A reload or a crash in the middle of a session loses nothing.

import { After, Coach, startHeelDrops } from '../pages/coach';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { answered, entry, everything, seal, sessions } from '../support/store';
import { expect, test } from '../support/test';

test.describe('a reload after two repetitions', () => {
  test.use({ kept: answered() });

  test('Go on: the session waits where it was, counts in, and ends with all of it', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await coach.readyNow.click();
    await clock.pass(15);
    await coach.expectCount(2, 5);
    await page.reload();

    const today = new Today(page);
    await expect(today.unfinished).toBeVisible();
    await expect(page.getByText(/Heel raises: 2 of 10 done, paused at 0:\d\d\. What you did is kept\./)).toBeVisible();
    await today.goOn.click();
    await coach.expectPaused(/^Here is where you were\. Paused at 0:\d\d\. Continue\?$/);
    await coach.goOn.click();
    await clock.pass(3);
    await coach.expectCount(2, 5);
    await clock.pass(125);
    await new After(page).expectOpen('Well done');
    await new After(page).done.click();
    await today.expectHeelDrops('10 done today');
    expect(await sessions(page)).toEqual([expect.objectContaining({ reps: 10, ending: 'completed' })]);
    expect(Object.keys(await everything(page))).not.toContain('bonewise:session');
  });

  test('End it: what was done is noted, once', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await coach.readyNow.click();
    await clock.pass(15);
    await page.goto('about:blank');
    await page.goto(address());

    const today = new Today(page);
    await today.endAndNote.click();
    await expect(today.unfinished).toBeHidden();
    await today.expectHeelDrops('2 done today');
    await page.reload();
    await expect(today.list).toBeVisible();
    await expect(today.unfinished).toBeHidden();
    expect(await sessions(page)).toEqual([expect.objectContaining({ reps: 2, ending: 'stopped' })]);
  });

  test('the page that dies without a word has saved every repetition', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await coach.readyNow.click();
    await clock.pass(12.2);
    await coach.expectCount(2, 5);
    const snapshot = (await everything(page))['bonewise:session'];
    expect(snapshot).toMatch(/"rep":2,"beat":3|"rep":3/);
  });
});

test('Go on leads to the session every time', async ({ browser, server }) => {
  const snapshot = seal({
    id: 'waiting1',
    begun: { at: Date.now(), day: new Date().toISOString().slice(0, 10) },
    coach: {
      plan: { routine: 'heel_drop', style: 'gentle', rounds: 2, reps: 5, tempo: 'normal' },
      tempo: 'normal',
      stage: { work: { round: 1, rep: 3, beat: 0 } },
      status: 'running',
      at_ms: 100,
      elapsed_ms: 23_000,
      tones_passed: 7,
    },
  });
  const kept = { ...answered(), 'bonewise:session': snapshot };
  for (let time = 0; time < 10; time++) {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      storageState: {
        cookies: [],
        origins: [{ origin: server.origin, localStorage: Object.entries(kept).map(([name, value]) => ({ name, value })) }],
      },
    });
    const page = await context.newPage();
    await page.goto(server.url);
    await new Today(page).goOn.click();
    await new Coach(page).expectPaused(/^Here is where you were/);
    await expect(page).toHaveURL(/#\/coach$/);
    await context.close();
  }
});

for (const [damage, text] of Object.entries({
  truncated: 'bonewise 1 72af6d4d {"id":"77e1',
  'of another shape': seal({ reps: 3 }),
  'at a place that is not in its plan': seal({
    id: 'nowhere',
    begun: { at: 1795367445042, day: '2026-11-22' },
    coach: {
      plan: { routine: 'heel_drop', style: 'gentle', rounds: 2, reps: 5, tempo: 'normal' },
      tempo: 'normal',
      stage: { work: { round: 9, rep: 99, beat: 7 } },
      status: 'running',
      at_ms: -5,
      elapsed_ms: 1,
      tones_passed: 0,
    },
  }),
})) {
  test.describe(`a session snapshot that is ${damage}`, () => {
    test.use({ kept: { ...answered(), ...entry('earlier', '2026-11-20'), 'bonewise:session': text } });

    test(`says so in a sentence and keeps everything else: ${damage}`, async ({ page, address }) => {
      await page.goto(address('#/journal'));
      const screen = new Screen(page);
      await screen.expectOpen('Journal');
      await expect(page.getByRole('listitem').filter({ hasText: 'Heel raises' })).toHaveCount(1);
      await expect(screen.notRead).toBeVisible();
      const kept = await everything(page);
      const copies = Object.entries(kept).filter(([name]) => /^bonewise:quarantine:.*:bonewise:session$/.test(name));
      expect([kept['bonewise:session'], ...copies.map(([, copy]) => copy)]).toContain(text);
      await screen.tab('Today').click();
      await expect(new Today(page).unfinished).toBeHidden();
      const coach = await startHeelDrops(page);
      await coach.readyNow.click();
      await expect(coach.slower).toBeVisible();
    });
  });
}
