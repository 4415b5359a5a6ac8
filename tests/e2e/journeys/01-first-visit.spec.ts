// The main job, in real time: from the first visit to a session that is still there without a network.

import { After, SetUp } from '../pages/coach';
import { answerSafety } from '../pages/safety';
import { Today } from '../pages/today';
import { Server } from '../support/server';
import { journal, sessions } from '../support/store';
import { expect, test } from '../support/test';
import { expectKeptForOffline } from '../support/worker';

test.use({
  serviceWorkers: 'allow',
  // The journey stops its server: a fetch that goes past the worker then fails, as it should.
  provoked: /ERR_CONNECTION_REFUSED/,
});

test('a first session in real time, and Today still shows it with the server gone', async ({ page }) => {
  test.setTimeout(240_000);
  const server = await Server.start();
  try {
    await page.goto(server.url);
    const today = new Today(page);
    await today.expectOpen('Welcome to Bonewise');
    await today.startHeelDrops.click();

    await answerSafety(page, 'all no');
    const setUp = new SetUp(page);
    await setUp.expectOpen('Set up');
    await expect(page.getByText('Standing exercise is open.')).toBeVisible();

    const coach = await setUp.begin();
    const begun = Date.now();
    await coach.expectSays('2 rounds of 5. Hold on to your support.');
    await expect(coach.slower).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(/^3\s*of 5$/)).toBeVisible({ timeout: 30_000 });
    await expect(coach.moreRest).toBeVisible({ timeout: 45_000 });
    await coach.expectSays('Rest. Keep one hand on your support.');
    await expect(page.getByText('Round 2 of 2')).toBeVisible({ timeout: 45_000 });
    await expect(coach.finishNow).toBeVisible({ timeout: 60_000 });
    await coach.expectSays('That was the last one.');

    const after = new After(page);
    await expect(after.heading).toHaveText('Well done', { timeout: 45_000 });
    // Ten seconds to get ready and two rounds of a minute.
    expect(Date.now() - begun).toBeGreaterThan(128_000);
    expect(Date.now() - begun).toBeLessThan(138_000);
    await expect(page.getByText('10 done in 2:10.')).toBeVisible();
    await after.effort('Easy').click();
    await expect(after.effort('Easy')).toHaveAttribute('aria-pressed', 'true');
    await after.painLevel(0).click();
    await after.done.click();

    await today.expectHeelDrops('10 done today');
    expect(await sessions(page)).toEqual([
      expect.objectContaining({
        routine: 'heel_drop',
        style: 'gentle',
        reps: 10,
        planned_reps: 10,
        rounds: 2,
        planned_rounds: 2,
        ending: 'completed',
      }),
    ]);
    const felt = (await journal(page)).filter((entry) => entry.kind.kind === 'felt');
    expect(felt.at(-1)?.kind).toMatchObject({ effort: 'easy', pain: 0 });

    await expectKeptForOffline(page);
    await server.stop();
    await page.reload();
    await today.expectHeelDrops('10 done today');
  } finally {
    await server.stop();
  }
});
