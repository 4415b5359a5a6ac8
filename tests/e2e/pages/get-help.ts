import type { Locator } from '@playwright/test';

import { Screen } from './screen';

/** The emergency call, then the signs that need a doctor. */
export class GetHelp extends Screen {
  /** The first, where the device's language and clock name two. */
  get call(): Locator {
    return this.link(/^Call \d+/).first();
  }

  get country(): Locator {
    return this.page.getByRole('combobox', { name: 'Choose your country' });
  }
}
