// Less to read: no page that was made short grows long again. The table of all pages is printed.

import { expectArrived } from '../pages/screen';
import { LONGEST, type Length, asTable, lengthOf } from '../support/lengths';
import { SCREENS } from '../support/screens';
import { type Kept, answered, entry, noted, settings } from '../support/store';
import { expect, test } from '../support/test';

// With a country: where language and clock disagree, a call is two buttons and a question, until it is answered.
const FIRST: Kept = { ...answered(), ...settings({ country: 'GB' }) };

const STATES: [string, Kept][] = [
  ['on the first day', FIRST],
  [
    'in use',
    {
      ...FIRST,
      ...entry('earlier', '2026-11-20'),
      ...noted('j1', '2026-11-20', { jar: { grams: 550, made: '2026-11-20' } }),
      ...noted('d1', '2026-11-22', { dose: { grams: 25, jar: 'j1' } }, Date.parse('2026-11-22T06:00:00Z')),
    },
  ],
];

for (const [when, kept] of STATES) {
  test.describe(when, () => {
    test.use({ kept });

    test(`no page is longer than it may be on a phone: ${when}`, async ({ page, address }) => {
      const lengths = new Map<string, Length>();
      for (const { hash, heading } of SCREENS) {
        await page.goto(address(hash));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expectArrived(page);
        lengths.set(hash, await lengthOf(page));
      }
      console.log(asTable(lengths));
      for (const [hash, most] of Object.entries(LONGEST)) {
        expect.soft(lengths.get(hash)?.screens, `${hash}: screens of 360×740, ${when}`).toBeLessThanOrEqual(most);
      }
    });
  });
}
