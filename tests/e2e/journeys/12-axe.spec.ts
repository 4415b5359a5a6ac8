// axe on every screen, light and dark, small and at the largest text.

import AxeBuilder from '@axe-core/playwright';

import { After, Coach, SetUp, startHeelDrops } from '../pages/coach';
import { Clock } from '../support/clock';
import { SCREENS } from '../support/screens';
import { answered, entry, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const told = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${where}: ${violation.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`),
  );
  expect.soft(told).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  for (const text of ['normal', 'largest'] as const) {
    test.describe(`${theme}, ${text} text`, () => {
      test.use({ kept: { ...answered(), ...settings({ theme, text }), ...entry('earlier', '2026-11-20') } });

      test(`axe finds nothing on any screen: ${theme}, ${text} text`, async ({ page, address }) => {
        test.setTimeout(120_000);
        for (const { hash, heading } of SCREENS) {
          await page.goto(address(hash));
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
          // What is folded away is read too.
          await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
          await expectNoViolations(page, hash);
        }
      });

      test(`axe finds nothing in a session: ${theme}, ${text} text`, async ({ page, address }) => {
        test.setTimeout(120_000);
        const clock = await Clock.take(page);
        await page.goto(address());
        await page.getByRole('button', { name: 'Start heel drops', exact: true }).click();
        const setUp = new SetUp(page);
        await setUp.expectOpen('Set up');
        await expectNoViolations(page, 'set-up');
        const coach = await setUp.begin();
        await expectNoViolations(page, 'getting ready');
        await coach.readyNow.click();
        await expect(coach.slower).toBeVisible();
        await expectNoViolations(page, 'running');
        await coach.pause.click();
        await coach.expectPaused();
        await expectNoViolations(page, 'paused');
        await coach.stop.click();
        await expect(coach.stopQuestion).toBeVisible();
        await expectNoViolations(page, 'asked to stop');
        await coach.button('No, go back').click();
        await coach.goOn.click();
        await clock.pass(40);
        await expect(coach.moreRest).toBeVisible();
        await expectNoViolations(page, 'resting');
        await coach.readyNow.click();
        await clock.pass(40);
        await coach.finishNow.click();
        const after = new After(page);
        await after.expectOpen('Well done');
        await expectNoViolations(page, 'after');
        await after.painLevel(6).click();
        await expectNoViolations(page, 'after, with pain');
        await after.done.click();
      });

      test(`axe finds nothing after "I feel pain" and at the questions: ${theme}, ${text} text`, async ({ page, address }) => {
        await page.goto(address());
        const coach: Coach = await startHeelDrops(page);
        await coach.pain.click();
        await expectNoViolations(page, 'pain');
        await page.getByRole('button', { name: 'Chest, or hard to breathe' }).click();
        await expectNoViolations(page, 'pain in the chest');
        await page.evaluate(() => localStorage.removeItem('bonewise:safety'));
        await page.goto(address('#/move/safety'));
        await page.reload();
        await expect(page.getByText('Question 1 of 10')).toBeVisible();
        await expectNoViolations(page, 'a question');
      });
    });
  }
}
