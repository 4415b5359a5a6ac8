// axe on every screen, light and dark, small and at the largest text.

import { After, Coach, SetUp, startHeelDrops } from '../pages/coach';
import { Safety } from '../pages/safety';
import { expectArrived } from '../pages/screen';
import { ofWcag } from '../support/axe';
import { Clock } from '../support/clock';
import { forget } from '../support/copy';
import { expectNothingSideways } from '../support/layout';
import { SCREENS } from '../support/screens';
import { answered, entry, settings } from '../support/store';
import { expect, test } from '../support/test';

// Both themes and both ends of the text sizes; what axe finds depends on one or the other, not on the pair.
for (const [theme, text] of [
  ['light', 'normal'],
  ['dark', 'largest'],
] as const) {
  test.describe(`${theme}, ${text} text`, () => {
    test.use({ kept: { ...answered(), ...settings({ theme, text }), ...entry('earlier', '2026-11-20') } });

    test(`axe finds nothing on any screen: ${theme}, ${text} text`, async ({ page, address }) => {
      const findings = ofWcag(page);
      test.setTimeout(240_000);
      for (const { hash, heading } of SCREENS) {
        await page.goto(address(hash));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expectArrived(page);
        // What is folded away is read too.
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        await findings.look(hash);
      }
      findings.expectNone();
    });

    test(`axe finds nothing in a session: ${theme}, ${text} text`, async ({ page, address }) => {
      const findings = ofWcag(page);
      test.setTimeout(240_000);
      const clock = await Clock.take(page);
      await page.goto(address());
      await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
      const setUp = new SetUp(page);
      await setUp.expectOpen('Set up');
      await findings.look('set-up');
      const coach = await setUp.begin();
      await findings.look('getting ready');
      await coach.readyNow.click();
      await expect(coach.slower).toBeVisible();
      await findings.look('running');
      await coach.pause.click();
      await coach.expectPaused();
      await findings.look('paused');
      await coach.stop.click();
      await expect(coach.stopQuestion).toBeVisible();
      await findings.look('asked to stop');
      await coach.button('No, go back').click();
      await coach.goOn.click();
      await clock.pass(40);
      await expect(coach.moreRest).toBeVisible();
      await findings.look('resting');
      await coach.readyNow.click();
      await clock.pass(40);
      await coach.finishNow.click();
      const after = new After(page);
      await after.expectOpen('Well done');
      await findings.look('after');
      await after.painLevel(6).click();
      await findings.look('after, with pain');
      findings.expectNone();
    });

    test(`axe finds nothing after "I feel pain" and at the questions: ${theme}, ${text} text`, async ({ page, address }) => {
      const findings = ofWcag(page);
      await page.goto(address());
      const coach: Coach = await startHeelDrops(page);
      await coach.pain.click();
      await findings.look('pain');
      await page.getByRole('button', { name: 'Chest, or hard to breathe' }).click();
      await findings.look('pain in the chest');
      await forget(page, 'bonewise:safety');
      await page.goto(address('#/move/safety'));
      await page.reload();
      const safety = new Safety(page);
      await safety.expectScreen(1);
      await safety.line('recentBreak').check();
      await findings.look('a list of questions');
      await safety.goOn('Next');
      await safety.expectScreen(2);
      await findings.look('a question');
      for (const number of [2, 3, 4, 5]) await safety.answerScreen(number, () => 'no');
      await findings.look('the answers to look through');
      findings.expectNone();
    });

    test.describe('a second file that does not arrive', () => {
      test.use({ provoked: /ERR_FAILED|Failed to fetch/ });

      test(`axe finds nothing on a page that did not arrive: ${theme}, ${text} text`, async ({ page, address }) => {
        const findings = ofWcag(page);
        await page.route(/-later\.wasm$/, (route) => route.abort());
        for (const hash of ['#/nourish', '#/coach']) {
          await page.goto(address(hash));
          await expect(page.getByRole('alert')).toContainText('This page did not arrive.');
          await expectNothingSideways(page, hash);
          await findings.look(hash);
        }
        findings.expectNone();
      });
    });
  });
}
