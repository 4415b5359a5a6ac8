// The powder: allergens first, amounts at every scale, a timer that rings anywhere, jars and doses, paper.

import { SetUp } from '../pages/coach';
import { Recipe } from '../pages/recipe';
import { Screen } from '../pages/screen';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { answered, journal, settings } from '../support/store';
import { expect, test } from '../support/test';

const DAY_S = 24 * 60 * 60;

test.use({ kept: answered() });

test('with an allergy each of its pages says so first, and no dose is suggested anywhere', async ({ page, address }) => {
  await page.goto(address('#/nourish/jar'));
  const recipe = new Recipe(page);
  await expect(recipe.main).toContainText('Contains sesame and tree nuts (walnut)');
  await expect(recipe.button('I took 25 g')).toBeVisible();
  await recipe.button('I took 25 g').click();

  await recipe.main.getByText('Do you have a food allergy?').click();
  await recipe.main.getByLabel('Tree nuts, such as walnut').check();
  await expect(recipe.button(/^I took/)).toHaveCount(0);
  await expect(recipe.button(/^I made it/)).toHaveCount(0);
  for (const [part, heading] of [
    ['Recipe', 'The powder'],
    ['Good to know', 'Good to know'],
    ['My jar', 'My jar'],
  ] as const) {
    await recipe.part(part).click();
    await recipe.expectOpen(heading);
    // Under the heading and the ways to the three pages, before all else.
    const words = (await recipe.main.innerText()).replace(/\s+/g, ' ').trim();
    expect(words).toMatch(new RegExp(`^Back to Nourish ${heading} My jar Recipe Good to know Not for you: sesame and tree nuts \\(walnut\\)`));
    await expect(recipe.main.getByText('Not for you')).toBeInViewport({ ratio: 1 });
  }

  await recipe.tab('Today').click();
  const today = new Today(page);
  await expect(today.list).toContainText('Heel raises');
  await expect(today.list).not.toContainText('Powder');
  await page.reload();
  await expect(today.list).toContainText('Heel raises');
  await expect(today.list).not.toContainText('Powder');

  await page.goto(address('#/nourish/jar'));
  await recipe.main.getByText('Do you have a food allergy?').click();
  await recipe.main.getByLabel('Tree nuts, such as walnut').uncheck();
  await expect(recipe.button('I took 25 g')).toBeVisible();
  await recipe.tab('Today').click();
  await expect(today.list).toContainText('Powder');
});

test('the serving of today is one tap away on the first screen, and what to mind stands beside it', async ({ page, address }) => {
  await page.goto(address('#/nourish'));
  const recipe = new Recipe(page);
  await recipe.link(/^The powder/).click();
  await recipe.expectOpen('My jar');
  await expect(recipe.main.getByText('Contains sesame and tree nuts (walnut)')).toBeInViewport({ ratio: 1 });
  const took = recipe.button('I took 25 g');
  await expect(took).toBeInViewport({ ratio: 1 });
  const [button, tabs] = [(await took.boundingBox())!, (await page.getByRole('navigation', { name: 'Main parts' }).boundingBox())!];
  expect(button.y + button.height).toBeLessThanOrEqual(tabs.y);
  await took.click();
  await expect(recipe.jars).toContainText('Today: 1 of 2 servings');
  await recipe.main.getByText('With medicines', { exact: true }).click();
  await expect(recipe.main.getByText(/warfarin/).filter({ visible: true })).toBeVisible();
  await recipe.link(/who asks first$/).click();
  await recipe.expectOpen('Good to know');
  await expect(recipe.main.getByText(/If you have kidney disease/).filter({ visible: true })).toBeVisible();
});

test('the batch has a smaller and a larger size, and stays as it was chosen', async ({ page, address }) => {
  await page.goto(address('#/nourish/recipe'));
  const recipe = new Recipe(page);
  await recipe.smaller.click();
  await recipe.expectAmounts(['125 g', '125 g', '25 g']);
  await expect(recipe.smaller).toBeDisabled();
  await recipe.larger.click();
  await recipe.larger.click();
  await recipe.expectAmounts(['500 g', '500 g', '100 g']);
  await expect(recipe.larger).toBeDisabled();
  await page.reload();
  await recipe.expectAmounts(['500 g', '500 g', '100 g']);
  // By days the size says nothing, so it is not there; the field is, after a reload too.
  await recipe.choose('Days');
  await expect(recipe.larger).toHaveCount(0);
  await page.reload();
  await expect(recipe.field('For how many days?')).toBeVisible();
});

test('amounts follow the cupboard, and what cannot be used is told at the field and changes nothing', async ({ page, address }) => {
  await page.goto(address('#/nourish/recipe'));
  const recipe = new Recipe(page);
  await recipe.expectAmounts(['250 g', '250 g', '50 g']);
  await recipe.choose('From my cupboard');
  await recipe.write('How much of it?', '180 g');
  await recipe.expectAmounts(['180 g', '180 g', '36 g']);

  for (const [bad, told] of [
    ['0', 'Please write 1 g or more.'],
    ['-5', 'Please write 1 g or more.'],
    ['9999999', 'Please write 2500 g or less.'],
    ['a handful', 'Please write a number from 1 g to 2500 g.'],
    ['', 'Please write a number from 1 g to 2500 g.'],
  ]) {
    await recipe.write('How much of it?', bad);
    await expect(recipe.main.getByText(told)).toBeVisible();
    await expect(recipe.field('How much of it?')).toHaveAttribute('aria-invalid', 'true');
    await recipe.expectAmounts(['180 g', '180 g', '36 g']);
  }
  for (const [text, sesame] of [
    ['2,5', '2.5 g'],
    ['1/2 kg', '500 g'],
    ['１２０', '120 g'],
    ['250g', '250 g'],
    ['1 g', '1 g'],
  ]) {
    await recipe.write('How much of it?', text);
    await expect(recipe.amounts.first()).toHaveText(sesame);
  }
  // A fifth of a gram of sugar is little, and not nothing.
  await recipe.expectAmounts(['1 g', '1 g', 'under 1 g (a pinch)']);

  await recipe.write('How much of it?', '180 g');
  await recipe.main.getByRole('switch', { name: 'With brown sugar' }).click();
  await recipe.expectAmounts(['180 g', '180 g']);
  await recipe.choose('Days');
  await recipe.write('For how many days?', '61');
  await expect(recipe.main.getByText('Please write 60 or less.')).toBeVisible();
  await recipe.expectAmounts(['275 g', '275 g']);
  await recipe.write('For how many days?', '10');
  await recipe.expectAmounts(['250 g', '250 g']);
  await page.reload();
  await recipe.expectAmounts(['250 g', '250 g']);
});

test('the data for other machines say what the page says, at every scale', async ({ page, address }) => {
  await page.goto(address('#/nourish/recipe'));
  const recipe = new Recipe(page);
  const scales: (() => Promise<void>)[] = [
    async () => {},
    () => recipe.smaller.click(),
    async () => {
      await recipe.larger.click();
      await recipe.larger.click();
    },
    async () => {
      await recipe.choose('Days');
      await recipe.write('For how many days?', '1');
    },
    () => recipe.write('For how many days?', '60'),
    () => recipe.choose('Ounces'),
    () => recipe.choose('Cups (rough)'),
    () => recipe.choose('Hulled'),
    () => recipe.main.getByRole('switch', { name: 'With brown sugar' }).click(),
    async () => {
      await recipe.choose('From my cupboard');
      await recipe.write('How much of it?', '7 g');
    },
  ];
  const seen = new Set<string>();
  for (const scale of scales) {
    await scale();
    const data = await recipe.data();
    expect(data['@context']).toBe('https://schema.org');
    expect(data['@type']).toBe('Recipe');
    expect(data.name).toBe('The powder');
    expect(data.description).toContain('Contains sesame and tree nuts (walnut)');
    expect(data.suitableForDiet).toMatch(/^https:\/\/schema\.org\/\w+Diet$/);
    expect(data.recipeIngredient).toEqual(await recipe.ingredientLines());
    await expect(recipe.card).toContainText(/^\d+/.test(data.recipeYield) && !data.recipeYield.startsWith('0 ') ? data.recipeYield : 'less than a day');
    await recipe.unfold('All steps in full');
    const steps = await recipe.card.getByRole('listitem').filter({ has: page.locator('b') }).allInnerTexts();
    for (const step of data.recipeInstructions) {
      expect(step['@type']).toBe('HowToStep');
      expect(step.text.length).toBeGreaterThan(20);
    }
    const titled = data.recipeInstructions.slice(0, -1);
    for (const step of titled) expect(steps.join('\n')).toContain(`${step.name}. ${step.text}`);
    expect(data.nutrition['@type']).toBe('NutritionInformation');
    expect(data.nutrition.servingSize).toBe('25 g');
    await recipe.part('Good to know').click();
    await recipe.unfold('What is in it');
    for (const [field, row] of [
      ['calories', 'Energy'],
      ['proteinContent', 'Protein'],
      ['fatContent', 'Fat'],
      ['saturatedFatContent', 'of it saturated'],
      ['carbohydrateContent', 'Carbohydrate'],
      ['fiberContent', 'Fibre'],
      ['sugarContent', 'Sugars'],
      ['sodiumContent', 'Sodium'],
    ]) {
      expect(data.nutrition[field], field).toBe(await recipe.inServing(row));
    }
    await recipe.part('Recipe').click();
    await expect(recipe.card).toBeVisible();
    seen.add(JSON.stringify(data));
  }
  expect(seen.size).toBe(scales.length);
});

test('a serving holds what the evidence reckons', async ({ page, address }) => {
  await page.goto(address('#/nourish/good-to-know'));
  const recipe = new Recipe(page);
  await recipe.unfold('What is in it');
  expect(await recipe.inServing('Energy')).toBe('148 kcal');
  expect(await recipe.inServing('Calcium, on paper')).toBe('124 mg');
  await recipe.part('Recipe').click();
  await recipe.choose('Hulled');
  await recipe.part('Good to know').click();
  await recipe.unfold('What is in it');
  await expect.poll(() => recipe.inServing('Calcium, on paper')).toBe('20 mg');
});

test('it rings over a session too, and covers neither help nor the way on', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address('#/nourish/cook'));
  const cook = new Screen(page);
  await cook.button('Next').click();
  await cook.button('Start 5 minutes').click();
  await cook.link('To the recipe').click();
  await cook.tab('Today').click();
  await cook.button('Start heel raises').click();
  const coach = await new SetUp(page).begin();
  await clock.pass(20);
  await coach.pause.click();
  await coach.expectPaused();
  await clock.pass(290);
  const ring = page.getByRole('alert').filter({ hasText: 'The timer has rung: Roast the sesame' });
  await expect(ring).toBeVisible();
  await page.getByRole('link', { name: 'Get help' }).first().click({ trial: true });
  await coach.goOn.click({ trial: true });
  await ring.getByRole('button', { name: 'Stop the ring' }).click();
  await expect(ring).toHaveCount(0);
  await coach.expectPaused();
});

test('the timer goes on when its step and the page are left, rings there, and survives a reload', async ({ page, address }) => {
  const clock = await Clock.take(page);
  await page.goto(address('#/nourish/recipe'));
  await new Recipe(page).link('Make it step by step').click();
  const cook = new Screen(page);
  await cook.expectOpen('Make the powder');
  await expect(cook.main).toContainText('Step 1 of 7');
  await cook.button('Next').click();
  await expect(page.getByRole('heading', { name: 'Roast the sesame', exact: true })).toBeFocused();
  await expect(cook.main).toContainText('250 g');
  await cook.button('Start 5 minutes').click();
  await expect(page.getByRole('timer')).toHaveText('5:00');
  await clock.pass(60);
  await expect(page.getByRole('timer')).toHaveText(/^(4:00|3:59)$/);

  await cook.button('Next').click();
  await expect(page.getByRole('timer')).toBeVisible();
  // The whole screen is for the step: the tabs come back with the recipe.
  await expect(page.getByRole('navigation', { name: 'Main parts' })).toBeHidden();
  await cook.link('To the recipe').click();
  await cook.tab('Today').click();
  await clock.pass(200);
  const ring = page.getByRole('alert').filter({ hasText: 'The timer has rung: Roast the sesame' });
  await expect(ring).toHaveCount(0);
  // A pocket: the clock jumps over the end.
  await clock.jump(60);
  await clock.pass(1);
  await expect(ring).toBeVisible();
  // The ring does not lie over the way to help.
  await cook.help.click({ trial: true });
  await ring.getByRole('button', { name: '1 minute more' }).click();
  await expect(ring).toHaveCount(0);

  await page.reload();
  await clock.pass(30);
  await expect(ring).toHaveCount(0);
  await clock.pass(35);
  await expect(ring).toBeVisible();
  await ring.getByRole('button', { name: 'Stop the ring' }).click();
  await expect(ring).toHaveCount(0);
  await page.goto(address('#/nourish/cook'));
  // The step is the one that was left.
  await expect(cook.main).toContainText('Step 3 of 7');
  await expect(page.getByRole('timer')).toHaveCount(0);
});

test('the steps end in a jar; doses over the days run it low; the journal tells', async ({ page, address }) => {
  test.setTimeout(120_000);
  const clock = await Clock.take(page);
  await page.goto(address('#/nourish/recipe'));
  const recipe = new Recipe(page);
  const today = new Today(page);
  await recipe.choose('Days');
  await recipe.write('For how many days?', '3');
  await recipe.link('Make it step by step').click();
  for (let step = 1; step < 7; step++) await recipe.button('Next').click();
  await expect(recipe.main).toContainText('Into the jar');
  await recipe.button('I made it today').click();
  await recipe.link('See your jars').click();
  await recipe.expectOpen('My jar');
  await expect(recipe.jars).toContainText('150 of 150 g left');
  await expect(recipe.jars).toContainText('Best before December 6, 2026');

  await recipe.tab('Today').click();
  await expect(today.list).toContainText('0 of 2. About 3 days left');
  await expect(today.list).not.toContainText('runs low');
  await today.button('I took 25 g').click();
  await expect(today.list).toContainText('1 of 2');
  await today.undo.click();
  await expect(today.list).toContainText('0 of 2. About 3 days left');
  await today.button('I took 25 g').click();
  await today.button('I took 25 g').click();
  await expect(today.list).toContainText('2 of 2. About 2 days left');
  await expect(today.button('I took 25 g')).toHaveCount(0);
  await expect(today.list).toContainText('Your powder runs low');

  await clock.jump(DAY_S);
  await clock.pass(61);
  await expect(today.list).toContainText('0 of 2');
  await today.button('I took 25 g').click();
  await today.button('I took 25 g').click();
  await clock.jump(DAY_S);
  await clock.pass(61);
  await expect(today.list).toContainText('0 of 2. About 1 day left');
  await today.list.getByRole('link', { name: 'See the recipe' }).click();
  await recipe.part('My jar').click();

  // Twenty grams at a time now: the last dose is short, and says so.
  await recipe.main.getByText('Usual amount').click();
  for (const [bad, told] of [
    ['4', 'Please write 5 g or more.'],
    ['51', 'Please write 50 g or less.'],
    ['a spoon', 'Please write a number from 5 g to 50 g.'],
  ]) {
    await recipe.write('What you usually take at a time, in grams', bad);
    await expect(recipe.main.getByText(told)).toBeVisible();
    await expect(recipe.button('I took 25 g')).toBeVisible();
  }
  await recipe.write('What you usually take at a time, in grams', '20 g');
  await recipe.button('I took 20 g').click();
  await recipe.button('I took 20 g').click();
  await recipe.button('I took 20 g').click();
  await expect(recipe.jars).toContainText('This jar has 10 g left. Take that, or open another.');
  expect((await journal(page)).length).toBe(9);
  await recipe.button('I took the 10 g').click();
  await expect(recipe.jars).toContainText(`Made ${await recipe.madeDay()}: empty`);
  // Without a jar a dose can be noted too.
  await recipe.button('I took 20 g').click();
  await expect(recipe.jars).toContainText('Today: 4 of 2 servings');

  await recipe.jars.getByRole('button', { name: /empty or thrown away$/ }).click();
  await expect(recipe.jars).toContainText('No jar yet.');
  await recipe.button('Undo: A jar of powder was put away').click();
  await expect(recipe.jars).toContainText(': empty');

  await recipe.tab('Journal').click();
  await expect(recipe.main).toContainText('Powder made, 150 g');
  await expect(recipe.main).toContainText('Powder, 10 g');
});

test('a jar of an earlier day, of a day to come, and one smaller than a dose', async ({ page, address }) => {
  await Clock.take(page);
  await page.goto(address('#/nourish/jar'));
  const recipe = new Recipe(page);
  await recipe.write('Made on', '2026-11-23');
  await expect(recipe.jars).toContainText('That day is still to come. Please choose today or an earlier day.');
  await recipe.button('I made it today').click();
  await expect(recipe.field('Made on')).toBeFocused();
  expect(await journal(page)).toEqual([]);

  await recipe.write('Made on', '2026-10-01');
  await recipe.write('How much, in grams?', 'plenty');
  await expect(recipe.jars).toContainText('Please write a number from 1 g to 9,000 g.');
  await recipe.write('How much, in grams?', '15');
  await expect(recipe.jars).toContainText('That is less than one of your servings (25 g).');
  await recipe.button(/^I made it on/).click();
  await expect(recipe.jars).toContainText('15 of 15 g left');
  await expect(recipe.jars).toContainText('It was best before October 15, 2026.');
  await recipe.button('I made it today').click();
  await expect(recipe.jars).toContainText('550 of 550 g left');
  await recipe.button('I took 25 g').click();
  await expect(recipe.jars).toContainText('This jar has 15 g left. Take that, or open another.');
  await recipe.button('I took 25 g from another jar').click();
  await expect(recipe.jars).toContainText('525 of 550 g left');
  const kinds = (await journal(page)).map((one) => one.kind.kind);
  expect(kinds).toEqual(['jar', 'jar', 'dose']);
});

test('the ticks of the shopping list last until they are cleared', async ({ page, address }) => {
  await page.goto(address('#/nourish/recipe'));
  const recipe = new Recipe(page);
  const list = recipe.main.getByRole('group', { name: 'Shopping list' });
  await recipe.unfold('Shopping list');
  await list.getByLabel('250 g walnuts').check();
  await page.reload();
  await recipe.unfold('Shopping list');
  await expect(list.getByLabel('250 g walnuts')).toBeChecked();
  await expect(list.getByLabel('50 g brown sugar')).not.toBeChecked();
  await recipe.button('Clear ticks').click();
  await expect(list.getByLabel('250 g walnuts')).not.toBeChecked();
});

for (const [what, chosen] of [
  ['at its largest', { text: 'largest', kitchen: { by: 'days', days: 60, units: 'cups' } }],
  ['with an allergy, in the dark', { theme: 'dark', person: { allergies: { sesame: true } } }],
] as const) {
  test.describe(what, () => {
    test.use({ kept: settings(chosen) });

    test(`the printed recipe is one page of A4 and of Letter: ${what}`, { tag: '@paper' }, async ({ page, address }) => {
      await page.goto(address('#/nourish/recipe'));
      await new Recipe(page).expectOpen('The powder');
      for (const format of ['A4', 'Letter']) {
        expect(pages(await page.pdf({ format })), format).toBe(1);
      }
    });
  });
}

/** The leaves of a PDF's page tree. */
function pages(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}
