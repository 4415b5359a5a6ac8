// What a person can do in a session: pause, go on, change the tempo, rest, stop, say that it hurts.

import { After, Coach, SetUp, startHeelDrops } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { answered, entry, everything, journal, sessions } from '../support/store';
import { type Page, expect, test } from '../support/test';

test.use({ kept: answered() });

/** A session that has done so many repetitions of its first round. */
async function afterReps(page: Page, clock: Clock, reps: number): Promise<Coach> {
  const coach = await startHeelDrops(page);
  await coach.readyNow.click();
  await clock.pass(6.5 * reps);
  await coach.expectCount(reps, 5);
  return coach;
}

test('pause never asks, Continue counts in, and no repetition is lost or invented', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  await clock.pass(2);
  await coach.pause.click();
  await coach.expectPaused(/^Paused at 0:\d\d\. Continue\?$/);
  await clock.pass(60);
  await coach.expectPaused();

  await coach.goOn.click();
  await clock.pass(0.5);
  await coach.expectCountIn(3);
  await clock.pass(1);
  await coach.expectCountIn(2);
  await clock.pass(1.8);
  await coach.expectCount(2, 5);
  await coach.expectSays('Rise on your toes');
  // The movement that was broken off begins anew.
  await clock.pass(6);
  await coach.expectCount(3, 5);
});

test('Space pauses and goes on, wherever the focus is not on a button', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 1);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await coach.expectPaused();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await clock.pass(3.2);
  await expect(coach.pause).toBeVisible();
  await coach.expectCount(1, 5);
});

test('a whole session by keyboard alone', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const today = new Today(page);
  await expect(today.startHeelDrops).toBeVisible();
  const press = async (name: string | RegExp) => {
    const wanted = page.getByRole('button', { name }).first();
    for (let step = 0; step < 40; step++) {
      if (await wanted.evaluate((button) => button === document.activeElement)) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await press('Start heel raises');
  await new SetUp(page).expectOpen('Set up');
  await press('I’m ready');
  await expect(new Coach(page).readyNow).toBeVisible();
  await press('Ready now');
  await clock.pass(34);
  await press('Ready now');
  await clock.pass(34);
  await press('Finish now');
  await new After(page).expectOpen('Well done');
  await press('Easy');
  await press('Done');
  await today.expectHeelDrops('10 done today');
});

test('Slower and Faster work while moving, and the pace is kept for the next time', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await startHeelDrops(page);
  await clock.stand();
  await coach.readyNow.click();
  // These stand where "Ready now" stood, so the hand waits a little over half a second.
  await coach.slower.click();
  await coach.slower.click();
  await expect(coach.slower).toBeDisabled();
  await expect(page.getByRole('group', { name: 'Slowest pace' })).toBeVisible();
  await clock.pass(7);
  await coach.expectCount(0, 5);
  await clock.pass(1.5);
  await coach.expectCount(1, 5);
  for (let step = 0; step < 4; step++) await coach.faster.click();
  await expect(coach.faster).toBeDisabled();
  await coach.pain.click();
  await page.goto(address('#/move/heel-drop'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heel drops');
  expect((await everything(page))['bonewise:settings']).toContain('"tempo":"briskest"');
});

test('a rest never traps: Ready now ends it, +30 s lengthens it', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await startHeelDrops(page);
  await coach.readyNow.click();
  await clock.pass(33);
  await expect(coach.moreRest).toBeVisible();
  await coach.moreRest.click();
  await clock.pass(40);
  await expect(coach.moreRest).toBeVisible();
  await coach.readyNow.click();
  await expect(page.getByText('Round 2 of 2')).toBeVisible();
  await coach.expectCount(0, 5);
});

test('Stop asks once; what was done is kept', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 3);
  await coach.pause.click();
  await coach.stop.click();
  await expect(coach.stopQuestion).toBeVisible();
  await coach.button('No, go back').click();
  await expect(coach.stopQuestion).toBeHidden();
  await coach.expectPaused();
  await coach.stop.click();
  await coach.button('Yes, stop').click();
  const after = new After(page);
  await after.expectOpen('Stopped');
  await after.effort('Too hard').click();
  await after.done.click();
  await new Today(page).expectHeelDrops('3 done today');
  const kinds = (await journal(page)).map((entry) => entry.kind);
  expect(kinds).toEqual([
    expect.objectContaining({ reps: 3, ending: 'stopped' }),
    expect.objectContaining({ kind: 'felt', effort: 'too_hard' }),
  ]);
  await page.goto(address('#/move/heel-drop'));
  await expect(page.getByRole('heading', { name: 'A little less, if you like' })).toBeVisible();
  await page.getByRole('button', { name: 'Yes, do that' }).click();
  await expect(page.getByText('1 round of 5, about 1 minute.')).toBeVisible();
});

test('a stop before the first repetition notes nothing', async ({ page, address }) => {
  await page.goto(address());
  const coach = await startHeelDrops(page);
  await coach.pause.click();
  await coach.stop.click();
  await coach.button('Yes, stop').click();
  await expect(page.getByText('Nothing was counted, so nothing was noted.')).toBeVisible();
  await new After(page).done.click();
  await new Today(page).expectHeelDrops('Not yet today');
  expect(await journal(page)).toEqual([]);
});

test('"I feel pain" stops at once, asks where in one tap, shows the rules and the way to help', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  await coach.pain.click();
  const after = new After(page);
  await after.expectOpen('You stopped. That was right.');
  await expect(page.getByText('The session has stopped. Sit down.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Stop at once if' })).toBeVisible();
  await after.button('Knee').click();
  await expect(page.getByText('Mild pain should settle by tomorrow.')).toBeVisible();
  await after.button('Chest, or hard to breathe').click();
  await expect(page.getByText('Call your emergency number now.')).toBeVisible();
  // An American's phone, in Berlin: both numbers.
  await expect(after.call).toHaveAttribute('href', 'tel:112');
  await expect(after.link('Call 911 (United States)').first()).toHaveAttribute('href', 'tel:911');
  await page.getByRole('main').getByRole('link', { name: 'Get help' }).first().click();
  await new GetHelp(page).expectOpen('Get help');

  // Chest pain closes more than the day: until it is answered for.
  await page.goto(address('#/today'));
  await expect(page.getByRole('heading', { name: 'No exercise for now' })).toBeVisible();
  const kinds = (await journal(page)).map((entry) => entry.kind);
  expect(kinds[0]).toMatchObject({ reps: 2, ending: 'pain' });
  expect(kinds.slice(1)).toContainEqual(expect.objectContaining({ kind: 'pain', place: 'chest' }));
});

test('pain of 4 or more after a session shows what to do and proposes nothing more today', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  await startHeelDrops(page);
  await clock.pass(135);
  const after = new After(page);
  const advice = after.main.getByText('Rest now. If it is in the chest, or you feel faint or breathless');
  await after.painLevel(3).click();
  await expect(advice).toBeHidden();
  await after.painLevel(7).click();
  await expect(advice).toBeVisible();
  await expect(after.link('Get help').last()).toBeVisible();
  await after.done.click();
  await expect(page.getByRole('heading', { name: 'Rest for today' })).toBeVisible();
});

test('help is one tap away while the session runs, and leaving pauses it', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 1);
  await coach.link('Get help').click();
  await new GetHelp(page).expectOpen('Get help');
  await expect(new GetHelp(page).call).toBeVisible();
  await clock.pass(60);
  await page.goBack();
  await coach.expectPaused();
  await coach.expectCount(1, 5);
});

test('a hidden page pauses, and coming back asks', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, hidden);
  await hide(true);
  await clock.pass(120);
  await hide(false);
  await coach.expectPaused(/^You were away, so I waited\. Paused at/);
  await coach.expectCount(2, 5);
  await coach.goOn.click();
  await clock.pass(9.8);
  await coach.expectCount(3, 5);
});

test('a lid closed for an hour pauses; nothing is counted', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  await clock.jump(3600);
  await coach.expectPaused(/^You were away, so I waited\. Paused at 0:1\d\. Continue\?$/);
  await coach.expectCount(2, 5);
  await coach.stop.click();
  await coach.button('Yes, stop').click();
  await new After(page).expectOpen('Stopped');
  const [record] = await sessions(page);
  expect(record.reps).toBe(2);
  expect(record.active_ms).toBeLessThan(20_000);
});

test('a wall clock that is set back leaves the count right', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  await page.clock.setSystemTime(new Date('2026-11-21T05:00:00+01:00'));
  await clock.pass(6.5);
  await coach.expectCount(3, 5);
  await clock.pass(120);
  await new After(page).done.click();
  const [noted] = await journal(page);
  expect(noted.day).toBe('2026-11-22');
  expect(noted.kind).toMatchObject({ reps: 10, ending: 'completed' });
});

test('a session over midnight counts for both days, each repetition on its own', async ({ page, address }) => {
  const clock = await Clock.take(page, new Date('2026-11-22T23:59:00+01:00'));
  await page.goto(address());
  await startHeelDrops(page);
  await clock.pass(135);
  await new After(page).done.click();
  const noted = await journal(page);
  expect(noted.map((entry) => entry.day)).toEqual(['2026-11-22', '2026-11-23']);
  const reps = noted.map((entry) => (entry.kind as { reps: number }).reps);
  expect(reps[0] + reps[1]).toBe(10);
  const today = new Today(page);
  await expect(today.list).toBeVisible();
  await clock.pass(61);
  await today.expectHeelDrops(`${reps[1]} done today`);
});

test('safety answers that changed in a pause are asked before going on', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address());
  const coach = await afterReps(page, clock, 2);
  await coach.pause.click();
  await page.goto(address('#/move/safety'));
  await page.getByText('Change my answers').click();
  await page.getByRole('button', { name: /^Change: Do you have new pain/ }).click();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.goto(address('#/today'));
  await new Today(page).goOn.click();
  await coach.expectSays('Something has changed, and this is not open now');
  await expect(coach.goOn).toBeDisabled();
  await page.keyboard.press('Space');
  await clock.pass(10);
  await coach.expectCount(2, 5);
  await coach.stop.click();
  await coach.button('Yes, stop').click();
  await new After(page).expectOpen('Stopped');
  expect(await sessions(page)).toEqual([expect.objectContaining({ reps: 2, ending: 'stopped' })]);
});

test.describe('after three sessions', () => {
  test.use({
    kept: {
      ...answered(),
      ...entry('one', '2026-11-19'),
      ...entry('two', '2026-11-20'),
      ...entry('three', '2026-11-21'),
    },
  });

  test('the set-up card says only what to hold', async ({ page, address }) => {
    await Clock.take(page);
    await page.goto(address());
    await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
    await new SetUp(page).expectOpen('Set up');
    await expect(page.getByText(/^Hold on in front with both hands/)).toBeVisible();
    await expect(page.getByText(/^Closed, flat shoes/)).toBeHidden();
  });
});

test('the three channels have switches; what is missing says so; the choice is kept', async ({ page, address }) => {
  await page.goto(address());
  await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  await new SetUp(page).expectOpen('Set up');
  await new SetUp(page).openMore();
  const beep = page.getByRole('switch', { name: 'Beep' });
  await expect(beep).toHaveAttribute('aria-checked', 'true');
  await beep.click();
  await expect(beep).toHaveAttribute('aria-checked', 'false');
  await page.getByRole('button', { name: 'Test sound' }).click();
  // Chromium without a speech engine has no voice that works offline.
  await expect(page.getByRole('switch', { name: /^Voice/ })).toContainText('Voice');
  await page.reload();
  await page.goto(address('#/settings'));
  await expect(page.getByRole('switch', { name: 'Beep' })).toHaveAttribute('aria-checked', 'false');
});

test('the coach with nothing to show leads on, but not away from where a person has gone meanwhile', async ({ page, address }) => {
  // A slow device: what waits for the next frame waits long enough to go elsewhere first.
  await page.addInitScript(() => {
    window.requestAnimationFrame = (then) => setTimeout(() => then(performance.now()), 400) as unknown as number;
  });
  await page.goto(address('#/journal'));
  await new Screen(page).expectOpen('Journal');
  await page.goto(address('#/coach'));
  await page.waitForTimeout(100);
  await page.goto(address('#/settings'));
  await page.waitForTimeout(800);
  await new Screen(page).expectOpen('Settings');
  await page.goto(address('#/coach'));
  await new Screen(page).expectOpen('Move');
});
