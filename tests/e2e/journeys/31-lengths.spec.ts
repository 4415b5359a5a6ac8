// Less to read: no page that was made short grows long again. The table of all pages is printed.

import { expectArrived } from '../pages/screen';
import { LONGEST, type Length, asTable, lengthOf } from '../support/lengths';
import { SCREENS } from '../support/screens';
import { answered, entry, settings } from '../support/store';
import { expect, test } from '../support/test';

// With a country: where language and clock disagree, a call is two buttons and a question, until it is answered.
test.use({ kept: { ...answered(), ...settings({ country: 'GB' }), ...entry('earlier', '2026-11-20') } });

test('no page is longer than it may be on a phone', async ({ page, address }) => {
  const lengths = new Map<string, Length>();
  for (const { hash, heading } of SCREENS) {
    await page.goto(address(hash));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectArrived(page);
    lengths.set(hash, await lengthOf(page));
  }
  console.log(asTable(lengths));
  for (const [hash, most] of Object.entries(LONGEST)) {
    expect.soft(lengths.get(hash)?.screens, `${hash}: screens of 360×740`).toBeLessThanOrEqual(most);
  }
});
