// The checks at home, and Look and note.

import { Screen } from '../pages/screen';
import { Clock } from '../support/clock';
import { answered, journal, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const noted = async (page: Page) => (await journal(page)).map((entry) => entry.kind);

test.describe('your height', () => {
  test.use({ locale: 'en-GB' });

  test('centimetres: a loss below the limits is told without alarm, one at the limit asks for a visit', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    const screen = new Screen(page);
    await page.getByLabel('Your tallest, as a young adult (cm)').fill('1,70 m');
    await page.getByLabel('Height this morning (cm)').fill('166,1');
    await screen.button('Note this height').click();
    await expect(screen.main).toContainText('That is 3.9 cm below your tallest, 170 cm.');
    await expect(screen.main).toContainText('That does not reach either of the two limits. It does not rule anything out.');
    await page.getByLabel('Height this morning (cm)').fill('166.2');
    await page.getByLabel('Measured a second time (cm)').fill('165.8');
    await screen.button('Note this height').click();
    await expect(screen.main).toContainText('That is 4 cm below your tallest, 170 cm.');
    await expect(screen.main).toContainText('First measure again on another morning.');
    await page.reload();
    await expect(screen.main).toContainText('That is 4 cm below your tallest, 170 cm.');
    expect(await noted(page)).toEqual([
      { kind: 'height', mm: 1661 },
      { kind: 'height', mm: 1660 },
    ]);
    await page.getByRole('button', { name: /^Take back: Height: 166 cm/ }).click();
    await expect(screen.main).toContainText('That is 3.9 cm below your tallest');
  });

  test('feet and inches: the same limits, and a whole height in the first field', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    const screen = new Screen(page);
    await page.getByRole('radio', { name: 'Feet and inches' }).check();
    await page.getByLabel('Your tallest, as a young adult: feet').fill('5\'7"');
    await page.getByLabel('Your tallest, as a young adult: feet').press('Enter');
    await expect(page.getByLabel('Your tallest, as a young adult: feet')).toHaveValue('5');
    await expect(page.getByLabel('Your tallest, as a young adult: inches')).toHaveValue('7');
    await page.getByLabel('Height this morning: feet').fill('5');
    await page.getByLabel('Height this morning: inches').fill('5.4');
    await screen.button('Note this height').click();
    await expect(screen.main).toContainText('That is 1.6 in below your tallest, 5 ft 7 in.');
    await expect(screen.main).toContainText('First measure again on another morning.');
    await page.getByRole('radio', { name: 'Centimetres' }).check();
    await expect(screen.main).toContainText('below your tallest, 170.2 cm.');
  });

  test('an absurd height is told at its field and not noted; two that differ are measured again', async ({ page, address }) => {
    await page.goto(address('#/know/checks/height'));
    const screen = new Screen(page);
    await screen.button('Note this height').click();
    await expect(page.getByText('Please write the height first.')).toBeVisible();
    await page.getByLabel('Height this morning (cm)').fill('17');
    await page.getByLabel('Height this morning (cm)').press('Enter');
    await expect(page.getByText('Please write 90 cm or more.')).toBeVisible();
    await screen.button('Note this height').click();
    await expect(page.getByText('Please write the height first.')).toBeVisible();
    await page.getByLabel('Height this morning (cm)').fill('170');
    await page.getByLabel('Measured a second time (cm)').fill('172');
    await screen.button('Note this height').click();
    await expect(page.getByText('The two are rather far apart.')).toBeVisible();
    expect(await noted(page)).toEqual([]);
  });
});

test.describe('the chair stand', () => {
  test.use({ kept: { ...answered(), ...settings({ person: { birth_year: 1954, sex: 'woman' } }) } });

  test('three, two, one, thirty seconds; a tap for each stand; the row in words', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/know/checks/chair-stand'));
    const screen = new Screen(page);
    await clock.stand();
    await screen.button('Start the timer').click();
    await expect(screen.main.getByText('Get ready', { exact: true })).toBeVisible();
    await clock.pass(3.2);
    await expect(screen.main.getByText('30', { exact: true })).toBeVisible();
    for (let stand = 0; stand < 9; stand++) await screen.button('I stood up').click();
    await expect(screen.main.getByText('Counted so far: 9')).toBeVisible();
    await clock.pass(30);
    await expect(screen.main.getByText('Time is up', { exact: true })).toBeVisible();
    await screen.button('Note this result').click();
    await expect(screen.main).toContainText('9 is fewer than 10, the number for ages 70 to 74.');
    await expect(page.getByRole('row', { name: /70 to 74 Your row/ })).toBeVisible();
    await clock.pass(1);
    await screen.button('One more').click();
    await screen.button('Note this result').click();
    await expect(screen.main).toContainText('10 reaches the number for ages 70 to 74, which is 10.');
    await clock.pass(1);
    await page.getByRole('checkbox', { name: 'I used my arms to stand up' }).check();
    await screen.button('Note this result').click();
    await expect(screen.main).toContainText('0 is fewer than 10');
    expect(await noted(page)).toEqual([
      { kind: 'chair_stand', stands: 9, used_arms: false },
      { kind: 'chair_stand', stands: 10, used_arms: false },
      { kind: 'chair_stand', stands: 10, used_arms: true },
    ]);
  });

  test('a device that slept stops the timer and says so', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/know/checks/chair-stand'));
    const screen = new Screen(page);
    await clock.stand();
    await screen.button('Start the timer').click();
    await clock.pass(10);
    await clock.jump(60);
    await expect(screen.main.getByText('The page was out of sight, so the timer stopped')).toBeVisible();
    await expect(screen.button('Start again')).toBeVisible();
    expect(await noted(page)).toEqual([]);
  });
});

test.describe('the balance check', () => {
  test.use({ kept: answered() });

  test('the next stance comes only after the one before was held, and letting go ends it', async ({ page, address }) => {
    const clock = await Clock.take(page);
    await page.goto(address('#/know/checks/balance'));
    const screen = new Screen(page);
    await clock.stand();
    await screen.button('Begin with stance 1').click();
    for (const stance of ['Stance 1 of 4: Side by side', 'Stance 2 of 4: Half a step']) {
      await expect(page.getByRole('heading', { name: stance })).toBeVisible();
      await screen.button('Start the timer').click();
      await clock.pass(13.3);
      await screen.button('Yes, held').click();
    }
    await expect(page.getByRole('heading', { name: 'Stance 3 of 4: Heel to toe' })).toBeVisible();
    await screen.button('Start the timer').click();
    await clock.pass(6);
    await screen.button('I moved or held on').click();
    await expect(screen.main).toContainText('Stances held: 2 of 4.');
    await expect(screen.main).toContainText('Heel to toe was not held.');
    expect(await noted(page)).toEqual([{ kind: 'balance', held: 2 }]);
    await expect(page.getByRole('heading', { name: /Stance 4/ })).toHaveCount(0);
  });
});

test.describe('what the safety answers rule out', () => {
  for (const [name, kept, says] of [
    ['no answers yet', {}, 'The safety questions come first.'],
    ['a break in the spine', answered({ spine_break: 'yes' }), 'this check waits. A doctor or physiotherapist has to say yes to more than slow exercise first.'],
    ['nothing to hold', answered({ no_support: 'yes' }), 'there is nothing sturdy to hold on to'],
  ] as const) {
    test.describe(name, () => {
      test.use({ kept });

      test(`${name}: standing checks are not offered, with the reason`, async ({ page, address }) => {
        const screen = new Screen(page);
        for (const check of ['chair-stand', 'balance']) {
          await page.goto(address(`#/know/checks/${check}`));
          await expect(page.getByRole('heading', { name: 'Not for now' })).toBeVisible();
          await expect(screen.main).toContainText(says);
          await expect(screen.button('Start the timer')).toHaveCount(0);
          await expect(screen.button('Begin with stance 1')).toHaveCount(0);
          await expect(screen.button('Note this result')).toHaveCount(0);
        }
        await page.goto(address('#/know/checks'));
        await expect(screen.link(/The balance check Not for now/)).toBeVisible();
        await expect(screen.link(/Your height Measure/)).toBeVisible();
      });
    });
  }

  test.describe('a fall', () => {
    test.use({ kept: answered({ fall: 'yes' }) });

    test('a fall: the chair stand only with someone beside, balance not at home', async ({ page, address }) => {
      const screen = new Screen(page);
      await page.goto(address('#/know/checks/chair-stand'));
      await expect(screen.main).toContainText('Do this only with someone beside you who can steady you.');
      await expect(screen.button('Start the timer')).toBeVisible();
      await page.goto(address('#/know/checks/balance'));
      await expect(screen.main).toContainText('Then a balance check does not belong at home.');
    });
  });
});

test('the list for a safe home keeps its ticks and tells in words how many are done', async ({ page, address }) => {
  await page.goto(address('#/know/checks/home-safety'));
  const screen = new Screen(page);
  await expect(page.getByText('0 of 25 done')).toBeVisible();
  await expect(screen.main.getByRole('checkbox')).toHaveCount(25);
  await page.getByRole('checkbox', { name: 'Rugs are gone, or taped down' }).check();
  await page.getByRole('checkbox', { name: 'A lamp stands in reach of the bed' }).check();
  await page.reload();
  await expect(page.getByText('2 of 25 done')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Rugs are gone, or taped down' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'I get up slowly, after sitting or lying' })).not.toBeChecked();
});

test('a bone-density test: reasons to bring, and both views side by side', async ({ page, address }) => {
  await page.goto(address('#/know/checks/bone-test'));
  const screen = new Screen(page);
  await expect(page.getByText('Nothing is ticked. You can still ask.')).toBeVisible();
  await page.getByLabel('Year of birth').fill('1962');
  await page.getByLabel('Year of birth').press('Enter');
  await page.getByRole('radio', { name: 'Men', exact: true }).check();
  await page.getByRole('checkbox', { name: 'I smoke' }).check();
  await expect(screen.main).toContainText('For men it found too little evidence to say yes or no.');
  await expect(screen.main).toContainText('Advises a test because of what you ticked.');
  await page.getByRole('radio', { name: 'Women', exact: true }).check();
  await expect(screen.main).toContainText('After the menopause: advises a test if your doctor, too, finds that your risk is higher.');
  await page.getByRole('checkbox', { name: 'I broke a bone in a small fall or bump after 50' }).check();
  await expect(screen.main).toContainText('Its advice does not cover your case. Please ask your doctor soon.');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'I broke a bone in a small fall' })).toBeVisible();
});

test.describe('look and note', () => {
  test('by keyboard: the body is marked, help is shown, the journal has it, and undo takes it back', async ({ page, address }) => {
    await page.goto(address('#/know/note'));
    const screen = new Screen(page);
    const chest = page.getByRole('checkbox', { name: 'Chest' });
    await page.getByText('Choose from a list').focus();
    await page.keyboard.press('Enter');
    for (const part of ['Head', 'Jaw', 'Chest']) {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('checkbox', { name: part })).toBeFocused();
    }
    await page.keyboard.press('Space');
    await expect(chest).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('checkbox', { name: 'Belly' })).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await expect(page.getByText('Marked: Chest', { exact: true })).toBeVisible();

    // The draft stays while another screen is looked at.
    await page.goto(address('#/know/checks'));
    await screen.link(/^Look and note/).click();
    await page.getByText('Choose from a list').click();
    await expect(chest).toBeChecked();
    await page.getByRole('group', { name: 'How much does it hurt?' }).getByRole('button', { name: '6' }).click();
    await page.getByRole('radio', { name: 'Hours' }).check();
    await screen.button('Save this note').click();

    await expect(page.getByRole('heading', { name: 'What may apply from Get help' })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Call now if' })).toBeVisible();
    await expect(screen.main).toContainText('Your chest hurts or feels tight.');
    await expect(screen.main.getByRole('link', { name: /^Call / }).first()).toBeVisible();
    await expect(chest).not.toBeChecked();
    expect(await noted(page)).toEqual([
      expect.objectContaining({ kind: 'note', places: ['chest'], pain: 6, lasting: 'hours', signs: [] }),
    ]);

    await page.goto(address('#/journal'));
    await expect(screen.main).toContainText('Noted: Chest; pain 6 of 10; for hours');
    await page.goto(address('#/today'));
    await screen.button('Undo').click();
    await page.goto(address('#/know/note'));
    await expect(page.getByRole('heading', { name: 'What you noted' })).toHaveCount(0);
  });

  test('a tap on the picture marks what was meant, left and right are the person’s own, and a second tap takes it away', async ({
    page,
    address,
  }) => {
    await page.goto(address('#/know/note'));
    const marked = (what: string) => expect(page.getByText(what, { exact: true })).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await marked('Nothing is marked.');
    // Across and down the picture, in hundredths of it.
    const taps: [view: string, across: number, down: number, part: string][] = [
      ['From the front', 88, 48, 'Left wrist or hand'],
      ['From the front', 12, 48, 'Right wrist or hand'],
      ['From the front', 74, 22, 'Left shoulder or upper arm'],
      ['From the front', 20, 36, 'Right arm or elbow'],
      ['From behind', 50, 40, 'Lower back'],
      ['From behind', 40, 95, 'Left heel'],
      ['From behind', 74, 22, 'Right shoulder or upper arm'],
    ];
    for (const [view, across, down, part] of taps) {
      const picture = page.getByRole('img', { name: view });
      const { width, height } = (await picture.boundingBox())!;
      const tap = () => picture.click({ position: { x: (width * across) / 100, y: (height * down) / 100 } });
      await tap();
      await marked(`Marked: ${part}`);
      await tap();
      await marked('Nothing is marked.');
    }
  });

  test('where nothing applies it says so without comfort; an empty note is not saved', async ({ page, address }) => {
    await page.goto(address('#/know/note'));
    const screen = new Screen(page);
    await screen.button('Save this note').click();
    await expect(page.getByText('Mark or choose something first.')).toBeVisible();
    expect(await noted(page)).toEqual([]);
    await page.getByText('Choose from a list').click();
    await page.getByRole('checkbox', { name: 'Left knee' }).check();
    await expect(page.getByText('Marked: Left knee', { exact: true })).toBeVisible();
    await screen.button('Save this note').click();
    await expect(screen.main).toContainText(
      'Nothing you marked is on our list of urgent signs. That does not rule anything out.',
    );
    await page.getByRole('button', { name: /^Take back: Noted: Left knee/ }).click();
    await expect(page.getByRole('heading', { name: 'What may apply from Get help' })).toHaveCount(0);
  });
});
