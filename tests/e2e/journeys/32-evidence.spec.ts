// The promise of each page: every statement shows how sure it is, and where it was read. It is whispered: a mark at the
// sentence, and one quiet line that opens the list.

import { readFileSync } from 'node:fs';

import { expectArrived } from '../pages/screen';
import { SCREENS } from '../support/screens';
import { answered } from '../support/store';
import { type Page, expect, test } from '../support/test';

test.use({ kept: answered() });

const LABELS = ['Supported', 'Mixed', 'Association only', 'Traditional', 'Not shown', 'Caution', 'Story', 'General advice'];
/** They rest on nothing that was read. */
const WITHOUT_SOURCES = ['Story', 'General advice'];

/** The pages that make statements. */
const TELLING = SCREENS.filter(({ hash }) =>
  /symptoms|facts|get-help|traditional|habits|foods|nourish\/recipe|nourish$|heel-drop|knee-bend|checks\//.test(hash),
);

type Row = { texts: string; labels: string[]; sources: number };
type Found = { marked: number; unlisted: string[]; rows: Row[]; open: number };

/** What the page that is open says with a mark, and what its lists say of it. */
async function found(page: Page): Promise<Found> {
  return page.evaluate((labels) => {
    const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
    const lists = [...document.querySelectorAll('main details')].filter((one) =>
      one.querySelector(':scope > summary')?.textContent?.startsWith('How sure?'),
    );
    const rowOf = (item: Element) => ({
      texts: [...item.querySelectorAll(':scope > p')].map((p) => plain(p.textContent)).join('\n'),
      labels: [...item.querySelectorAll('span')].map((word) => plain(word.textContent)).filter((word) => labels.includes(word)),
      sources: item.querySelectorAll('a[href^="http"]').length,
    });
    const rowsOf = (list: Element) => [...list.querySelectorAll(':scope > ul > li')].map(rowOf);
    // As a screen reader says it: the sentence, and its label in brackets.
    const end = new RegExp(`^(.*?)\\s*\\((${labels.join('|')})\\)$`);
    const marked = [...document.querySelectorAll('main p, main li')]
      .filter((one) => !one.closest('summary') && !one.querySelector('p, li'))
      .flatMap((one) => [...plain(one.textContent).matchAll(new RegExp(end, 'g'))].map(([, text, label]) => ({ one, text, label })));
    const unlisted = marked.filter(({ one, text, label }) => {
      // The nearest list that the sentence shares a card with.
      for (let around = one.parentElement; around; around = around.parentElement) {
        const near = lists.filter((list) => around!.contains(list));
        if (near.length > 0) {
          return !near.flatMap(rowsOf).some((row) => row.texts.includes(text) && row.labels.includes(label));
        }
      }
      return true;
    });
    return {
      marked: marked.length,
      unlisted: unlisted.map(({ text, label }) => `${text} (${label})`),
      rows: lists.flatMap(rowsOf),
      open: lists.filter((list) => (list as HTMLDetailsElement).open).length,
    };
  }, LABELS);
}

test('every statement has its mark, and its label and sources in the list that the quiet line opens', async ({ page, address }) => {
  for (const { hash, heading } of TELLING) {
    await page.goto(address(hash));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectArrived(page);
    // On Get help the lists come with the second file.
    await expect(page.getByRole('main').getByText(/^How sure\?/).first()).toBeAttached();
    const { marked, unlisted, rows, open } = await found(page);
    // The steps of the recipe stand there by their names alone, and choices are no sentences: what they rest on is in the list.
    if (!/recipe$|plan$/.test(hash)) expect.soft(marked, `${hash}: sentences with a mark`).toBeGreaterThan(0);
    expect.soft(unlisted, `${hash}: all of them are listed`).toEqual([]);
    expect.soft(open, `${hash}: no list is open`).toBe(0);
    for (const { texts, labels, sources } of rows) {
      expect.soft(labels, `${hash}: one label for ${texts}`).toHaveLength(1);
      expect.soft(sources > 0, `${hash}: sources of ${labels[0]}, ${texts}`).toBe(!WITHOUT_SOURCES.includes(labels[0]));
    }
  }
});

const GUIDE: Record<string, string> = JSON.parse(readFileSync('locales/en/guide.json', 'utf8'));
const BEGINNINGS: Record<string, string> = {
  'back-pain': 'back_',
  'stoop': 'stoop_',
  'squeezed-chest': 'chest_',
  'pressed-nerves': 'nerves_',
  'easy-breaks': 'breaks_',
  'pain-medicine': 'medicine_',
};

test('nothing of the guide was lost: each statement stands on its page and in its list', async ({ page, address }) => {
  for (const [name, beginning] of Object.entries(BEGINNINGS)) {
    await page.goto(address(`#/know/symptoms/${name}`));
    await expectArrived(page);
    const listed = (await found(page)).rows.map((row) => row.texts).join('\n');
    const said = (await page.getByRole('main').textContent())!.replace(/\s+/g, ' ');
    const statements = Object.entries(GUIDE).filter(([key]) => key.startsWith(beginning) && key !== 'back_pain');
    expect(statements.length, name).toBeGreaterThan(8);
    for (const [key, text] of statements) {
      expect.soft(listed, key).toContain(text);
      expect.soft(said.split(text).length - 1, `${key}: on the page and in the list`).toBeGreaterThanOrEqual(2);
    }
  }
});

test('the quiet line opens by keyboard, shows the label in words, and leads to the source', async ({ page, address }) => {
  await page.goto(address('#/know/symptoms/back-pain'));
  await expectArrived(page);
  const card = page.locator('details').filter({ has: page.getByRole('heading', { name: 'What it can feel like' }) });
  const line = card.getByText('How sure? 3 sources');
  const list = card.getByRole('listitem');
  await expect(line).toBeVisible();
  await expect(list).toHaveCount(0);
  await line.focus();
  await page.keyboard.press('Enter');
  const first = list.filter({ hasText: 'Pain from such a broken bone often starts all at once.' });
  await expect(first.getByText('Supported', { exact: true })).toBeVisible();
  await expect(first.getByText('Studies or medical guidance back this.')).toBeVisible();
  await expect(first.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  const posture = list.filter({ hasText: 'It is a clue to look at, not a test.' });
  await expect(posture.getByText('Mixed', { exact: true })).toBeVisible();
});

test('each label has a shape of its own, which its page explains', async ({ page, address }) => {
  await page.goto(address('#/know/sources'));
  await expectArrived(page);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What the labels mean' }) });
  const shapes = new Set<string>();
  for (const label of LABELS) {
    const word = card.getByText(label, { exact: true });
    await expect(word).toBeVisible();
    shapes.add((await word.locator('path').getAttribute('d'))!);
  }
  expect(shapes.size).toBe(LABELS.length);
});
