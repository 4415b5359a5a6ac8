// What is heard: the voice on devices that want a tap first, a slow engine, joke voices; the kitchen's bell; and news
// for a screen reader that comes twice.

import { SetUp, startHeelDrops } from '../pages/coach';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock, MORNING } from '../support/clock';
import { countRings, heard, likeAniPhone } from '../support/ears';
import { answered, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

test.use({ kept: answered() });

test.describe('a voice that wants its first word inside a tap', () => {
  test('is heard in a session, and after a reload in the session that goes on', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await likeAniPhone(page);
    await page.goto(address());
    const coach = await startHeelDrops(page);
    await clock.pass(24);
    const words = await heard(page);
    expect(words[0]).toBe('Get ready. 2 rounds of 5. Hold on to your support.');
    expect(words.slice(1, 4)).toEqual(['3', '2', '1']);
    expect(words).toContain('Rise on your toes');
    expect(words.filter((one) => one === '')).toEqual([]);
    await coach.pause.click();
    await page.reload();
    await new Today(page).goOn.click();
    await coach.goOn.click();
    await clock.pass(5);
    expect((await heard(page)).slice(0, 3)).toEqual(['3', '2', '1']);
  });

  test('is heard in the chair stand and in the balance check', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await likeAniPhone(page);
    for (const [route, before, start] of [
      ['chair-stand', '', 'Start the timer'],
      ['balance', 'Begin with stance 1', 'Start the timer'],
    ]) {
      await page.goto(address(`#/know/checks/${route}`));
      await page.reload();
      const screen = new Screen(page);
      if (before) await screen.button(before).click();
      await screen.button(start).click();
      await clock.pass(6);
      expect(await heard(page)).toEqual(['3', '2', '1', 'Go']);
    }
  });
});

test('a slow engine says the first sentence', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await likeAniPhone(page, { begins: 5000, lasts: 3500 });
  await page.goto(address());
  await startHeelDrops(page);
  await clock.pass(6.5);
  expect(await heard(page)).toEqual(['Get ready. 2 rounds of 5. Hold on to your support.']);
});

test('an engine that drops what follows a cut says every word', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await likeAniPhone(page, { lasts: 3500, dropping: true });
  await page.goto(address());
  await startHeelDrops(page);
  await clock.pass(24);
  const words = await heard(page);
  expect(words.slice(0, 4)).toEqual(['Get ready. 2 rounds of 5. Hold on to your support.', '3', '2', '1']);
  for (const word of ['Rise on your toes', 'Hold', 'Lower slowly', '2']) expect(words).toContain(word);
});

test('a joke voice neither speaks nor stands in the list', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await likeAniPhone(page, { voices: ['Albert', 'Bad News', 'Bells', 'Fred', 'Samantha'] });
  await page.goto(address('#/settings'));
  const voices = page.getByRole('group', { name: 'Voice' }).getByRole('radio');
  await expect(page.getByRole('radio', { name: 'Samantha' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Fred' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /Albert|Bad News|Bells/ })).toHaveCount(0);
  expect(await voices.count()).toBeLessThanOrEqual(3);
  await page.goto(address('#/today'));
  await startHeelDrops(page);
  await clock.pass(2);
  expect(await page.evaluate(() => window.heard.map((one) => one.voice))).toEqual(['Samantha']);
});

test.describe('on an old iPhone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 Version/15.6 Mobile/15E148 Safari/604.1' });

  test('the silent switch is spoken of where something is to be heard', async ({ page, address }) => {
    await page.goto(address('#/nourish/cook'));
    const word = page.getByText('If your phone is on silent, you may not hear the beeps.');
    await new Screen(page).button('Next').click();
    await expect(word).toBeVisible();
    await page.goto(address('#/today'));
    await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
    await new SetUp(page).expectOpen('Set up');
    await new SetUp(page).openMore();
    await expect(word).toBeVisible();
  });
});

test('elsewhere there is no word on a silent switch', async ({ page, address }) => {
  await page.goto(address());
  await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  await new SetUp(page).expectOpen('Set up');
  await new SetUp(page).openMore();
  await expect(page.getByText('on silent')).toHaveCount(0);
});

const ring = (page: Page, step: string) => page.getByRole('alert').filter({ hasText: `The timer has rung: ${step}` });

test.describe('the kitchen timers', () => {
  test('two run side by side, are seen on every screen, and both ring', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await countRings(page);
    await page.goto(address('#/nourish/cook'));
    const cook = new Screen(page);
    for (let step = 1; step < 3; step++) await cook.button('Next').click();
    await expect(cook.main).toContainText('It cannot ring when the phone is locked or Bonewise is closed.');
    await cook.button('Start 20 minutes').click();
    await cook.button('Next').click();
    await cook.button('Start 8 minutes').click();
    await expect(page.getByRole('timer')).toHaveCount(2);
    await cook.link('To the recipe').click();
    const line = page.getByRole('complementary', { name: 'Kitchen timers' });
    for (const route of ['#/today', '#/know/get-help', '#/settings', '#/know']) {
      await page.goto(address(route));
      await expect(line).toContainText('Let it cool');
      await expect(line).toContainText('Toast the walnuts');
    }
    await clock.pass(8 * 60 + 2);
    await expect(ring(page, 'Toast the walnuts')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(1);
    expect(await page.evaluate(() => window.rings)).toBeGreaterThan(0);
    await ring(page, 'Toast the walnuts').getByRole('button', { name: 'Stop the ring' }).click();
    await expect(line).toContainText('Let it cool');
    const before = await page.evaluate(() => window.rings);
    await clock.pass(12 * 60);
    await expect(ring(page, 'Let it cool')).toBeVisible();
    expect(await page.evaluate(() => window.rings)).toBeGreaterThan(before);
    // From the keyboard, Escape closes what came up by itself.
    await ring(page, 'Let it cool').getByRole('button', { name: 'Stop the ring' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  test('after a reload one rings as soon as the page is touched anywhere', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await countRings(page);
    await page.goto(address('#/nourish/cook'));
    const cook = new Screen(page);
    await cook.button('Next').click();
    await cook.button('Start 5 minutes').click();
    await clock.pass(30);
    await page.reload();
    await cook.button('Next').click();
    await clock.pass(275);
    await expect(ring(page, 'Roast the sesame')).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.rings)).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(() => window.shakes)).toBeGreaterThan(0);
  });

  test('whoever comes back after 14 minutes of 8 is rung and told how long it has been over', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await countRings(page);
    await page.goto(address('#/nourish/cook'));
    const cook = new Screen(page);
    for (let step = 1; step < 4; step++) await cook.button('Next').click();
    await cook.button('Start 8 minutes').click();
    await clock.jump(14 * 60);
    await clock.pass(1);
    await expect(ring(page, 'Toast the walnuts')).toContainText('Over by 6 minutes.');
    await expect.poll(() => page.evaluate(() => window.rings)).toBeGreaterThan(0);
  });

  test.describe('of a version that knew one', () => {
    test.use({ kept: { ...answered(), ...settings({ kitchen: { step: 2, timer: { step: 1, ends: MORNING.getTime() + 60_000 } } }) } });

    test('goes on', async ({ page, address }) => {
      await Clock.take(page);
      await page.goto(address('#/nourish/cook'));
      await expect(page.getByRole('heading', { name: 'Timer: Roast the sesame' })).toBeVisible();
      await new Screen(page).button('Start 20 minutes').click();
      await expect(page.getByRole('timer')).toHaveCount(2);
      const kept = await page.evaluate(() => localStorage.getItem('bonewise:settings'));
      expect(kept).toContain('"timer":{"step":1,');
    });
  });
});

for (const text of ['normal', 'largest']) {
  test.describe(`cook mode, ${text} text`, () => {
    test.use({ kept: { ...answered(), ...settings({ text }) } });

    test('the next step is in view at each step, and the end says what is in the jar', async ({ page, address }) => {
      await Clock.take(page);
      await page.goto(address('#/nourish/cook'));
      const cook = new Screen(page);
      for (let step = 1; step < 7; step++) {
        await expect(cook.main).toContainText(`Step ${step} of 7`);
        await expect(cook.button('Next')).toBeInViewport({ ratio: 1 });
        // Nothing lies over it.
        await cook.button('Next').click({ trial: true, position: { x: 10, y: 50 } });
        await cook.button('Next').click();
      }
      await expect(cook.button('I made it today')).toBeInViewport({ ratio: 1 });
      await cook.button('I made it today').click();
      await expect(page.getByRole('heading', { name: 'It is in the jar' })).toBeFocused();
      await expect(cook.main).toContainText('550 g, best before December 6, 2026.');
      await cook.button('I took 25 g').click();
      await cook.link('See your jars').click();
      await expect(page.getByRole('region', { name: 'Your jars' })).toContainText('525 of 550 g left');
    });
  });
}

test('the same news is spoken at every tap', async ({ page, address }) => {
  await page.goto(address('#/nourish/habits'));
  const screen = new Screen(page);
  await screen.expectOpen(/./);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver((changes) => {
      for (const change of changes) {
        const text = change.target.textContent ?? '';
        const line = change.target.parentElement?.closest('[role=status]') ?? (change.target as Element).closest?.('[role=status]');
        if (line && text) told.push(text);
      }
    }).observe(document.body, { subtree: true, characterData: true, childList: true });
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await screen.main.getByRole('heading', { name: 'Coffee, tea and other caffeine' }).click();
  await page.getByRole('switch', { name: 'Count cups' }).click();
  for (let taps = 1; taps <= 3; taps++) {
    await screen.button('+ 1 cup').click();
    await expect.poll(async () => (await told()).length).toBe(taps);
  }
  expect(new Set(await told()).size).toBe(1);
});
