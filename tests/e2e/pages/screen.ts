// What every screen has: its heading, the bar above and the tabs. Found as a person finds it, by role and visible name.

import { type Locator, type Page, expect } from '@playwright/test';

export class Screen {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: typeof name === 'string' });
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Main parts' }).getByRole('link', { name, exact: true });
  }

  get help(): Locator {
    return this.page.getByRole('banner').getByRole('link', { name: 'Get help' });
  }

  /** The lasting news above a screen that nothing is being saved. */
  get notSaved(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /[Nn]ot saved|Nothing is being saved|only reads|takes nothing new/ });
  }

  /** The lasting news above a screen that something could not be read. */
  get notRead(): Locator {
    return this.page.getByRole('status').filter({ hasText: /could not be read|cannot read/ });
  }

  async expectOpen(heading: string | RegExp): Promise<void> {
    // By its name: while the page starts anew, the static page's headings may still stand beside it.
    const open = this.page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' });
    await expect(open).toBeVisible();
    await expectArrived(this.page);
  }
}

/** A screen of the second file is headed by its name before it is there: this waits for the screen itself. */
export async function expectArrived(page: Page): Promise<void> {
  await expect(page.getByText('One moment. This page is on its way.')).toHaveCount(0);
}
