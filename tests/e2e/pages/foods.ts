import { type Locator, expect } from '@playwright/test';

import { Screen } from './screen';

/** Foods and calcium: today's sum, the list to tap, the week. */
export class Foods extends Screen {
  get search(): Locator {
    return this.main.getByRole('searchbox', { name: 'Find a food' });
  }

  /** A food in the list, by its whole name. */
  food(name: string): Locator {
    return this.main
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .filter({ has: this.page.getByRole('button', { name: `+ 1 portion of ${name}`, exact: true }) });
  }

  async find(text: string): Promise<void> {
    await this.search.fill(text);
  }

  async fold(name: string): Promise<void> {
    await this.main.getByText(name, { exact: true }).click();
  }

  async eat(name: string): Promise<void> {
    await this.button(`+ 1 portion of ${name}`).click();
  }

  async eatHalf(name: string): Promise<void> {
    await this.button(`+ ½ of ${name}`).click();
  }

  async expectSum(text: string): Promise<void> {
    await expect(this.main.getByText(text, { exact: true })).toBeVisible();
  }
}
