// Short pages: how many screens of a phone each may be, at normal text.

import { expectArrived } from '../pages/screen';
import { answered, entry, noted, settings } from '../support/store';
import { expect, test } from '../support/test';

/** Of one country: where language and clock disagree a second number and a question stand beside each call. */
const GERMANY = settings({ country: 'DE' });

/** An address, and the most screens of 360×740 that it may fill. */
const LIMITS: [string, number][] = [
  ['#/move/heel-drop', 3],
  ['#/move/knee-bend', 3],
  ['#/move/heel-drop/plan', 3],
  ['#/move/knee-bend/plan', 3.3],
  ['#/move/heel-drop/steps', 5],
  ['#/move/knee-bend/steps', 5],
  ['#/move/heel-drop/known', 5],
  ['#/move/knee-bend/known', 5],
  ['#/nourish/jar', 3],
  ['#/nourish/recipe', 3],
  ['#/nourish/good-to-know', 3],
];

test.use({ viewport: { width: 360, height: 740 } });

for (const [what, kept] of [
  ['on the first day', { ...answered(), ...GERMANY }],
  [
    'in use',
    {
      ...answered(),
      ...GERMANY,
      ...entry('earlier', '2026-11-20'),
      ...noted('j1', '2026-11-20', { jar: { grams: 550, made: '2026-11-20' } }),
      ...noted('d1', '2026-11-22', { dose: { grams: 25, jar: 'j1' } }, Date.parse('2026-11-22T06:00:00Z')),
    },
  ],
] as const) {
  test.describe(what, () => {
    test.use({ kept });

    test(`each page is as short as it is meant to be: ${what}`, async ({ page, address }) => {
      for (const [hash, most] of LIMITS) {
        await page.goto(address(hash));
        await expectArrived(page);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
        console.log(`${screens.toFixed(2)} screens: ${hash}, ${what}`);
        expect.soft(screens, `${hash}, ${what}`).toBeLessThanOrEqual(most);
      }
    });
  });
}
