import { type Locator, expect } from '@playwright/test';

import { Screen } from './screen';

/* eslint-disable @typescript-eslint/no-explicit-any */

/** The powder on its three pages: the jar, the recipe, and what is good to know. */
export class Recipe extends Screen {
  get card(): Locator {
    return this.page.getByRole('article', { name: 'What you need' });
  }

  get jars(): Locator {
    return this.page.getByRole('region', { name: 'Your jars' });
  }

  /** The amounts of the ingredients, in order. */
  get amounts(): Locator {
    return this.card.getByRole('list').first().getByRole('listitem').locator('b');
  }

  field(name: string): Locator {
    return this.main.getByLabel(name, { exact: true });
  }

  /** The way to one of the three pages, from another of them. */
  part(name: 'My jar' | 'Recipe' | 'Good to know'): Locator {
    return this.page.getByRole('navigation', { name: 'Powder' }).getByRole('link', { name, exact: true });
  }

  get larger(): Locator {
    return this.button('A larger batch');
  }

  get smaller(): Locator {
    return this.button('A smaller batch');
  }

  /** Chooses; what is folded away is opened first. */
  async choose(name: string): Promise<void> {
    await this.unfold('By days or cupboard; sesame, sugar, units');
    await this.main.getByRole('radio', { name, exact: true }).check();
  }

  async unfold(name: string): Promise<void> {
    const fold = this.main.locator('details', { has: this.page.getByText(name, { exact: true }) }).first();
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  }

  async write(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).blur();
  }

  async expectAmounts(amounts: string[]): Promise<void> {
    await expect(this.amounts).toHaveText(amounts);
  }

  async ingredientLines(): Promise<string[]> {
    const lines = await this.card.getByRole('list').first().getByRole('listitem').allInnerTexts();
    return lines.map((line) => line.replace(/\s+/g, ' ').trim());
  }

  /** What the table says of a nutrient in a serving. */
  async inServing(nutrient: string): Promise<string> {
    const row = this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: nutrient, exact: true }) });
    return row.getByRole('cell').first().innerText();
  }

  /** The recipe for other machines. */
  async data(): Promise<any> {
    return JSON.parse((await this.page.locator('script[type="application/ld+json"]').textContent())!);
  }

  /** The day of the first jar, as its row writes it. */
  async madeDay(): Promise<string> {
    const row = await this.jars.getByRole('listitem').first().innerText();
    return /Made (.*?):/.exec(row)![1];
  }
}
