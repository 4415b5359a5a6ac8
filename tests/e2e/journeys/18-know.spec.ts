// Know: searching in plain words, the guide and its note, the picture of 100 people, the sources, and help on paper.

import { GetHelp } from '../pages/get-help';
import { Know, SymptomPage } from '../pages/know';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { answered, journal, settings } from '../support/store';
import { expect, test } from '../support/test';

test.use({ kept: answered() });

test('from Today, a misspelt word finds a page; what it tells is noted, shown in the journal, and taken back', async ({ page, address }) => {
  await page.goto(address());
  const know = new Know(page);
  await know.tab('Know').click();
  await know.expectOpen('Know');
  await know.search.fill('tingeling legs');
  await expect(know.found).toHaveText(/^\d+ pages found\.$/);
  await know.results.getByRole('link', { name: /^Pressed nerves/ }).click();

  const symptom = new SymptomPage(page);
  await symptom.expectOpen('Pressed nerves');
  await symptom.note.click();
  await expect(symptom.takeBack).toBeFocused();
  await expect(symptom.main.getByText('Noted for today.')).toBeVisible();
  expect((await journal(page)).map((entry) => entry.kind)).toEqual([{ kind: 'sign', symptom: 'pressed_nerves' }]);
  await page.reload();
  await expect(symptom.takeBack).toBeVisible();

  await symptom.tab('Journal').click();
  await expect(symptom.main.getByText('Noticed: Pressed nerves')).toBeVisible();
  await symptom.tab('Today').click();
  await expect(symptom.main.getByText(/Last noted: Noticed: Pressed nerves/)).toBeVisible();
  await new Today(page).undo.click();
  await symptom.tab('Journal').click();
  await symptom.expectOpen('Journal');
  await expect(symptom.main.getByText('Noticed: Pressed nerves')).toHaveCount(0);
});

test('a note is taken back where it was made', async ({ page, address }) => {
  await page.goto(address('#/know/symptoms/stoop'));
  const symptom = new SymptomPage(page);
  await symptom.note.click();
  await symptom.takeBack.click();
  await expect(symptom.note).toBeVisible();
  expect((await journal(page)).map((entry) => entry.kind.kind)).toEqual(['sign', 'retract']);
});

test('words of an emergency lead to Get help, and words that belong nowhere still lead on', async ({ page, address }) => {
  await page.goto(address('#/know'));
  const know = new Know(page);
  await know.search.fill('chest pian');
  await expect(know.results.getByRole('link').first()).toHaveAccessibleName(/^Get help/);
  await know.search.fill('xylophone');
  await expect(know.found).toHaveText('Nothing found for these words.');
  await expect(know.ways.getByRole('link', { name: /^Get help/ })).toBeVisible();
  await expect(know.ways.getByRole('link', { name: /^Symptom guide/ })).toBeVisible();
  await know.search.fill('');
  await expect(know.found).toHaveText('');
  await expect(know.ways.getByRole('link')).toHaveCount(7);
});

test('by keyboard alone: search, open, note', async ({ page, address }) => {
  await page.goto(address('#/know'));
  const know = new Know(page);
  await expect(know.search).toBeVisible();
  await know.search.focus();
  await page.keyboard.type('hunch');
  await expect(know.results.getByRole('link').first()).toHaveAccessibleName(/^A stoop/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const symptom = new SymptomPage(page);
  await symptom.expectOpen('A stoop, or less height');
  await expect(symptom.heading).toBeFocused();
  for (let step = 0; step < 40 && !(await symptom.note.evaluate((button) => button === document.activeElement)); step++) {
    await page.keyboard.press('Tab');
  }
  await expect(symptom.note).toBeFocused();
  await page.keyboard.press('Space');
  await expect(symptom.takeBack).toBeFocused();
});

test('the guide opens with the truth that bones are silent, and leads to all six pages', async ({ page, address }) => {
  await page.goto(address('#/know/symptoms'));
  const know = new Know(page);
  const opening = know.main.getByRole('heading', { level: 2 }).first();
  await expect(opening).toHaveText('Bones are silent');
  await expect(know.main.getByText('Back pain is not a test for weak bones.').first()).toBeVisible();
  const links = know.main.getByRole('navigation', { name: 'Signs to know about' }).getByRole('link');
  await expect(links).toHaveCount(6);
  for (const [index, drawing] of [/middle bone has sunk/, /upper back bends forward/, /squeezed/, /presses on the nerve/, /rings/, null].entries()) {
    await links.nth(index).click();
    // Help comes first: before anything else of the page, and within the first screen.
    const call = know.main.getByRole('heading', { level: 2 }).first();
    await expect(call).toHaveText('Call now if');
    await expect(call).toBeInViewport({ ratio: 1 });
    await expect(new GetHelp(page).call).toBeVisible();
    await know.main.getByRole('heading', { name: 'Why it happens' }).click();
    if (drawing) await expect(know.main.getByRole('img', { name: drawing })).toBeVisible();
    await page.goBack();
  }
});

test('a sign of the guide tells in full and what to do at one tap', async ({ page, address }) => {
  await page.goto(address('#/know/symptoms/back-pain'));
  const symptom = new SymptomPage(page);
  const now = symptom.main.locator('section').filter({ has: page.getByRole('heading', { name: 'Call now if' }) });
  await expect(now.getByRole('listitem')).toHaveCount(5);
  await expect(now.getByText(/when you wipe or during sex/).first()).toBeHidden();
  await now.getByText('You are numb or tingle between the legs', { exact: true }).click();
  await expect(now.getByText(/when you wipe or during sex/).first()).toBeVisible();
  await expect(now.getByText(/Hours matter\. Do not wait/).first()).toBeVisible();
  await now.getByRole('link', { name: 'All signs, and what to do' }).click();
  await symptom.expectOpen('Get help');
});

test('Get help has a line a sign, and its tap tells the rest', async ({ page, address }) => {
  await page.goto(address('#/know/get-help'));
  const help = new GetHelp(page);
  const signs = help.main.getByRole('listitem');
  await expect(signs).toHaveCount(27);
  await expect(help.main.getByText('Do not move. Keep warm.').first()).toBeHidden();
  await signs.first().getByText('You fell and hurt a hip or leg').click();
  await expect(signs.first().getByText(/it looks shorter or turned out/).first()).toBeVisible();
  await expect(signs.first().getByText('Do not move. Keep warm.').first()).toBeVisible();
  await expect(signs.first().getByText('Your hip may be broken, even if you can still stand.').first()).toBeVisible();
});

test.describe('with a country', () => {
  test.use({ kept: { ...answered(), ...settings({ country: 'GB' }) } });

  test('the call of Get help has its country beside it, both on the first screen', async ({ page, address }) => {
    await page.goto(address('#/know/get-help'));
    const help = new GetHelp(page);
    await expect(help.call).toHaveAttribute('href', 'tel:999');
    await expect(help.call).toBeInViewport({ ratio: 1 });
    await expect(help.country).toBeInViewport({ ratio: 1 });
    const tabs = (await page.getByRole('navigation', { name: 'Main parts' }).boundingBox())!;
    const country = (await help.country.boundingBox())!;
    expect(country.y + country.height).toBeLessThan(tabs.y);
  });
});

test('a hundred people can be seen, heard, and read as a table, with their source', async ({ page, address }) => {
  await page.goto(address('#/know/facts'));
  const screen = new Screen(page);
  await expect(
    screen.main.getByRole('img', { name: 'Women and men: of 100 people, 13 have osteoporosis, 43 have low bone mass, 44 have neither.' }),
  ).toBeVisible();
  await expect(screen.main.getByRole('table')).toBeHidden();
  await screen.main.getByText('The figures in percent').first().click();
  const rows = screen.main.getByRole('table').getByRole('row');
  await expect(rows).toHaveText([
    ...['Women and men', /^Osteoporosis\s*12\.6$/, /^Low bone mass\s*43\.1$/, /^Neither\s*44\.3$/],
    ...['Women', /^Osteoporosis\s*19\.6$/, /^Low bone mass\s*51\.5$/, /^Neither\s*28\.9$/],
    ...['Men', /^Osteoporosis\s*4\.4$/, /^Low bone mass\s*33\.5$/, /^Neither\s*62\.1$/],
  ]);
  const story = screen.main.getByRole('group').filter({ has: page.getByRole('heading', { name: 'Liu and the wheelchair' }) });
  await expect(story.getByText(/was pushing a wheelchair/).first()).toBeHidden();
  await story.getByRole('heading').click();
  await expect(story.getByText(/was pushing a wheelchair/).first()).toBeVisible();
  await expect(story.getByText(/We could not check it/)).toBeHidden();
  await story.getByText('How sure? Story').click();
  await expect(story.getByText(/We could not check it/)).toBeVisible();
});

test('every source stands once, with the pages that rest on it', async ({ page, address }) => {
  await page.goto(address('#/know/sources'));
  const screen = new Screen(page);
  await screen.expectOpen('Sources and evidence');
  await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => ((one as HTMLDetailsElement).open = true)));
  const sources = screen.main.getByRole('listitem').filter({ hasText: 'Used on:' });
  const addresses = await sources.evaluateAll((lines) => lines.map((line) => line.querySelector('a')!.href));
  expect(addresses.length).toBeGreaterThan(50);
  expect(new Set(addresses).size).toBe(addresses.length);
  const survey = sources.filter({ hasText: 'NCHS Data Brief 405' });
  await survey.getByRole('link', { name: 'Facts and figures' }).click();
  await screen.expectOpen('Facts and figures');
});

for (const [paper, kept] of [
  ['A4', settings({ theme: 'dark', text: 'largest' })],
  ['Letter', {}],
] as const) {
  test.describe(`on ${paper}`, () => {
    test.use({ kept: { ...answered(), ...kept } });

    test(`Get help prints on one page of ${paper}`, { tag: '@paper' }, async ({ page, address }) => {
      await page.goto(address('#/know/get-help'));
      await expect(new GetHelp(page).call).toBeVisible();
      const pdf = (await page.pdf({ format: paper })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      await expect(new GetHelp(page).call).toBeVisible();
      for (const last of ['Your jaw hurts, or a sore in your mouth stays open.', 'Tell your dentist and your doctor.']) {
        await expect(page.getByRole('main').getByText(last).first()).toBeVisible();
      }
    });
  });
}
