// A day of knee bends, what was done without the app, and taking back.

import { After, SetUp } from '../pages/coach';
import { Exercise } from '../pages/exercise';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { answered, entry, journal, sessions, settings } from '../support/store';
import { expect, test } from '../support/test';

const tenBends = { routine: 'knee_bend', style: 'quarter_bend', rounds: 1, reps: 10, tempo: 'normal' };

test.describe('three sets of ten', () => {
  test.use({ kept: { ...answered(), ...settings({ knee_bend: tenBends, knee_sets: 3 }) } });

  test('each set is a session of its own, and the day is done after the third', async ({ page, address }) => {
    test.slow();
    const clock = await Clock.take(page);
    await page.goto(address());
    const today = new Today(page);
    await expect(today.list).toContainText('0 of 3 sets');
    for (const set of [1, 2, 3]) {
      await page.getByRole('button', { name: /^Knee bends: (Start|Again)$/ }).click();
      const coach = await new SetUp(page).begin();
      await expect(page.getByText('One set', { exact: true })).toBeVisible();
      await coach.expectSays('One set of 10. Hold on to your support.');
      await clock.pass(81);
      await new After(page).expectOpen('Well done');
      await new After(page).effort('Right').click();
      await new After(page).done.click();
      await expect(today.list).toContainText(`${set} of 3 sets`);
      await clock.pass(60);
    }
    expect(await sessions(page)).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ routine: 'knee_bend', reps: 10, rounds: 1, ending: 'completed' })),
    );
    await page.goto(address('#/move/heel-drop'));
    await new Exercise(page).didByHand.click();
    await expect(page.getByRole('heading', { name: 'All done for today' })).toBeVisible();
  });
});

test.describe('without the app', () => {
  test.use({ kept: answered() });

  test('one tap notes it, one tap takes it back, and both are kept', async ({ page, address }) => {
    await page.goto(address('#/move/heel-drop'));
    await new Exercise(page).didByHand.click();
    const today = new Today(page);
    await today.expectHeelDrops('10 done today');
    await expect(page.getByText(/^Last noted: Heel raises, 10, .*, at/)).toBeVisible();
    await expect(today.startKneeBends).toBeVisible();
    await page.reload();
    await today.expectHeelDrops('10 done today');

    await today.undo.click();
    await today.expectHeelDrops('Not yet today');
    await expect(today.undo).toBeHidden();
    await expect(today.startHeelDrops).toBeVisible();
    const kinds = (await journal(page)).map((entry) => entry.kind.kind);
    expect(kinds.sort()).toEqual(['retract', 'session']);
    await page.reload();
    await today.expectHeelDrops('Not yet today');
    await page.goto(address('#/journal'));
    await expect(page.getByText('Nothing yet. What you do will stand here.')).toBeVisible();
  });

  test('the longer leg changes the drawing and the words, and carries its label', async ({ page, address }) => {
    await page.goto(address('#/move/knee-bend/plan'));
    await page.getByRole('radio', { name: 'My left leg is longer' }).check();
    await expect(page.getByText('Set your left foot a little back. Hold on.')).toBeVisible();
    await expect(page.getByText('This has not been shown to help').filter({ visible: true })).toBeVisible();
    await new Exercise(page).link('Done').click();
    await page.getByRole('button', { name: 'Start knee bends' }).click();
    const coach = await new SetUp(page).begin();
    await coach.expectSays('Left foot slightly back.');
  });

  test('rounds go from one to ten', async ({ page, address }) => {
    await page.goto(address('#/move/heel-drop/plan'));
    const exercise = new Exercise(page);
    for (let rounds = 3; rounds <= 10; rounds++) {
      await exercise.moreRounds.click();
      await expect(page.getByText(new RegExp(`^${rounds} rounds of 5, about ${rounds} minutes`)).first()).toBeVisible();
    }
    await expect(exercise.moreRounds).toBeDisabled();
    await page.reload();
    await expect(exercise.moreRounds).toBeDisabled();
    await exercise.link('Done').click();
    await exercise.expectOpen('Heel drops');
    await expect(page.getByText('10 rounds of 5, about 10 minutes.')).toBeVisible();
  });
});

test.describe('the page of an exercise', () => {
  test.use({ kept: answered() });

  test('shows three steps and when to stop; the choices, all steps and what is known are a tap away, and back', async ({ page, address }) => {
    for (const [hash, name, start, steps, tradition] of [
      ['#/move/heel-drop', 'Heel drops', 'Start heel raises', ['Stand tall. Hold on with both hands.', 'Rise slowly onto your toes.', 'Lower your heels slowly.'], 1],
      ['#/move/knee-bend', 'Knee bends', 'Start knee bends', ['Stand tall. Hold on with both hands.', 'Hips back, bend a little.', 'Breathe out as you rise.'], 0],
    ] as const) {
      await page.goto(address(hash));
      const exercise = new Exercise(page);
      await exercise.expectOpen(name);
      await expect(exercise.button(start)).toBeInViewport({ ratio: 1 });
      await expect(exercise.main.getByRole('list').filter({ hasText: steps[0] }).getByRole('listitem')).toHaveText([...steps]);
      await expect(page.getByRole('heading', { name: 'Stop at once if' })).toBeVisible();
      await expect(exercise.link(/^The traditional view/)).toHaveCount(tradition);
      for (const [way, heading] of [
        ['Change the plan', `${name}: your plan`],
        [/^Every step in words/, `${name}, step by step`],
        [new RegExp(`^${name}: what is known`), `${name}: what is known`],
      ] as const) {
        await exercise.link(way).click();
        await exercise.expectOpen(heading);
        await expect(exercise.heading).toBeFocused();
        await page.goBack();
        await exercise.expectOpen(name);
      }
    }
  });
});

test.describe('after a gap', () => {
  test.use({ kept: { ...answered(), ...entry('longago', '2026-11-01') } });

  test('the greeting says welcome back, without a word of blame', async ({ page, address }) => {
    await Clock.take(page);
    await page.goto(address());
    await new Today(page).expectOpen('Welcome back');
    await expect(page.getByText('Begin as gently as you like.')).toBeVisible();
    await page.goto(address('#/move/heel-drop'));
    await expect(page.getByText('Your last time was 21 days ago.')).toBeVisible();
  });
});
