// Nothing cut, nothing overlapping, nothing beside the screen, from a small phone to a desk, at the largest text.

import { After, type Coach, SetUp } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { expectArrived } from '../pages/screen';
import { Clock } from '../support/clock';
import { expectNothingCut, expectNothingSideways, expectOneScreen } from '../support/layout';
import { SCREENS } from '../support/screens';
import { answered, entry, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 740, height: 360 },
];

/** From getting ready to the question that Stop asks. */
async function expectOneScreenToTheStop(page: Page, coach: Coach): Promise<void> {
  await expectOneScreen(page, 'getting ready');
  await coach.readyNow.click();
  await expect(coach.slower).toBeVisible();
  await expectOneScreen(page, 'moving');
  await coach.pause.click();
  await coach.expectPaused();
  await expectOneScreen(page, 'paused');
  await coach.stop.click();
  await expect(coach.stopQuestion).toBeVisible();
  await expectOneScreen(page, 'asked to stop');
}

for (const text of ['normal', 'largest'] as const) {
  for (const viewport of SIZES) {
    const where = `${viewport.width}×${viewport.height}, ${text} text`;
    test.describe(where, () => {
      test.use({ viewport, kept: { ...answered(), ...settings({ text }), ...entry('earlier', '2026-11-20') } });

      test(`every screen fits: ${where}`, async ({ page, address }) => {
        for (const { hash, heading } of SCREENS) {
          await page.goto(address(hash));
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
          await expectArrived(page);
          await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
          await expectNothingSideways(page, hash);
          await expectNothingCut(page, hash);
        }
      });

      test(`the coach stays on one screen: ${where}`, async ({ page, address }) => {
        const clock = await Clock.take(page);
        await page.goto(address());
        await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
        await new SetUp(page).expectOpen('Set up');
        await expectNothingSideways(page, 'set-up');
        const coach = await new SetUp(page).begin();
        await expectOneScreenToTheStop(page, coach);
        await coach.button('No, go back').click();
        await coach.goOn.click();
        await clock.pass(1);
        await expectOneScreen(page, 'counting in');
        await clock.pass(39);
        await expect(coach.moreRest).toBeVisible();
        await expectOneScreen(page, 'resting');
        await coach.readyNow.click();
        await clock.pass(40);
        await expectOneScreen(page, 'the last rest');
        await coach.finishNow.click();
        await new After(page).expectOpen('Well done');
        await expectNothingSideways(page, 'after');
        await expectNothingCut(page, 'after');
      });

      test(`the coach stays on one screen with the note on a dark screen: ${where}`, async ({ page, address }) => {
        await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined }));
        await page.goto(address());
        await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
        const coach = await new SetUp(page).begin();
        await expect(page.getByText('Your screen may go dark.')).toBeVisible();
        await expectOneScreenToTheStop(page, coach);
      });
    });
  }
}

test.describe('Get help at the largest text', () => {
  test.use({ kept: settings({ text: 'largest' }) });

  test('the call stands on the first screen of a phone, whole', async ({ page, address }) => {
    await page.goto(address());
    await page.getByRole('banner').getByRole('link', { name: 'Get help' }).click();
    const help = new GetHelp(page);
    await help.expectOpen('Get help');
    await expect(help.call).toHaveAttribute('href', 'tel:112');
    await expect(help.call).toBeInViewport({ ratio: 1 });
    const box = (await help.call.boundingBox())!;
    const tabs = (await page.getByRole('navigation', { name: 'Main parts' }).boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(tabs.y);
    expect(box.height).toBeGreaterThanOrEqual(56);
  });
});
